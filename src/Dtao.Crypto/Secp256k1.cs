using Org.BouncyCastle.Asn1.X9;
using Org.BouncyCastle.Crypto.EC;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Math.EC;

namespace Dtao.Crypto;

/// <summary>Recovery of keys from ECDSA signatures on secp256k1.</summary>
/// <remarks>Source: docs/spec/codec.md#signatures.</remarks>
public static class Secp256k1
{
    /// <summary>Length of a signature with its recovery number in bytes.</summary>
    public const int SignatureSize = 65;

    private const byte LegacyOffset = 27;

    private static readonly X9ECParameters Curve = CustomNamedCurves.GetByName("secp256k1");

    private static readonly BigInteger FieldSize = Curve.Curve.Field.Characteristic;

    /// <summary>The compressed key that made a signature, 33 bytes; null when none did.</summary>
    /// <param name="digest">The signed digest, 32 bytes.</param>
    /// <param name="signature">
    /// 65 bytes: r, s, and the recovery number 0 to 3, or the same with 27 added.
    /// </param>
    public static byte[]? Recover(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> signature)
    {
        if (digest.Length != 32 || signature.Length != SignatureSize) return null;
        int number = signature[^1] >= LegacyOffset
            ? signature[^1] - LegacyOffset
            : signature[^1];
        BigInteger r = Positive(signature[..32]);
        BigInteger s = Positive(signature[32..64]);
        if (number > 3 || !IsInRange(r) || !IsInRange(s)) return null;

        BigInteger x = number < 2 ? r : r.Add(Curve.N);
        if (x.CompareTo(FieldSize) >= 0 || PointAt(x, (number & 1) != 0) is not { } point)
        {
            return null;
        }

        BigInteger inverse = r.ModInverse(Curve.N);
        BigInteger ofBase = Positive(digest).Negate().Multiply(inverse).Mod(Curve.N);
        BigInteger ofPoint = s.Multiply(inverse).Mod(Curve.N);
        ECPoint key = ECAlgorithms.SumOfTwoMultiplies(Curve.G, ofBase, point, ofPoint);
        return key.IsInfinity ? null : key.Normalize().GetEncoded(compressed: true);
    }

    private static bool IsInRange(BigInteger value) =>
        value.SignValue > 0 && value.CompareTo(Curve.N) < 0;

    private static ECPoint? PointAt(BigInteger x, bool isOdd)
    {
        byte[] encoded = [(byte)(isOdd ? 3 : 2), .. Padded(x)];
        try
        {
            return Curve.Curve.DecodePoint(encoded);
        }
        catch (ArgumentException)
        {
            // No point of the curve has this x.
            return null;
        }
    }

    private static byte[] Padded(BigInteger value)
    {
        byte[] bytes = value.ToByteArrayUnsigned();
        return [.. new byte[32 - bytes.Length], .. bytes];
    }

    private static BigInteger Positive(ReadOnlySpan<byte> bytes) => new(1, bytes.ToArray());
}
