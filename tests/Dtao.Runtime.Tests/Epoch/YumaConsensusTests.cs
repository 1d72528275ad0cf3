using Dtao.Runtime.Epoch;
using Dtao.Runtime.Epoch.Dense;
using Xunit;

namespace Dtao.Runtime.Tests.Epoch;

public class YumaConsensusTests
{
    public static TheoryData<LaneWidth> Widths => [.. Enum.GetValues<LaneWidth>()];

    [Theory]
    [MemberData(nameof(Widths))]
    public void Every_width_finds_what_the_reference_finds(LaneWidth width)
    {
        YumaConsensus shared = new(new DenseConsensus(width));

        for (int seed = 0; seed < 1_500; seed++)
        {
            int count = 1 + ((seed * 37) % 67);
            EpochInput input = new RandomSubnet(seed).Create(count);
            YumaConsensus consensus = seed % 2 == 0 ? shared : new(new DenseConsensus(width));

            AssertSame(input, consensus, $"seed {seed}, {count} neurons");
        }
    }

    private static void AssertSame(EpochInput input, YumaConsensus consensus, string name)
    {
        EpochOutput expected = YumaReference.Run(input);
        EpochOutput found = consensus.Run(input, new EpochMemory(), output: null);

        bool areEqual = Outcome.AreEqual(expected, found, out string difference);
        Assert.True(areEqual, $"{name}: {difference}");
    }
}
