using Dtao.Fuzz.Draws;
using Dtao.Runtime;

namespace Dtao.Fuzz.Worlds;

/// <summary>Puts parameters and pools of a world at the edges of what can be.</summary>
/// <remarks>
/// Each seed moves another subset: a world with everything at the edge would be dead.
/// </remarks>
internal static class WorldEdges
{
    private const ulong Whole = 1_000_000_000;

    private static readonly (string Item, ulong[] Values)[] OfChain =
    [
        ("NetworkRateLimit", [0, 1, 5, 50]),
        ("NetworkLastLockCost", [Whole, 10 * Whole]),
        ("NetworkLockReductionInterval", [0, 1, 10, 1_000]),
        ("TaoWeight", [0, 1, ulong.MaxValue / 2, ulong.MaxValue]),
        ("StakeThreshold", [1, Whole, 1_000 * Whole]),
        ("NominatorMinRequiredStake", [1, 100_000, 10 * Whole, ulong.MaxValue]),
        ("SubnetOwnerCut", [0, 1, 32_768, ushort.MaxValue]),
        ("MaxDelegateTake", [0, 1, ushort.MaxValue]),
        ("TxDelegateTakeRateLimit", [0, 1, 5]),
        ("TxChildkeyTakeRateLimit", [0, 1, 5]),
        ("SubnetMovingAlpha", [0, 1, 1UL << 31, 1UL << 32]),
    ];

    private static readonly (string Item, ulong[] Values)[] OfSubnet =
    [
        ("Tempo", [0, 1, 2, 5, 9, 360]),
        ("MaxAllowedUids", [0, 1, 5, 8, 16]),
        ("ImmunityPeriod", [0, 1, 50, ushort.MaxValue]),
        ("Burn", [0, 1, 500_000, Whole, 50 * Whole]),
        ("MinBurn", [0, 1, Whole]),
        ("MaxBurn", [0, 1, Whole, ulong.MaxValue]),
        ("NetworkRegistrationAllowed", [0, 1]),
        ("NetworkPowRegistrationAllowed", [0, 1]),
        ("MaxRegistrationsPerBlock", [0, 1, 3, ushort.MaxValue]),
        ("TargetRegistrationsPerInterval", [0, 1, 5, ushort.MaxValue]),
        ("AdjustmentInterval", [0, 1, 7, ushort.MaxValue]),
        ("AdjustmentAlpha", [0, 1, ulong.MaxValue / 2, ulong.MaxValue]),
        ("TransferToggle", [0, 1]),
        ("WeightsSetRateLimit", [0, 1, 5]),
        ("WeightsVersionKey", [0, 1, ulong.MaxValue]),
        ("MinAllowedWeights", [0, 1, 3, ushort.MaxValue]),
        ("MaxWeightsLimit", [0, 1, 30_000, ushort.MaxValue]),
        ("ActivityCutoff", [0, 1, 10, ushort.MaxValue]),
        ("MaxAllowedValidators", [0, 1, 3, ushort.MaxValue]),
        ("BondsMovingAverage", [0, 1, 900_000, 1_000_000]),
        ("BondsPenalty", [1, 32_768, ushort.MaxValue]),
        ("LiquidAlphaOn", [1]),
        ("Kappa", [0, 1, ushort.MaxValue]),
        ("CommitRevealWeightsEnabled", [1]),
        ("SubnetLocked", [1, 499, Whole]),
    ];

    /// <summary>Moves what the seed chooses.</summary>
    public static void Apply(Chain chain, int subnets, Chance chance)
    {
        int percent = chance.Among(0, 10, 25, 50);
        foreach ((string item, ulong[] values) in OfChain)
        {
            if (chance.Percent(percent)) RawStorage.Write(chain, item, chance.Among(values));
        }

        // Without a short limit of its own nobody could found a subnet within a run.
        if (chance.OneIn(2)) RawStorage.Write(chain, "NetworkRateLimit", 3);
        for (ushort subnet = 1; subnet <= subnets; subnet++)
        {
            foreach ((string item, ulong[] values) in OfSubnet)
            {
                if (!chance.Percent(percent)) continue;
                RawStorage.Write(chain, item, chance.Among(values), subnet);
            }

            if (chance.OneIn(2)) FillPool(chain, subnet, chance);
        }

        if (chance.OneIn(4))
        {
            ulong halving = 10_500_000 * Whole;
            RawStorage.Write(chain, "TotalIssuance", halving - chance.Magnitude(36));
        }

        CountStake(chain, subnets);
    }

    private static void FillPool(Chain chain, ushort subnet, Chance chance)
    {
        ulong tao = Reserve(chance);
        ulong alpha = chance.OneIn(2) ? Reserve(chance) : tao;
        RawStorage.Write(chain, "SubnetTAO", tao, subnet);
        RawStorage.Write(chain, "SubnetAlphaIn", alpha, subnet);
        if (chance.OneIn(4)) RawStorage.Write(chain, "SubnetAlphaOut", Reserve(chance), subnet);
        if (chance.OneIn(8)) RawStorage.Write(chain, "SubnetMechanism", 0, subnet);
    }

    private static ulong Reserve(Chance chance) => chance.Among<ulong>(
        9_999_999, 10_000_000, 10_000_001, 20_000_000, 500 * Whole, 100_000 * Whole,
        chance.Magnitude(44), chance.Magnitude(54));

    private static void CountStake(Chain chain, int subnets)
    {
        ulong total = RawStorage.Number(chain, "SubnetTAO", (ushort)0);
        for (ushort subnet = 1; subnet <= subnets; subnet++)
        {
            total += RawStorage.Number(chain, "SubnetTAO", subnet);
        }

        RawStorage.Write(chain, "TotalStake", total);
    }
}
