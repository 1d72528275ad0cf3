using Dtao.Runtime.State;

namespace Dtao.Runtime.Registration;

/// <summary>Work as a key of the state: bytes, compared as such.</summary>
/// <remarks>The default value is no bytes.</remarks>
/// <param name="Bytes">The bytes; never written.</param>
internal readonly record struct WorkBytes(byte[]? Bytes)
{
    public static readonly Shape<WorkBytes> Shape = new(
        "list<u8>",
        static (to, value) => to.WriteBytes(value.Bytes),
        static (ref from) => new(from.ReadBytes()));

    public bool Equals(WorkBytes other) =>
        Bytes.AsSpan().SequenceEqual(other.Bytes.AsSpan());

    /// <summary>A hash that depends on all bytes and is the same in every process.</summary>
    public override int GetHashCode()
    {
        uint hash = 2_166_136_261;
        foreach (byte part in Bytes.AsSpan())
        {
            hash = unchecked((hash ^ part) * 16_777_619);
        }

        return unchecked((int)hash);
    }
}
