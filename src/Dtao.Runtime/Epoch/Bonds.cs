using Dtao.Numerics;

namespace Dtao.Runtime.Epoch;

/// <summary>How bonds follow weights: an exponential moving average by row.</summary>
/// <remarks>Source: docs/spec/epoch.md#bonds; vectors: vectors/math.json.gz (mat_ema).</remarks>
public static class Bonds
{
    /// <summary>The rate of the plain average, from the stored parts per million.</summary>
    public static I32F32 PlainRate(ulong movingAverage)
    {
        I64F64 kept = I64F64.FromInteger(movingAverage)
            .SafeDivide(I64F64.FromInteger(1_000_000UL));
        return I32F32.One.SaturatingSubtract(kept.ToI32F32());
    }

    /// <summary>Average with one rate; keeps positive entries, ascending.</summary>
    public static SparseEntry[][] MoveAverage(
        SparseEntry[][] fresh, SparseEntry[][] old, int columns, I32F32 rate)
    {
        I32F32 kept = I32F32.One.SaturatingSubtract(rate);
        SparseEntry[][] result = new SparseEntry[fresh.Length][];
        for (int row = 0; row < fresh.Length; row++)
        {
            I32F32[] sums = new I32F32[columns];
            foreach (SparseEntry entry in fresh[row])
            {
                I32F32 part = rate.SaturatingMultiply(entry.Value);
                sums[entry.Column] = sums[entry.Column].SaturatingAdd(part);
            }

            foreach (SparseEntry entry in old[row])
            {
                I32F32 part = kept.SaturatingMultiply(entry.Value);
                sums[entry.Column] = sums[entry.Column].SaturatingAdd(part);
            }

            result[row] = SparseMatrix.Positive(sums);
        }

        return result;
    }

    /// <summary>Average with a rate for each column; keeps positive entries, ascending.</summary>
    /// <remarks>Upstream: a column that stands twice in a fresh row keeps its last entry.</remarks>
    public static SparseEntry[][] MoveAverage(
        SparseEntry[][] fresh, SparseEntry[][] old, int columns, I32F32[] rates)
    {
        SparseEntry[][] result = new SparseEntry[fresh.Length][];
        for (int row = 0; row < fresh.Length; row++)
        {
            I32F32[] sums = new I32F32[columns];
            foreach (SparseEntry entry in fresh[row])
            {
                sums[entry.Column] = rates[entry.Column].SaturatingMultiply(entry.Value);
            }

            foreach (SparseEntry entry in old[row])
            {
                I32F32 kept = I32F32.One.SaturatingSubtract(rates[entry.Column]);
                I32F32 part = kept.SaturatingMultiply(entry.Value);
                sums[entry.Column] = sums[entry.Column].SaturatingAdd(part);
            }

            result[row] = SparseMatrix.Positive(sums);
        }

        return result;
    }
}
