using System.Runtime.InteropServices;

namespace Dtao.Runtime.Epoch.Dense;

/// <summary>A full matrix, cut into pieces of some columns with all rows.</summary>
/// <remarks>
/// The pieces are as wide as the machine computes, and one of them fits its fastest cache.
/// Shape: [pieces, rows, columns of a piece], row = who weighs.
/// </remarks>
internal sealed class PieceRows
{
    private const int LineBytes = 64;
    private ulong[] _cells = [];
    private int _start;
    private int _rows;

    /// <summary>Makes room; what the matrix held is lost.</summary>
    public void Reserve<T>(int pieces, int rows)
        where T : struct, ILanes<T>
    {
        const int LineLength = LineBytes / sizeof(ulong);
        _rows = rows;
        int length = (pieces * rows * T.Count) + LineLength;
        if (_cells.Length >= length) return;
        _cells = GC.AllocateArray<ulong>(length, pinned: true);
        nint address = Marshal.UnsafeAddrOfPinnedArrayElement(_cells, 0);
        _start = (int)(-address & (LineBytes - 1)) / sizeof(ulong);
    }

    /// <summary>All rows of one piece.</summary>
    public Span<T> Piece<T>(int piece)
        where T : struct, ILanes<T>
    {
        int length = _rows * T.Count;
        return MemoryMarshal.Cast<ulong, T>(_cells.AsSpan(_start + (piece * length), length));
    }
}
