namespace Dtao.Fuzz.Steps;

/// <summary>A step and the block in which it happens, counted from the start of the run.</summary>
/// <param name="Block">Block, from 1; a call follows its step, an upgrade comes before.</param>
/// <param name="Step">What is done.</param>
public sealed record TimedStep(int Block, Step Step);
