using Dtao.Numerics;
using Dtao.Runtime.Spec;
using Dtao.Testing;

namespace Dtao.Runtime.Tests.Conservation;

/// <summary>
/// A small network in which everything can happen: thin, stable, large and new pools.
/// </summary>
internal static class RandomNetwork
{
    /// <summary>Coldkeys with money.</summary>
    public static readonly ulong[] Rich = [11, 12, 13, 14, 15, 16];

    /// <summary>Coldkeys without account, each with a few rao of stake.</summary>
    public static readonly ulong[] Poor = [21, 22, 23, 24, 25, 26, 27, 28];

    /// <summary>Hotkeys; the last has no owner.</summary>
    public static readonly ulong[] Hotkeys = [1, 2, 3, 4, 5, 6, 7, 8, 9];

    /// <summary>
    /// A network of a version, with neurons, weights, stakes and consistent totals.
    /// </summary>
    public static Chain Build(RuntimeSpec spec)
    {
        ChainBuilder builder = new ChainBuilder(spec)
            .AtBlock(100)
            .WithRoot(Tao.Whole(20_000))
            .WithSubnet(1, Tao.Whole(1_000), Alpha.Whole(2_000), Alpha.Whole(9_000))
            .WithSubnet(2, Tao.FromRao(12_000_000), Alpha.FromRao(15_000_000), Alpha.Whole(5))
            .WithSubnet(3, Tao.Whole(50_000), Alpha.Whole(40_000), Alpha.Whole(90_000))
            .WithSubnet(4, Tao.Whole(2_000), Alpha.Whole(2_000), Alpha.Whole(2_000))
            .WithSubnet(5, Tao.Whole(1), Alpha.Whole(1), Alpha.Whole(3))
            .WithSubnet(300, Tao.Whole(7), Alpha.Whole(3), Alpha.Whole(100));
        SetTerms(builder);
        SetStakes(builder);
        Chain chain = builder.Build();
        SeatNeurons(chain);
        return chain;
    }

    private static void SetTerms(ChainBuilder builder)
    {
        builder.With("SubnetMechanism", 0, 4)
            .With("TaoWeight", 3_320_413_933_267_719_290)
            .With("NetworkMinLockCost", Tao.Whole(1))
            .With("NetworkLastLockCost", Tao.Whole(1))
            .With("NetworkLastRegistered", 50)
            .With("NetworkLockReductionInterval", 20)
            .With("NetworkRateLimit", 7)
            .With("NominatorMinRequiredStake", 900_000)
            .With("StakeThreshold", 1_000)
            .With("NetworkRegistrationAllowed", false, 5)
            .With("NetworkPowRegistrationAllowed", true, 5)
            .With("NetworkRegistrationAllowed", false, 300);
        ushort tempo = 5;
        foreach (ushort subnet in (ushort[])[1, 2, 3, 4, 5, 300])
        {
            // The thin pool gets no emission worth the name, or it would not stay thin.
            long price = subnet == 2 ? 0 : (1L << 32) / (1 + (tempo % 4));
            builder.With("SubnetMovingPrice", price, subnet)
                .With("Tempo", tempo, subnet)
                .With("Burn", 3_000_000, subnet)
                .With("MinBurn", 600_000, subnet)
                .With("MaxRegistrationsPerBlock", 3, subnet)
                .With("AdjustmentInterval", 11, subnet)
                .With("MaxAllowedUids", 7, subnet);
            tempo += 4;
        }

        foreach (ushort owned in (ushort[])[1, 3])
        {
            builder.With("SubnetOwner", Account.Coldkey(11), owned)
                .With("SubnetOwnerHotkey", Account.Hotkey(1), owned);
        }
    }

    private static void SetStakes(ChainBuilder builder)
    {
        for (int index = 0; index < 8; index++)
        {
            builder.WithOwner(Account.Hotkey(Hotkeys[index]), Account.Coldkey(Rich[index % 6]));
        }

        foreach (ulong rich in Rich)
        {
            builder.WithBalance(Account.Coldkey(rich), Tao.Whole(3_000));
        }

        foreach ((ushort subnet, ulong rao) in ((ushort, ulong)[])
            [
                (0, 900_000_000_000), (1, 40_000_000_000), (2, 3_000_000), (3, 700_000_000_000),
                (4, 5_000_000_000), (5, 20_000_000), (300, 900_000_000)
            ])
        {
            builder.WithStake(Account.Hotkey(1), Account.Coldkey(11), subnet, Alpha.FromRao(rao))
                .WithStake(Account.Hotkey(2), Account.Coldkey(12), subnet, Alpha.FromRao(rao / 3))
                .WithStake(Account.Hotkey(3), Account.Coldkey(13), subnet, Alpha.FromRao(rao / 7))
                .WithStake(Account.Hotkey(1), Account.Coldkey(14), subnet, Alpha.FromRao(rao / 2));
        }

        for (int index = 0; index < Poor.Length; index++)
        {
            builder.WithStake(
                Account.Hotkey(8), Account.Coldkey(Poor[index]), 4,
                Alpha.FromRao(50_050 + ((ulong)index * 70)));
        }
    }

    private static void SeatNeurons(Chain chain)
    {
        foreach (ushort subnet in (ushort[])[1, 2, 3, 4, 5, 300])
        {
            NetUid number = new(subnet);
            for (int uid = 0; uid < 5; uid++)
            {
                chain.Neurons.Append(number, Account.Hotkey(Hotkeys[uid]), new(1));
                chain.Neurons.RecordUpdate(number, new((ushort)uid), new(90));
            }

            for (ushort validator = 0; validator < 3; validator++)
            {
                chain.Neurons.GrantPermit(number, new(validator));
                chain.Weights.SetRow(
                    number,
                    new(validator),
                    [new(3, 65_535), new(4, (ushort)(9_000 * (validator + 1)))]);
            }
        }
    }
}
