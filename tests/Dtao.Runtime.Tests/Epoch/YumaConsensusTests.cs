using Dtao.Numerics;
using Dtao.Runtime.Epoch;
using Dtao.Runtime.Epoch.Dense;
using Xunit;

namespace Dtao.Runtime.Tests.Epoch;

public class YumaConsensusTests
{
    /// <summary>Numbers side by side; wider ones than the machine has are left out.</summary>
    public static TheoryData<int> Widths =>
    [
        1,
        .. FourLanes.IsSupported ? [4] : Array.Empty<int>(),
        .. EightLanes.IsSupported ? [8] : Array.Empty<int>(),
    ];

    [Theory]
    [MemberData(nameof(Widths))]
    public void Every_width_finds_what_the_reference_finds_in_odd_subnets(int width)
    {
        DenseConsensus shared = new((LaneWidth)width);
        int taken = 0;

        for (int seed = 0; seed < 2_000; seed++)
        {
            EpochInput input = new RandomSubnet(seed).Create(1 + ((seed * 37) % 67));
            DenseConsensus dense = seed % 2 == 0 ? shared : new((LaneWidth)width);
            EpochOutput found = new(input.Count);
            if (!dense.TryRun(input, new EpochMemory(), found)) continue;
            taken++;

            AssertSame(YumaReference.Run(input), found, $"seed {seed}");
        }

        Assert.InRange(taken, 1_000, 1_999);
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void A_small_subnet_sees_nothing_of_the_one_before(int width)
    {
        YumaConsensus shared = new(new DenseConsensus((LaneWidth)width));

        for (int seed = 0; seed < 20_000; seed++)
        {
            EpochInput input = new RandomSubnet(seed).Create(1 + new Random(seed).Next(10));

            EpochOutput found = shared.Run(input, new EpochMemory(), output: null);

            AssertSame(YumaReference.Run(input), found, $"seed {seed}");
        }
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Every_width_finds_what_the_reference_finds_in_full_subnets(int width)
    {
        DenseConsensus dense = new((LaneWidth)width);

        for (int seed = 0; seed < 12; seed++)
        {
            EpochInput input = new RandomSubnet(seed).CreateUsual(256 - (seed % 3), 64);
            EpochOutput found = new(input.Count);

            Assert.True(dense.TryRun(input, new EpochMemory(), found));

            AssertSame(YumaReference.Run(input), found, $"seed {seed}");
        }
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Lists_written_again_and_rows_remembered_change_nothing(int width)
    {
        for (int seed = 0; seed < 60; seed++)
        {
            Random random = new(seed);
            YumaConsensus consensus = new(new DenseConsensus((LaneWidth)width));
            EpochMemory memory = new();
            EpochInput input = new RandomSubnet(seed).CreateUsual(30, 12);
            EpochInput copy = new RandomSubnet(seed).CreateUsual(30, 12);
            for (int epoch = 0; epoch < 12; epoch++)
            {
                Change(input, copy, random);
                EpochOutput expected = YumaReference.Run(copy);

                EpochOutput found = consensus.Run(input, memory, memory.Reusable(30, 0));
                memory.Keep(found, 0);

                AssertSame(expected, found, $"seed {seed}, epoch {epoch}");
                Store(expected, copy);
                Store(found, input);
            }
        }
    }

    [Fact]
    public void The_size_of_a_subnet_may_be_anything()
    {
        YumaConsensus consensus = new();

        for (int count = 0; count <= 256; count++)
        {
            EpochInput input = new RandomSubnet(count).CreateUsual(count, Math.Min(count, 9));

            EpochOutput found = consensus.Run(input, new EpochMemory(), output: null);

            AssertSame(YumaReference.Run(input), found, $"{count} neurons");
        }
    }

    [Fact]
    public void What_is_not_for_the_dense_way_is_refused_before_anything_is_written()
    {
        AssertRefused(static input => input.BondsMovingAverage = 1_000_001);
        AssertRefused(static input => input.Stake[3] = I64F64.FromBits(-1));
        AssertRefused(static input => input.Stake[3] = I64F64.MaxValue);
        AssertRefused(static input => input.Bonds[2] = [new(20, 1)]);
        AssertRefused(static input => input.Bonds[2] = [new(1, 1), new(4, 1), new(1, 1)]);
        AssertRefused(static input => input.Weights[2] = [new(5, 1), new(5, 1)]);
        AssertRefused(static input => input.Count = 0);
    }

    private static void AssertRefused(Action<EpochInput> spoil)
    {
        EpochInput input = new RandomSubnet(1).CreateUsual(20, 8);
        EpochOutput untouched = new(20);
        Assert.True(new DenseConsensus().TryRun(input, new EpochMemory(), new EpochOutput(20)));

        spoil(input);

        Assert.False(new DenseConsensus().TryRun(input, new EpochMemory(), untouched));
        AssertSame(new EpochOutput(20), untouched, "refused");
    }

    private static void AssertSame(EpochOutput expected, EpochOutput found, string name) =>
        Assert.True(
            Outcome.AreEqual(expected, found, out string difference), $"{name}: {difference}");

    /// <summary>What happens between two epochs, on both sides alike.</summary>
    private static void Change(EpochInput input, EpochInput copy, Random random)
    {
        int uid = random.Next(input.Count);
        UidWeight[] row = [.. Enumerable.Range(0, input.Count)
            .Where(_ => random.Next(5) > 0)
            .Select(column => new UidWeight((ushort)column, (ushort)random.Next(65_536)))];
        ulong lastUpdate = (ulong)random.Next(5_000, 10_000);
        ulong registered = random.Next(3) == 0 ? (ulong)random.Next(9_000) : 0;
        bool permit = random.Next(4) > 0;
        Int128 stake = (Int128)random.NextInt64(1L << 50) << 60;
        foreach (EpochInput side in (EpochInput[])[input, copy])
        {
            side.Weights[uid] = [.. row];
            side.LastUpdate[uid] = lastUpdate;
            side.RegisteredAt[(uid * 7) % side.Count] = registered;
            side.ValidatorPermit = (bool[])side.ValidatorPermit.Clone();
            side.ValidatorPermit[(uid * 5) % side.Count] = permit;
            side.Stake[(uid * 3) % side.Count] = I64F64.FromBits(stake);
        }
    }

    private static void Store(EpochOutput found, EpochInput input)
    {
        input.ValidatorPermit = found.ValidatorPermit;
        for (int uid = 0; uid < input.Count; uid++)
        {
            if (found.Bonds[uid] is { } row) input.Bonds[uid] = row;
        }
    }
}
