namespace Dtao.Runtime.Epoch.Dense;

/// <summary>A full matrix of stored values in row order.</summary>
/// <remarks>Shape: [rows, columns], row = who weighs; rows are padded with zeros.</remarks>
internal sealed class ShareRows
{
    private ushort[] _cells = [];

    /// <summary>Numbers from one row to the next.</summary>
    public int Stride { get; private set; }

    /// <summary>Makes room; what the matrix held is lost.</summary>
    public void Reserve(int rows, int stride)
    {
        Stride = stride;
        if (_cells.Length < rows * stride) _cells = new ushort[rows * stride];
    }

    /// <summary>One row, padding included.</summary>
    public Span<ushort> Row(int row) => _cells.AsSpan(row * Stride, Stride);

    /// <summary>All rows from one column of the first on.</summary>
    /// <remarks>The same column of the next row stands <see cref="Stride"/> later.</remarks>
    public Span<ushort> From(int column) =>
        column < _cells.Length ? _cells.AsSpan(column) : [];
}
