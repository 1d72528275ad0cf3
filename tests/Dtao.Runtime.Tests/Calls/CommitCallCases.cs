using Dtao.Crypto;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Events;
using Dtao.Runtime.Weights;
using Dtao.Testing;

namespace Dtao.Runtime.Tests.Calls;

/// <summary>Committing and revealing weights.</summary>
internal static class CommitCallCases
{
    private static readonly NetUid Subnet = new(1);
    private static readonly Hotkey Bob = Actor.Bob.Hotkey;
    private static readonly ushort[] Salt = [1, 2];

    private static readonly Hash256 Revealed =
        CommitHash.Of(Bob, new SetWeights(Subnet, [0, 1], [3, 4], 7), Salt);

    private static readonly IChainEvent[] AllRevealed =
        [new WeightsSet(Subnet, new(0)), new WeightsBatchRevealed(Bob, Subnet, [Revealed])];

    private static readonly (string, SubtensorError)[] OfCommits =
    [
        ("off", SubtensorError.CommitRevealDisabled),
        ("not registered", SubtensorError.HotKeyNotRegisteredInSubNet),
        ("too fast", SubtensorError.CommittingWeightsTooFast),
        ("too many", SubtensorError.TooManyUnrevealedCommits),
    ];

    public static IReadOnlyList<CallCase> All { get; } =
    [
        new(
            "commit_weights",
            [.. OfCommits],
            [new WeightsCommitted(Bob, Subnet, HashOf(9))],
            static faults => Committing(faults, new CommitWeights(Subnet, HashOf(9)))),
        new(
            "commit_crv3_weights",
            [.. OfCommits],
            [
                new CRV3WeightsCommitted(
                    Bob, Subnet, Hash256.FromBytes(Blake2b.Hash256([1, 2, 3]))),
            ],
            static faults => Committing(
                faults, new CommitTimelockedWeights(Subnet, [1, 2, 3], 1_000))),
        new(
            "reveal_weights",
            [
                ("off", SubtensorError.CommitRevealDisabled),
                ("no queue", SubtensorError.NoWeightsCommitFound),
                ("only expired", SubtensorError.NoWeightsCommitFound),
                ("expired", SubtensorError.ExpiredWeightCommit),
                ("no match", SubtensorError.InvalidRevealCommitHashNotMatch),
                ("too early", SubtensorError.RevealTooEarly),
                ("no permit", SubtensorError.NeuronNoValidatorPermit),
            ],
            [new WeightsSet(Subnet, new(0)), new WeightsRevealed(Bob, Subnet, Revealed)],
            static faults => Revealing(
                faults, new RevealWeights(Subnet, [0, 1], [3, 4], Salt, 7))),
        new(
            "batch_reveal_weights",
            [
                ("off", SubtensorError.CommitRevealDisabled),
                ("no queue", SubtensorError.NoWeightsCommitFound),
                ("expired", SubtensorError.ExpiredWeightCommit),
                ("no match", SubtensorError.InvalidRevealCommitHashNotMatch),
                ("too early", SubtensorError.RevealTooEarly),
                ("no permit", SubtensorError.NeuronNoValidatorPermit),
            ],
            AllRevealed,
            static faults => Revealing(
                faults,
                new BatchRevealWeights(Subnet, [[0, 1]], [[3, 4]], [Salt], [7]))),
        new(
            "batch_reveal_weights with unequal lists",
            [
                ("always", SubtensorError.InputLengthsUnequal),
                ("off", SubtensorError.CommitRevealDisabled),
            ],
            AllRevealed,
            static faults => Revealing(
                faults,
                faults.Contains("always")
                    ? new BatchRevealWeights(Subnet, [[0, 1]], [[3, 4]], [Salt], [])
                    : new BatchRevealWeights(Subnet, [[0, 1]], [[3, 4]], [Salt], [7]))),
    ];

    private static CallCase.Situation Committing(IReadOnlySet<string> faults, ISignedCall call)
    {
        Chain chain = World(faults);
        if (!faults.Contains("not registered")) chain.Neurons.Append(Subnet, Bob, new(1));
        chain.Neurons.RecordUpdate(
            Subnet, new(0), new(faults.Contains("too fast") ? 901UL : 900));
        int queued = faults.Contains("too many") ? CommitLedger.Most : CommitLedger.Most - 1;
        ulong epoch = RevealWindow.Of(chain, Subnet).EpochOf(chain.Block.Value);
        for (int index = 0; index < queued; index++)
        {
            chain.Commits.Append(Subnet, epoch, new(Bob, [1], 1));
        }

        chain.Commits.Keep(
            Subnet, Bob,
            [.. Enumerable.Repeat(new WeightCommit(HashOf(1), 1_000, 0, 0), queued)]);
        return new(chain, call, Bob.Account);
    }

    private static CallCase.Situation Revealing(IReadOnlySet<string> faults, ISignedCall call)
    {
        Chain chain = World(faults);
        chain.Neurons.Append(Subnet, Bob, new(1));
        chain.Neurons.Append(Subnet, Actor.Charlie.Hotkey, new(1));
        if (!faults.Contains("no permit")) chain.Neurons.GrantPermit(Subnet, new(0));
        // Tempo 99: block 1,000 lies in interval 10, so commits of interval 9 are open. A queue
        // has one of these states; the first fault decides which.
        WeightCommit[] queue =
            faults.Contains("no queue") ? []
            : faults.Contains("only expired") ? [new(HashOf(1), 800, 0, 0)]
            : faults.Contains("expired") ? [new(Revealed, 800, 0, 0)]
            : faults.Contains("no match") ? [new(HashOf(1), 950, 0, 0)]
            : faults.Contains("too early") ? [new(Revealed, 998, 0, 0)]
            : [new(Revealed, 950, 0, 0)];
        chain.Commits.Keep(Subnet, Bob, queue);
        return new(chain, call, Bob.Account);
    }

    private static Chain World(IReadOnlySet<string> faults) => new ChainBuilder()
        .AtBlock(1_000)
        .WithSubnet(1, Tao.Whole(10), Alpha.Whole(10), Alpha.Whole(10))
        .With("Tempo", 99, Subnet)
        .With("CommitRevealWeightsEnabled", !faults.Contains("off"), Subnet)
        .With("WeightsSetRateLimit", 100, Subnet)
        .With("MinAllowedWeights", 1, Subnet)
        .With("MaxWeightsLimit", 65_535, Subnet)
        .Build();

    private static Hash256 HashOf(byte number)
    {
        byte[] bytes = new byte[Hash256.Size];
        bytes[0] = number;
        return Hash256.FromBytes(bytes);
    }
}
