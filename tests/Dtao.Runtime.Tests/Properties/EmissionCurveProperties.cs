using System.Numerics;
using Dtao.Runtime.Emission;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Properties;

/// <summary>The curve without logarithm against the chain's formula with logarithm.</summary>
public class EmissionCurveProperties
{
    private static readonly BigInteger One = BigInteger.One << 32;

    [Fact]
    public void Halvings_are_those_of_the_logarithm_everywhere()
    {
        Draws draws = Draws.For(7_001);
        List<ulong> issuances =
        [
            0, 1, BlockEmission.TotalSupply - 1, BlockEmission.TotalSupply, ulong.MaxValue
        ];
        for (int halving = 1; halving <= 32; halving++)
        {
            ulong boundary = BlockEmission.TotalSupply - (BlockEmission.TotalSupply >> halving);
            for (int near = -3; near <= 3; near++)
            {
                issuances.Add((ulong)((Int128)boundary + near));
            }
        }

        for (int round = 0; round < 20_000; round++)
        {
            issuances.Add(draws.UInt64() % BlockEmission.TotalSupply);
            issuances.Add(BlockEmission.TotalSupply - draws.Scaled(1, BlockEmission.TotalSupply));
        }

        foreach (ulong issuance in issuances)
        {
            Assert.True(
                WithLogarithm(issuance) == BlockEmission.At(issuance), $"{draws}: {issuance}");
        }
    }

    [Fact]
    public void The_supply_never_passes_21_million()
    {
        ulong issuance = BlockEmission.TotalSupply - 1_000_000_000;

        for (int block = 0; block < 100_000 && BlockEmission.At(issuance) > 0; block++)
        {
            issuance += BlockEmission.At(issuance);
        }

        Assert.True(issuance < BlockEmission.TotalSupply);
        Assert.Equal(0UL, BlockEmission.At(BlockEmission.TotalSupply));
    }

    private static ulong WithLogarithm(ulong issuance)
    {
        BigInteger supply = new BigInteger(BlockEmission.TotalSupply) << 32;
        BigInteger own = new BigInteger(issuance) << 32;
        if (own >= supply) return 0;
        BigInteger rest = One - ((own << 32) / supply);
        BigInteger logarithm = BinaryLogarithm((One << 32) / rest);
        int halvings = (int)(logarithm >> 32);
        BigInteger part = (One << 32) / (One << halvings);
        return (ulong)((part * (new BigInteger(1_000_000_000) << 32)) >> 64);
    }

    private static BigInteger BinaryLogarithm(BigInteger x)
    {
        BigInteger whole = 0;
        while (x >= 2 * One)
        {
            whole++;
            x = (x + 1) / 2;
        }

        if (x == One) return whole << 32;
        for (int digit = 0; digit < 32; digit++)
        {
            x = (x * x) >> 32;
            whole *= 2;
            if (x < 2 * One) continue;
            whole++;
            x = (x + 1) / 2;
        }

        return whole;
    }
}
