using Dtao.Numerics;

namespace Dtao.Runtime.Epoch;

/// <summary>Rules on sparse matrices that the epoch is made of. Row = who weighs.</summary>
/// <remarks>
/// Entries keep their order within a row and are dropped only where a rule says so.
/// Source: docs/spec/epoch.md#helpers; vectors: vectors/math.json.gz.
/// </remarks>
public static class SparseMatrix
{
    /// <summary>Empties the rows where the mask is true.</summary>
    public static SparseEntry[][] MaskRows(ReadOnlySpan<bool> mask, SparseEntry[][] rows)
    {
        SparseEntry[][] result = new SparseEntry[rows.Length][];
        for (int row = 0; row < rows.Length; row++)
        {
            result[row] = mask[row] ? [] : rows[row];
        }

        return result;
    }

    /// <summary>Drops what a row says of itself.</summary>
    public static SparseEntry[][] MaskDiagonal(SparseEntry[][] rows) =>
        Keep(rows, static (row, entry) => row != entry.Column);

    /// <summary>Drops entries whose row's value is at most that of their column.</summary>
    public static SparseEntry[][] MaskOutdated(
        SparseEntry[][] rows, ulong[] byRow, ulong[] byColumn) =>
        Keep(rows, (row, entry) => byRow[row] > byColumn[entry.Column]);

    /// <summary>Divides every row by its wrapping sum, where that is positive.</summary>
    public static void NormalizeRows(SparseEntry[][] rows)
    {
        foreach (SparseEntry[] row in rows)
        {
            I32F32 sum = I32F32.Zero;
            foreach (SparseEntry entry in row)
            {
                sum = sum.WrappingAdd(entry.Value);
            }

            if (sum <= I32F32.Zero) continue;
            for (int index = 0; index < row.Length; index++)
            {
                row[index] = row[index] with { Value = row[index].Value.SafeDivide(sum) };
            }
        }
    }

    /// <summary>Wrapping sums of the rows.</summary>
    public static I32F32[] SumRows(SparseEntry[][] rows) => Array.ConvertAll(rows, static row =>
    {
        I32F32 sum = I32F32.Zero;
        foreach (SparseEntry entry in row)
        {
            sum = sum.WrappingAdd(entry.Value);
        }

        return sum;
    });

    /// <summary>Saturating sums of the columns.</summary>
    public static I32F32[] SumColumns(SparseEntry[][] rows, int columns)
    {
        I32F32[] sums = new I32F32[columns];
        foreach (SparseEntry[] row in rows)
        {
            foreach (SparseEntry entry in row)
            {
                sums[entry.Column] = sums[entry.Column].SaturatingAdd(entry.Value);
            }
        }

        return sums;
    }

    /// <summary>Divides every column by its sum, unless that is zero.</summary>
    public static void NormalizeColumns(SparseEntry[][] rows, int columns) =>
        DivideColumns(rows, SumColumns(rows, columns));

    /// <summary>Divides every column by its largest entry, unless none is positive.</summary>
    public static void UpscaleColumns(SparseEntry[][] rows, int columns)
    {
        I32F32[] largest = new I32F32[columns];
        foreach (SparseEntry[] row in rows)
        {
            foreach (SparseEntry entry in row)
            {
                largest[entry.Column] = I32F32.Max(largest[entry.Column], entry.Value);
            }
        }

        DivideColumns(rows, largest);
    }

    /// <summary>Multiplies every row by a factor of its own.</summary>
    public static SparseEntry[][] ScaleRows(SparseEntry[][] rows, ReadOnlySpan<I32F32> factors)
    {
        SparseEntry[][] result = new SparseEntry[rows.Length][];
        for (int row = 0; row < rows.Length; row++)
        {
            I32F32 factor = factors[row];
            result[row] = Array.ConvertAll(
                rows[row],
                entry => entry with { Value = entry.Value.SaturatingMultiply(factor) });
        }

        return result;
    }

    /// <summary>For every column the sum over rows of entry times the row's factor.</summary>
    public static I32F32[] MultiplyColumns(
        SparseEntry[][] rows, ReadOnlySpan<I32F32> factors, int columns)
    {
        I32F32[] sums = new I32F32[columns];
        for (int row = 0; row < rows.Length; row++)
        {
            foreach (SparseEntry entry in rows[row])
            {
                I32F32 product = factors[row].SaturatingMultiply(entry.Value);
                sums[entry.Column] = sums[entry.Column].SaturatingAdd(product);
            }
        }

        return sums;
    }

    /// <summary>For every row the sum of entry times its column's factor.</summary>
    public static I32F32[] MultiplyRows(SparseEntry[][] rows, I32F32[] factors) =>
        Array.ConvertAll(rows, row =>
        {
            I32F32 sum = I32F32.Zero;
            foreach (SparseEntry entry in row)
            {
                I32F32 product = factors[entry.Column].SaturatingMultiply(entry.Value);
                sum = sum.SaturatingAdd(product);
            }

            return sum;
        });

    /// <summary>
    /// Cuts entries at their column's bound; a bound that is not positive drops them.
    /// </summary>
    public static SparseEntry[][] ClipColumns(SparseEntry[][] rows, I32F32[] bounds) =>
        Array.ConvertAll(rows, row =>
        {
            List<SparseEntry> kept = new(row.Length);
            foreach (SparseEntry entry in row)
            {
                I32F32 bound = bounds[entry.Column];
                if (bound >= entry.Value) kept.Add(entry);
                else if (bound > I32F32.Zero) kept.Add(entry with { Value = bound });
            }

            return kept.ToArray();
        });

    /// <summary>Sets entries above a threshold to one value and all others to another.</summary>
    public static SparseEntry[][] Clip(
        SparseEntry[][] rows, I32F32 threshold, I32F32 upper, I32F32 lower) =>
        Array.ConvertAll(rows, row => Array.ConvertAll(
            row, entry => entry with { Value = entry.Value >= threshold ? upper : lower }));

    /// <summary>Keeps the entries that reach a threshold.</summary>
    public static SparseEntry[][] KeepFrom(SparseEntry[][] rows, I32F32 threshold) =>
        Keep(rows, (_, entry) => entry.Value >= threshold);

    /// <summary>
    /// Goes a part of the way from one matrix to another; keeps positive entries.
    /// </summary>
    public static SparseEntry[][] Interpolate(
        SparseEntry[][] from, SparseEntry[][] to, int columns, I32F32 part)
    {
        if (part == I32F32.Zero) return from;
        if (part == I32F32.One) return to;
        return Combine(from, to, columns, (one, two) => one.SaturatingAdd(
            part.SaturatingMultiply(two.SaturatingSubtract(one))));
    }

    /// <summary>Elementwise product; keeps positive entries.</summary>
    public static SparseEntry[][] Hadamard(
        SparseEntry[][] left, SparseEntry[][] right, int columns) =>
        Combine(left, right, columns, static (one, two) => one.SaturatingMultiply(two));

    internal static SparseEntry[] Positive(I32F32[] row)
    {
        List<SparseEntry> kept = [];
        for (int column = 0; column < row.Length; column++)
        {
            if (row[column] > I32F32.Zero) kept.Add(new(column, row[column]));
        }

        return [.. kept];
    }

    private static SparseEntry[][] Combine(
        SparseEntry[][] left, SparseEntry[][] right, int columns,
        Func<I32F32, I32F32, I32F32> combine)
    {
        I32F32[][] one = DenseMatrix.FromSparse(left, columns);
        I32F32[][] two = DenseMatrix.FromSparse(right, columns);
        SparseEntry[][] result = new SparseEntry[left.Length][];
        for (int row = 0; row < left.Length; row++)
        {
            I32F32[] combined = new I32F32[columns];
            for (int column = 0; column < columns; column++)
            {
                combined[column] = combine(one[row][column], two[row][column]);
            }

            result[row] = Positive(combined);
        }

        return result;
    }

    private static SparseEntry[][] Keep(
        SparseEntry[][] rows, Func<int, SparseEntry, bool> isKept)
    {
        SparseEntry[][] result = new SparseEntry[rows.Length][];
        for (int row = 0; row < rows.Length; row++)
        {
            int own = row;
            result[row] = Array.FindAll(rows[row], entry => isKept(own, entry));
        }

        return result;
    }

    private static void DivideColumns(SparseEntry[][] rows, I32F32[] divisors)
    {
        foreach (SparseEntry[] row in rows)
        {
            for (int index = 0; index < row.Length; index++)
            {
                I32F32 divisor = divisors[row[index].Column];
                if (divisor == I32F32.Zero) continue;
                row[index] = row[index] with { Value = row[index].Value.SafeDivide(divisor) };
            }
        }
    }
}
