namespace Dtao.Fuzz.Runs;

/// <summary>How far a campaign is.</summary>
/// <param name="Seeds">Seeds that are done.</param>
/// <param name="Blocks">Blocks that were run.</param>
/// <param name="Calls">Calls that were sent.</param>
/// <param name="Elapsed">Time since the start.</param>
public readonly record struct CampaignProgress(
    long Seeds, long Blocks, long Calls, TimeSpan Elapsed);
