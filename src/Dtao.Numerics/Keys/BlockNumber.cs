namespace Dtao.Numerics;

/// <summary>Number of a block.</summary>
/// <param name="Value">The number; 0 is the genesis block.</param>
public readonly record struct BlockNumber(ulong Value) : IComparable<BlockNumber>
{
    /// <inheritdoc/>
    public int CompareTo(BlockNumber other) => Value.CompareTo(other.Value);

    /// <summary>The number.</summary>
    public override string ToString() =>
        Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
