using System.Numerics;

namespace Dtao.Fuzz.Model;

/// <summary>The emission curve of TAO and of every alpha.</summary>
/// <remarks>Source: docs/spec/emission.md#curve.</remarks>
internal static class CurveModel
{
    private static readonly BigInteger Supply = 21_000_000_000_000_000;
    private static readonly BigInteger Billion = 1_000_000_000;

    /// <summary>Emission of a block at an issuance. Unit: rao.</summary>
    public static BigInteger At(BigInteger issuance)
    {
        if (issuance >= Supply) return 0;
        BigInteger left = (BigInteger.One << 32) - ((issuance << 32) / Supply);
        int halvings = 0;
        while (halvings < 32 && left <= BigInteger.One << (31 - halvings))
        {
            halvings++;
        }

        return Billion >> halvings;
    }
}
