namespace Dtao.Fuzz.Checks;

/// <summary>Something wrong, and where.</summary>
/// <param name="Kind">What kind of thing.</param>
/// <param name="Block">Block, counted from the start of the run.</param>
/// <param name="Call">Number of the call in the block, from 1; 0 is the block itself.</param>
/// <param name="What">What was expected and what was found.</param>
public sealed record Finding(FindingKind Kind, int Block, int Call, string What);
