using Dtao.Runtime.State;

namespace Dtao.Runtime.Serving;

/// <summary>A neuron's TLS certificate.</summary>
/// <remarks>Source: docs/spec/serving.md#serve-axon-tls.</remarks>
/// <param name="PublicKey">The key, at most 64 bytes.</param>
/// <param name="Algorithm">Number of the algorithm; not checked.</param>
public sealed record Certificate(byte[] PublicKey, byte Algorithm)
{
    /// <summary>Bytes of a key at most.</summary>
    public const int LongestKey = 64;

    internal static readonly Shape<Certificate> Shape = new(
        "NeuronCertificate",
        static (to, value) =>
        {
            to.WriteBytes(value.PublicKey);
            to.WriteU8(value.Algorithm);
        },
        static (ref from) => new(from.ReadBytes(), from.ReadU8()));

    /// <summary>The certificate of these bytes: algorithm, then key.</summary>
    /// <returns>Null when there are none, or too many.</returns>
    public static Certificate? Of(ReadOnlySpan<byte> bytes) =>
        bytes.Length is >= 1 and <= LongestKey + 1
            ? new(bytes[1..].ToArray(), bytes[0])
            : null;
}
