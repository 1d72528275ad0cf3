namespace Dtao.Runtime.Staking;

/// <summary>What raising the least nomination does to those that are smaller.</summary>
/// <remarks>Source: docs/spec/admin.md#nominations.</remarks>
internal static class SmallNominations
{
    /// <summary>Sets the least nomination; raising it sweeps the smaller ones.</summary>
    public static void Require(Chain chain, ulong alpha)
    {
        ulong before = chain.Stakes.NominatorMinimum;
        chain.Stakes.SetNominatorMinimum(alpha);
        if (alpha <= before) return;

        // The order decides at which price each one sells, and whose dust is lost.
        foreach (StakeEntry entry in chain.Stakes.EntriesInHashedKeyOrder())
        {
            StakeLegs.SweepSmallNomination(chain, entry.Hotkey, entry.Coldkey, entry.NetUid);
        }
    }
}
