namespace Dtao.Numerics;

/// <summary>Number of a neuron within its subnet.</summary>
/// <param name="Value">The number, from 0.</param>
public readonly record struct Uid(ushort Value) : IComparable<Uid>
{
    /// <inheritdoc/>
    public int CompareTo(Uid other) => Value.CompareTo(other.Value);

    /// <summary>The number.</summary>
    public override string ToString() =>
        Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
