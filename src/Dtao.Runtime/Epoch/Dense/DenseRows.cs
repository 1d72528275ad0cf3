using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Dtao.Runtime.Epoch.Dense;

/// <summary>A full matrix in row order, whose rows can be read in pieces of any width.</summary>
/// <remarks>
/// Rows start on cache lines. Their distance is an odd number of lines, so that one column of
/// all rows spreads over the whole cache. Shape: [rows, columns], row = who weighs.
/// </remarks>
internal sealed class DenseRows
{
    private const int LineBytes = 64;
    private const int LineLength = LineBytes / sizeof(ulong);
    private ulong[] _cells = [];
    private int _start;

    /// <summary>Numbers from one row to the next for a number of columns.</summary>
    public static int StrideOf(int columns)
    {
        int lines = (columns + LineLength - 1) / LineLength;
        return (lines | 1) * LineLength;
    }

    /// <summary>Numbers from one row to the next.</summary>
    public int Stride { get; private set; }

    /// <summary>Makes room; what the matrix held is lost.</summary>
    public void Reserve(int rows, int stride)
    {
        Stride = stride;
        if (_cells.Length >= (rows * stride) + LineLength) return;
        _cells = GC.AllocateArray<ulong>((rows * stride) + LineLength, pinned: true);
        nint address = Marshal.UnsafeAddrOfPinnedArrayElement(_cells, 0);
        _start = (int)(-address & (LineBytes - 1)) / sizeof(ulong);
    }

    /// <summary>One row, padding included.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<ulong> Row(int row) => _cells.AsSpan(_start + (row * Stride), Stride);

    /// <summary>One row in pieces.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<T> Row<T>(int row)
        where T : struct, ILanes<T> => MemoryMarshal.Cast<ulong, T>(Row(row));

    /// <summary>Several rows from one piece of the first on.</summary>
    /// <remarks>The same piece of the next row stands <see cref="Stride"/> numbers later.</remarks>
    public Span<T> From<T>(int rows, int piece)
        where T : struct, ILanes<T>
    {
        // Without rows there may be no cells either, not even those that are skipped.
        if (rows == 0) return [];
        int skipped = piece * T.Count;
        int length = (rows * Stride) - skipped;
        return MemoryMarshal.Cast<ulong, T>(_cells.AsSpan(_start + skipped, length));
    }
}
