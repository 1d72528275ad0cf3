namespace Dtao.Conformance.State;

/// <summary>Byte strings are equal when their bytes are.</summary>
internal sealed class ByteComparer : IEqualityComparer<byte[]>
{
    /// <summary>The one comparer.</summary>
    public static ByteComparer Instance { get; } = new();

    /// <inheritdoc/>
    public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

    /// <inheritdoc/>
    public int GetHashCode(byte[] obj)
    {
        HashCode hash = default;
        hash.AddBytes(obj);
        return hash.ToHashCode();
    }
}
