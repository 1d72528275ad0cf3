using Dtao.Numerics;
using Dtao.Runtime.Delegation;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Epoch;
using Dtao.Runtime.Registration;
using Dtao.Runtime.Weights;
using Dtao.Testing;

namespace Dtao.Runtime.Tests.Calls;

/// <summary>Weights of several subnets at once, and calls that do nothing any more.</summary>
internal static class BatchCallCases
{
    private static readonly NetUid First = new(1);
    private static readonly NetUid Second = new(2);
    private static readonly NetUid Missing = new(77);
    private static readonly Hotkey Bob = Actor.Bob.Hotkey;

    private static readonly (string, SubtensorError) Unequal =
        ("unequal", SubtensorError.InputLengthsUnequal);

    private static readonly (string, SubtensorError) FewKeys =
        ("few keys", SubtensorError.InputLengthsUnequal);

    public static IReadOnlyList<CallCase> All { get; } =
    [
        new(
            "batch_set_weights",
            [Unequal, FewKeys],
            [
                new WeightsSet(First, new(0)),
                new WeightsSet(Second, new(0)),
                new BatchWeightsCompleted([First, Second], Bob),
            ],
            static faults => Setting(faults, [First, Second])),
        new(
            "batch_set_weights with items that fail",
            [Unequal],
            [
                new WeightsSet(First, new(0)),
                new BatchCompletedWithErrors(),
                new BatchWeightItemFailed(SubtensorError.SubNetworkDoesNotExist),
                new BatchWeightItemFailed(SubtensorError.SettingWeightsTooFast),
                new BatchWeightsCompleted([First, Missing, First], Bob),
            ],
            static faults => Setting(faults, [First, Missing, First])),
        new(
            "batch_commit_weights",
            [Unequal],
            [
                new WeightsCommitted(Bob, First, Hash256.Zero),
                new WeightsCommitted(Bob, Second, Hash256.Zero),
                new BatchWeightsCompleted([First, Second], Bob),
            ],
            static faults => Committing(faults, [First, Second])),
        new(
            "batch_commit_weights with an item that fails",
            [Unequal],
            [
                new WeightsCommitted(Bob, Second, Hash256.Zero),
                new BatchCompletedWithErrors(),
                new BatchWeightItemFailed(SubtensorError.HotKeyNotRegisteredInSubNet),
                new BatchWeightsCompleted([Missing, Second], Bob),
            ],
            static faults => Committing(faults, [Missing, Second])),
        new(
            "become_delegate",
            [],
            [],
            static _ => new(World(commits: false), new OfferDelegation(Bob), Bob.Account)),
        new(
            "set_tao_weights",
            [],
            [],
            static _ => new(
                World(commits: false), new SetTaoWeights(First, Bob, [1], [1], 0), Bob.Account)),
        new(
            "faucet",
            [],
            [],
            static _ => new(
                World(commits: false), new Faucet(1, 1, new byte[32]), Bob.Account))
        {
            Always = SubtensorError.FaucetDisabled,
        },
    ];

    private static CallCase.Situation Setting(IReadOnlySet<string> faults, NetUid[] subnets)
    {
        UidWeight[][] rows = [.. subnets.Select(static _ => (UidWeight[])[new(0, 5)])];
        ulong[] keys = new ulong[subnets.Length];
        BatchSetWeights call = new(
            subnets,
            faults.Contains("unequal") ? rows[1..] : rows,
            faults.Contains("few keys") ? keys[1..] : keys);
        return new(World(commits: false), call, Bob.Account);
    }

    private static CallCase.Situation Committing(IReadOnlySet<string> faults, NetUid[] subnets)
    {
        Hash256[] hashes = new Hash256[subnets.Length];
        BatchCommitWeights call = new(
            subnets, faults.Contains("unequal") ? hashes[1..] : hashes);
        return new(World(commits: true), call, Bob.Account);
    }

    private static Chain World(bool commits)
    {
        ChainBuilder builder = new ChainBuilder().AtBlock(1_000);
        foreach (NetUid subnet in (NetUid[])[First, Second])
        {
            builder
                .WithSubnet(subnet.Value, Tao.Whole(10), Alpha.Whole(10), Alpha.Whole(10))
                .With("MinAllowedWeights", 1, subnet)
                .With("WeightsSetRateLimit", 100, subnet);
        }

        foreach (NetUid subnet in (NetUid[])[First, Second, Missing])
        {
            builder.With("CommitRevealWeightsEnabled", commits, subnet);
        }

        Chain chain = builder.Build();
        chain.Neurons.Append(First, Bob, new(1));
        chain.Neurons.Append(Second, Bob, new(1));
        return chain;
    }
}
