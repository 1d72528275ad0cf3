namespace Dtao.Lab.Sweeps;

/// <summary>How far a sweep has come.</summary>
/// <param name="Done">Runs that are done, those of earlier sessions included.</param>
/// <param name="Failed">How many of them failed.</param>
/// <param name="Total">Runs of the plan.</param>
/// <param name="BlocksRun">Blocks run in this session.</param>
/// <param name="BlocksLeft">Blocks left to run.</param>
public readonly record struct SweepProgress(
    int Done, int Failed, int Total, ulong BlocksRun, ulong BlocksLeft);
