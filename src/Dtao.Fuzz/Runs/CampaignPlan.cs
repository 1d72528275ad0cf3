namespace Dtao.Fuzz.Runs;

/// <summary>What a campaign runs.</summary>
/// <param name="First">First seed.</param>
/// <param name="Last">Last seed.</param>
/// <param name="Blocks">Blocks of each seed.</param>
/// <param name="Limit">Time after which it stops between two blocks; null for no limit.</param>
/// <param name="Threads">Seeds that run at the same time.</param>
public sealed record CampaignPlan(
    ulong First, ulong Last, int Blocks, TimeSpan? Limit, int Threads);
