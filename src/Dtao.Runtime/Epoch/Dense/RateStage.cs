using Dtao.Numerics;

namespace Dtao.Runtime.Epoch.Dense;

/// <summary>At what rates bonds move.</summary>
/// <remarks>Source: docs/spec/epoch.md#liquid-alpha.</remarks>
internal static class RateStage
{
    /// <summary>Fills in the plain rate.</summary>
    /// <returns>False when it is not between zero and one.</returns>
    public static bool TryFindPlain(EpochInput input, EpochWorkspace work)
    {
        long plain = Epoch.Bonds.PlainRate(input.BondsMovingAverage).Bits;
        if (plain is < 0 or > (long)EpochWorkspace.One) return false;
        Array.Fill(work.Rates, (ulong)plain);
        return true;
    }

    /// <summary>Some rate may be exactly zero or one, so that a factor is one.</summary>
    public static bool MayBeWhole(EpochInput input) =>
        input.BondsMovingAverage is 0 or >= 1_000_000
        || (input.LiquidAlpha && (input.AlphaLow is 0 or ushort.MaxValue
            || input.AlphaHigh is 0 or ushort.MaxValue));

    /// <summary>Finds the rate of every column by its consensus.</summary>
    /// <returns>False when there is no curve to find it by, and the plain rate holds.</returns>
    public static bool TryFindLiquid(EpochInput input, EpochWorkspace work)
    {
        ReadOnlySpan<ulong> consensus = work.Consensus.AsSpan(0, work.Count);
        Span<ulong> sorted = work.Scratch.AsSpan(0, work.Count);
        consensus.CopyTo(sorted);
        sorted.Sort();
        I32F32 high = Quantile(sorted, 3);
        I32F32 low = Quantile(sorted, 1);
        if (high == I32F32.Zero) return false;

        I32F32 alphaLow = Vectors.FromShare16(input.AlphaLow);
        I32F32 alphaHigh = Vectors.FromShare16(input.AlphaHigh);
        (I32F32 slope, I32F32 offset) = LiquidAlpha.Curve(alphaHigh, alphaLow, high, low);
        for (int column = 0; column < consensus.Length; column++)
        {
            I32F32 power = LiquidAlpha.Exponential(offset.SaturatingSubtract(
                slope.SaturatingMultiply(I32F32.FromBits((long)consensus[column]))));
            I32F32 rate = I32F32.One.SafeDivide(I32F32.One.SaturatingAdd(power));
            I32F32 held = I32F32.Max(I32F32.Min(rate, alphaHigh), alphaLow);
            work.Rates[column] = (ulong)held.Bits;
        }

        return true;
    }

    /// <summary>The value below which some quarters of a sorted list lie.</summary>
    private static I32F32 Quantile(ReadOnlySpan<ulong> sorted, int quarters)
    {
        int place = quarters * (sorted.Length - 1);
        long low = (long)sorted[place / 4];
        if (place % 4 == 0) return I32F32.FromBits(low);
        I32F32 part = I32F32.FromBits((long)(place % 4) << 30);
        I32F32 step = I32F32.FromBits((long)sorted[(place / 4) + 1] - low);
        return I32F32.FromBits(low).SaturatingAdd(step.SaturatingMultiply(part));
    }
}
