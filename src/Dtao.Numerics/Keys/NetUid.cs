namespace Dtao.Numerics;

/// <summary>Number of a subnet.</summary>
/// <param name="Value">The number; 0 is root.</param>
public readonly record struct NetUid(ushort Value) : IComparable<NetUid>
{
    /// <summary>The root network.</summary>
    public static NetUid Root => default;

    /// <inheritdoc/>
    public int CompareTo(NetUid other) => Value.CompareTo(other.Value);

    /// <summary>The number.</summary>
    public override string ToString() =>
        Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
