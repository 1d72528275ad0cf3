using Dtao.Numerics;

namespace Dtao.Runtime.Epoch;

/// <summary>The same rules on full matrices, as upstream keeps them for its own tests.</summary>
/// <remarks>Rows of equal length. Vectors: vectors/math.json.gz.</remarks>
public static class DenseMatrix
{
    /// <summary>
    /// A full matrix; missing entries are zero, a repeated column keeps the last.
    /// </summary>
    public static I32F32[][] FromSparse(SparseEntry[][] rows, int columns) =>
        Array.ConvertAll(rows, row =>
        {
            I32F32[] full = new I32F32[columns];
            foreach (SparseEntry entry in row)
            {
                full[entry.Column] = entry.Value;
            }

            return full;
        });

    /// <summary>Divides every row by its wrapping sum, where that is positive.</summary>
    public static void NormalizeRows(I32F32[][] rows)
    {
        foreach (I32F32[] row in rows)
        {
            I32F32 sum = Vectors.Sum(row);
            if (sum > I32F32.Zero) Vectors.NormalizeUsing(row, sum);
        }
    }

    /// <summary>Divides every column by its wrapping sum, unless that is zero.</summary>
    public static void NormalizeColumns(I32F32[][] rows) =>
        DivideColumns(rows, SumColumns(rows));

    /// <summary>Divides every column by its largest entry, unless that is zero.</summary>
    public static void UpscaleColumns(I32F32[][] rows)
    {
        if (rows.Length == 0) return;
        I32F32[] largest = (I32F32[])rows[0].Clone();
        foreach (I32F32[] row in rows)
        {
            for (int column = 0; column < row.Length; column++)
            {
                largest[column] = I32F32.Max(largest[column], row[column]);
            }
        }

        DivideColumns(rows, largest);
    }

    /// <summary>Wrapping sums of the rows.</summary>
    public static I32F32[] SumRows(I32F32[][] rows) =>
        Array.ConvertAll(rows, static row => Vectors.Sum(row));

    /// <summary>Saturating sums of the columns.</summary>
    public static I32F32[] SumColumns(I32F32[][] rows)
    {
        I32F32[] sums = new I32F32[rows.Length == 0 ? 0 : rows[0].Length];
        foreach (I32F32[] row in rows)
        {
            for (int column = 0; column < row.Length; column++)
            {
                sums[column] = sums[column].SaturatingAdd(row[column]);
            }
        }

        return sums;
    }

    /// <summary>Multiplies every row by a factor of its own.</summary>
    public static I32F32[][] ScaleRows(I32F32[][] rows, I32F32[] factors)
    {
        I32F32[][] result = new I32F32[rows.Length][];
        for (int row = 0; row < rows.Length; row++)
        {
            I32F32 factor = factors[row];
            result[row] = Array.ConvertAll(
                rows[row], value => value.SaturatingMultiply(factor));
        }

        return result;
    }

    /// <summary>For every column the sum over rows of entry times the row's factor.</summary>
    public static I32F32[] MultiplyColumns(I32F32[][] rows, I32F32[] factors)
    {
        I32F32[] sums = new I32F32[rows.Length == 0 ? 0 : rows[0].Length];
        for (int row = 0; row < rows.Length; row++)
        {
            for (int column = 0; column < sums.Length; column++)
            {
                I32F32 product = factors[row].SaturatingMultiply(rows[row][column]);
                sums[column] = sums[column].SaturatingAdd(product);
            }
        }

        return sums;
    }

    /// <summary>For every row the sum of entry times its column's factor.</summary>
    public static I32F32[] MultiplyRows(I32F32[][] rows, I32F32[] factors) =>
        Array.ConvertAll(rows, row =>
        {
            I32F32 sum = I32F32.Zero;
            for (int column = 0; column < row.Length; column++)
            {
                sum = sum.SaturatingAdd(factors[column].SaturatingMultiply(row[column]));
            }

            return sum;
        });

    /// <summary>Cuts entries at their column's bound.</summary>
    public static void ClipColumns(I32F32[][] rows, I32F32[] bounds)
    {
        foreach (I32F32[] row in rows)
        {
            for (int column = 0; column < row.Length; column++)
            {
                if (row[column] > bounds[column]) row[column] = bounds[column];
            }
        }
    }

    /// <summary>Goes a part of the way from one matrix to another.</summary>
    public static I32F32[][] Interpolate(I32F32[][] from, I32F32[][] to, I32F32 part)
    {
        if (part == I32F32.Zero) return from;
        if (part == I32F32.One) return to;
        return Combine(from, to, (_, one, two) => one.SaturatingAdd(
            part.SaturatingMultiply(two.SaturatingSubtract(one))));
    }

    /// <summary>Elementwise product.</summary>
    public static I32F32[][] Hadamard(I32F32[][] left, I32F32[][] right) =>
        Combine(left, right, static (_, one, two) => one.SaturatingMultiply(two));

    /// <summary>Exponential moving average with one rate.</summary>
    public static I32F32[][] MoveAverage(I32F32[][] fresh, I32F32[][] old, I32F32 rate)
    {
        I32F32 kept = I32F32.One.SaturatingSubtract(rate);
        return Combine(fresh, old, (_, one, two) =>
            rate.SaturatingMultiply(one).SaturatingAdd(kept.SaturatingMultiply(two)));
    }

    /// <summary>Exponential moving average with a rate for each column.</summary>
    public static I32F32[][] MoveAverage(I32F32[][] fresh, I32F32[][] old, I32F32[] rates) =>
        Combine(fresh, old, (column, one, two) =>
        {
            I32F32 rate = rates[column];
            I32F32 kept = I32F32.One.SaturatingSubtract(rate);
            return rate.SaturatingMultiply(one).SaturatingAdd(kept.SaturatingMultiply(two));
        });

    private static I32F32[][] Combine(
        I32F32[][] left, I32F32[][] right, Func<int, I32F32, I32F32, I32F32> combine)
    {
        I32F32[][] result = new I32F32[left.Length][];
        for (int row = 0; row < left.Length; row++)
        {
            result[row] = new I32F32[left[row].Length];
            for (int column = 0; column < result[row].Length; column++)
            {
                result[row][column] = combine(column, left[row][column], right[row][column]);
            }
        }

        return result;
    }

    private static void DivideColumns(I32F32[][] rows, I32F32[] divisors)
    {
        foreach (I32F32[] row in rows)
        {
            for (int column = 0; column < row.Length; column++)
            {
                if (divisors[column] == I32F32.Zero) continue;
                row[column] = row[column].SafeDivide(divisors[column]);
            }
        }
    }
}
