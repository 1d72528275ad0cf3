using Dtao.Crypto;
using Dtao.Numerics;

namespace Dtao.Codec.Extrinsics;

/// <summary>A signature with its kind.</summary>
/// <remarks>Source: docs/spec/codec.md#extrinsics, #signatures.</remarks>
public sealed class MultiSignature : IEquatable<MultiSignature>
{
    private readonly byte[] _bytes;

    /// <summary>A signature of these bytes.</summary>
    /// <param name="scheme">Kind of the signature.</param>
    /// <param name="bytes">64 bytes, or 65 for ECDSA.</param>
    /// <exception cref="FormatException">The kind has another number of bytes.</exception>
    public MultiSignature(SignatureScheme scheme, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != SizeOf(scheme))
        {
            throw new FormatException($"a signature of {scheme} has {SizeOf(scheme)} bytes");
        }

        Scheme = scheme;
        _bytes = bytes.ToArray();
    }

    /// <summary>Kind of the signature.</summary>
    public SignatureScheme Scheme { get; }

    /// <summary>The bytes of the signature.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>Reads a signature and advances.</summary>
    /// <exception cref="FormatException">Unknown kind, or too few bytes.</exception>
    public static MultiSignature Decode(ref ScaleReader from)
    {
        byte scheme = from.ReadU8();
        if (scheme > (byte)SignatureScheme.Ecdsa)
        {
            throw new FormatException($"no signature has the kind {scheme}, "
                + $"byte {from.Offset - 1}");
        }

        return new((SignatureScheme)scheme, from.ReadRaw(SizeOf((SignatureScheme)scheme)));
    }

    /// <summary>Whether an account signed a message by this signature.</summary>
    /// <param name="signer">
    /// The account: its public key, or with ECDSA the BLAKE2b-256 of it.
    /// </param>
    /// <param name="message">
    /// The message, as <see cref="SigningPayload.MessageOf"/> makes it.
    /// </param>
    public bool IsBy(AccountId signer, ReadOnlySpan<byte> message)
    {
        Span<byte> account = stackalloc byte[AccountId.Size];
        signer.CopyTo(account);
        return Scheme switch
        {
            SignatureScheme.Ed25519 => Ed25519.IsSignedBy(account, message, _bytes),
            SignatureScheme.Sr25519 => Sr25519.IsSignedBy(account, message, _bytes),
            _ => Secp256k1.Recover(Blake2b.Hash256(message), _bytes) is { } key
                && account.SequenceEqual(Blake2b.Hash256(key)),
        };
    }

    /// <summary>Appends the signature.</summary>
    public void Encode(ScaleWriter to)
    {
        to.WriteU8((byte)Scheme);
        to.WriteRaw(_bytes);
    }

    /// <inheritdoc/>
    public bool Equals(MultiSignature? other) =>
        other is not null && Scheme == other.Scheme
        && _bytes.AsSpan().SequenceEqual(other._bytes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MultiSignature);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        BitConverter.ToInt32(_bytes, 0) ^ (int)Scheme;

    private static int SizeOf(SignatureScheme scheme) =>
        scheme == SignatureScheme.Ecdsa ? 65 : 64;
}
