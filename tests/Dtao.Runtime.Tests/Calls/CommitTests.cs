using Dtao.Codec;
using Dtao.Crypto;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Epoch;
using Dtao.Runtime.Events;
using Dtao.Runtime.Weights;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Calls;

/// <summary>The life of commits: windows, queues, events, batches.</summary>
public class CommitTests
{
    private static readonly NetUid Subnet = new(1);
    private static readonly Hotkey Bob = Actor.Bob.Hotkey;
    private static readonly SetWeights Row = new(Subnet, [0, 1], [3, 6], 7);
    private static readonly RevealWeights Reveal = new(Subnet, [0, 1], [3, 6], [1], 7);

    // Tempo 99 on subnet 1: 1,000 lies in interval 10, which ends with block 1,097.
    [Theory]
    [InlineData(1_097, SubtensorError.RevealTooEarly)]
    [InlineData(1_098, null)]
    [InlineData(1_197, null)]
    [InlineData(1_198, SubtensorError.ExpiredWeightCommit)]
    public void A_commit_is_revealed_in_its_window_and_never_else(
        ulong block, SubtensorError? expected)
    {
        Chain chain = World();
        Hash256 hash = CommitHash.Of(Bob, Row, [1]);
        Assert.True(chain.Dispatch(new CommitWeights(Subnet, hash), Bob.Account).IsOk);
        WeightCommit stored = Assert.Single(chain.Commits.Of(Subnet, Bob)!);
        chain.SetBlock(new(block));

        DispatchResult result = chain.Dispatch(Reveal, Bob.Account);

        Assert.Equal(new WeightCommit(hash, 1_000, 1_098, 1_197), stored);
        Assert.Equal(expected, result.Error);
        Assert.Equal(1_000UL, chain.Neurons.LastUpdate(Subnet)[0]);
        IChainEvent[] told = [.. chain.Events.Records.Select(static record => record.Event)];
        if (expected is not null)
        {
            Assert.Equal([new WeightsCommitted(Bob, Subnet, hash)], told);
            return;
        }

        Assert.Null(chain.Commits.Of(Subnet, Bob));
        Assert.Equal(
            [new UidWeight(0, 32_768), new UidWeight(1, 65_535)],
            chain.Weights.RowOf(Subnet, new(0)));
        Assert.Equal(
            [
                new WeightsCommitted(Bob, Subnet, hash),
                new WeightsSet(Subnet, new(0)),
                new WeightsRevealed(Bob, Subnet, hash),
            ],
            told);
    }

    [Fact]
    public void Revealing_a_later_commit_drops_the_earlier_ones()
    {
        Chain chain = World();
        Hash256 hash = CommitHash.Of(Bob, Row, [1]);
        WeightCommit other = new(Hash256.Zero, 950, 0, 0);
        chain.Commits.Keep(
            Subnet, Bob, [other, new(hash, 960, 0, 0), other with { Block = 999 }]);

        Assert.True(chain.Dispatch(Reveal, Bob.Account).IsOk);

        Assert.Equal([other with { Block = 999 }], chain.Commits.Of(Subnet, Bob)!);
    }

    [Fact]
    public void Revealing_in_a_batch_keeps_the_other_commits()
    {
        Chain chain = World();
        Hash256 first = CommitHash.Of(Bob, Row, [1]);
        Hash256 second = CommitHash.Of(Bob, Row with { Values = [1, 1] }, [2]);
        WeightCommit other = new(Hash256.Zero, 950, 0, 0);
        chain.Commits.Keep(
            Subnet, Bob, [other, new(first, 950, 0, 0), new(second, 950, 0, 0)]);

        DispatchResult result = chain.Dispatch(
            new BatchRevealWeights(
                Subnet, [[0, 1], [0, 1]], [[1, 1], [3, 6]], [[2], [1]], [7, 7]),
            Bob.Account);

        Assert.True(result.IsOk);
        Assert.Equal([other], chain.Commits.Of(Subnet, Bob)!);
        Assert.Equal(32_768, chain.Weights.RowOf(Subnet, new(0))[0].Value);
        Assert.Equal(
            [typeof(WeightsSet), typeof(WeightsSet), typeof(WeightsBatchRevealed)],
            chain.Events.Records.Select(static record => record.Event.GetType()));
        Assert.Equal(
            [second, first],
            ((WeightsBatchRevealed)chain.Events.Records[2].Event).Hashes);
    }

    [Fact]
    public void The_same_commit_twice_in_a_batch_undoes_everything()
    {
        Chain chain = World();
        chain.Commits.Keep(
            Subnet, Bob, [new(CommitHash.Of(Bob, Row, [1]), 950, 0, 0)]);
        string before = chain.HashText();

        DispatchResult result = chain.Dispatch(
            new BatchRevealWeights(
                Subnet, [[0, 1], [0, 1]], [[3, 6], [3, 6]], [[1], [1]], [7, 7]),
            Bob.Account);

        Assert.Equal(SubtensorError.InvalidRevealCommitHashNotMatch, result.Error);
        Assert.Equal(before, chain.HashText());
        Assert.Empty(chain.Events.Records);
    }

    [Fact]
    public void Items_of_a_batch_fail_alone_and_are_told_after_all_ran()
    {
        Chain chain = World();
        chain.Put("CommitRevealWeightsEnabled", false, new NetUid(2));
        NetUid[] subnets = [new(2), Subnet];

        DispatchResult result = chain.Dispatch(
            new BatchCommitWeights(subnets, [Hash256.Zero, Hash256.Zero]), Bob.Account);

        Assert.True(result.IsOk);
        Assert.Equal(
            [
                new WeightsCommitted(Bob, Subnet, Hash256.Zero),
                new BatchCompletedWithErrors(),
                new BatchWeightItemFailed(SubtensorError.CommitRevealDisabled),
                new BatchWeightsCompleted(subnets, Bob),
            ],
            chain.Events.Records.Select(static record => record.Event));
        Assert.Equal(
            "54030705000000",
            Encoded(new BatchWeightItemFailed(SubtensorError.HotKeyNotRegisteredInSubNet)));
    }

    [Fact]
    public void Weights_of_several_subnets_are_set_where_it_is_allowed()
    {
        Chain chain = World();
        chain.Put("CommitRevealWeightsEnabled", false, Subnet);
        NetUid[] subnets = [Subnet, Subnet, new(2)];
        UidWeight[] row = [new(0, 3), new(1, 6)];

        DispatchResult unequal = chain.Dispatch(
            new BatchSetWeights(subnets, [row, row, row], [7, 7]), Bob.Account);
        DispatchResult result = chain.Dispatch(
            new BatchSetWeights(subnets, [row, row, row], [7, 7, 7]), Bob.Account);

        Assert.Equal(SubtensorError.InputLengthsUnequal, unequal.Error);
        Assert.True(result.IsOk);
        Assert.Equal(1_000UL, chain.Neurons.LastUpdate(Subnet)[0]);
        Assert.Equal(
            [
                new WeightsSet(Subnet, new(0)),
                new BatchCompletedWithErrors(),
                new BatchWeightItemFailed(SubtensorError.SettingWeightsTooFast),
                new BatchWeightItemFailed(SubtensorError.SubNetworkDoesNotExist),
                new BatchWeightsCompleted(subnets, Bob),
            ],
            chain.Events.Records.Select(static record => record.Event));
    }

    [Theory]
    [InlineData(1_000, 10)]
    [InlineData(1_097, 11)]
    [InlineData(1_098, 11)]
    public void A_time_locked_commit_joins_the_interval_whose_epoch_is_still_to_come(
        ulong block, ulong epoch)
    {
        Chain chain = World();
        chain.SetBlock(new(block));

        chain.Dispatch(new CommitTimelockedWeights(Subnet, [1, 2], 77), Bob.Account);

        TimelockedCommit stored = Assert.Single(chain.Commits.TimelockedOf(Subnet, epoch));
        Assert.Equal((Bob, 77UL), (stored.Hotkey, stored.Round));
        Assert.Equal(
            new CRV3WeightsCommitted(
                Bob, Subnet, Hash256.FromBytes(Blake2b.Hash256([1, 2]))),
            Assert.Single(chain.Events.Records).Event);
        Assert.Equal(block, chain.Neurons.LastUpdate(Subnet)[0]);
    }

    [Theory]
    [InlineData(1, 10)]
    [InlineData(0, 10)]
    [InlineData(3, 8)]
    public void Without_a_round_commits_are_lost_at_the_epoch_of_their_reveal(
        ulong period, ulong due)
    {
        Chain chain = World();
        chain.Put("RevealPeriodEpochs", period, Subnet);
        for (ulong epoch = 5; epoch < 12; epoch++)
        {
            chain.Commits.Append(Subnet, epoch, new(Bob, [1], 1));
        }

        chain.SetBlock(new(1_097));
        int lost = TimelockedReveal.Run(chain, Subnet);

        Assert.Equal(1, lost);
        Assert.Equal(11 - (int)due, chain.Item("CRV3WeightCommits").Entries().Count());
        Assert.NotEmpty(chain.Commits.TimelockedOf(Subnet, 11));
        Assert.Empty(chain.Events.Records);
    }

    [Theory]
    [InlineData(197, 1)]
    [InlineData(297, 0)]
    public void Nothing_is_taken_in_the_first_two_intervals(ulong block, int left)
    {
        Chain chain = World();
        chain.SetBlock(new(block));
        ulong epoch = RevealWindow.Of(chain, Subnet).EpochOf(block);
        chain.Commits.Append(Subnet, epoch, new(Bob, [1], 1));

        TimelockedReveal.Run(chain, Subnet);

        Assert.Equal(left, chain.Item("CRV3WeightCommits").Entries().Count());
    }

    [Theory]
    [InlineData(5_000, true)]
    [InlineData(5_001, false)]
    public void A_ciphertext_has_at_most_five_thousand_bytes(int length, bool isReadable)
    {
        byte[] bytes = CallTable.Encode(new CommitTimelockedWeights(
            Subnet, new byte[length], 1));

        Assert.Equal(isReadable, Record.Exception(() =>
        {
            ScaleReader reader = new(bytes);
            CallTable.Decode(ref reader);
        }) is null);
    }

    [Fact]
    public void With_commits_on_weights_are_refused_before_anybody_asks_who_signed()
    {
        Chain chain = World();

        Assert.Equal(
            SubtensorError.CommitRevealEnabled, chain.DispatchAs(Origin.None, Row).Error);
        Assert.Equal(
            SubtensorError.InputLengthsUnequal,
            chain.DispatchAs(
                Origin.None, new BatchRevealWeights(Subnet, [[]], [], [], [])).Error);
        Assert.Equal(DispatchError.BadOrigin, chain.DispatchAs(Origin.None, Reveal).Failure);
    }

    [Fact]
    public void Every_call_is_written_and_read_alike()
    {
        ICall[] calls =
        [
            Row, Reveal, new CommitWeights(Subnet, Hash256.Zero),
            new CommitTimelockedWeights(Subnet, [1, 2], 3),
            new BatchCommitWeights([Subnet], [Hash256.Zero]),
            new BatchSetWeights([Subnet], [[new(70, 65_535)]], [9]),
            new BatchRevealWeights(Subnet, [[1]], [[2]], [[3]], [4]),
        ];
        foreach (ICall call in calls)
        {
            byte[] bytes = CallTable.Encode(call);
            ScaleReader reader = new(bytes);

            ICall read = CallTable.Decode(ref reader);

            Assert.True(reader.IsAtEnd);
            Assert.Equal(call.GetType(), read.GetType());
            Assert.Equal(bytes, CallTable.Encode(read));
        }

        Assert.Equal(
            "0750040404041901feff03000424", Convert.ToHexStringLower(
                CallTable.Encode(calls[5])));
    }

    private static string Encoded(BatchWeightItemFailed happened)
    {
        ScaleWriter to = new();
        to.WriteU8(happened.Index);
        happened.EncodeFields(to);
        return Convert.ToHexStringLower(to.ToArray());
    }

    private static Chain World()
    {
        Chain chain = new ChainBuilder()
            .AtBlock(1_000)
            .WithSubnet(1, Tao.Whole(10), Alpha.Whole(10), Alpha.Whole(10))
            .With("Tempo", 99, Subnet)
            .With("CommitRevealWeightsEnabled", true, Subnet)
            .With("MinAllowedWeights", 1, Subnet)
            .With("MaxWeightsLimit", 65_535, Subnet)
            .Build();
        chain.Neurons.Append(Subnet, Bob, new(1));
        chain.Neurons.Append(Subnet, Actor.Charlie.Hotkey, new(1));
        chain.Neurons.GrantPermit(Subnet, new(0));
        chain.Events.IsKept = true;
        return chain;
    }
}
