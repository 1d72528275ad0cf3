namespace Dtao.Lab.Runs;

/// <summary>How far a run has come.</summary>
/// <param name="Done">Blocks that were run.</param>
/// <param name="Total">Blocks of the whole run.</param>
public readonly record struct RunProgress(ulong Done, ulong Total);
