using System.Numerics;

namespace Dtao.Crypto.Curves;

/// <summary>Constants of the curve −x² + y² = 1 + d·x²·y², and square roots.</summary>
/// <remarks>Source: docs/spec/codec.md#signatures.</remarks>
internal static class FieldRoots
{
    private static readonly BigInteger Modulus = BigInteger.Pow(2, 255) - 19;

    /// <summary>The square root of −1 that is not negative.</summary>
    public static readonly FieldElement RootOfMinusOne =
        Of(BigInteger.ModPow(2, (Modulus - 1) / 4, Modulus)).Absolute();

    /// <summary>−121665 / 121666.</summary>
    public static readonly FieldElement D = Fraction(-121_665, 121_666);

    /// <summary>Twice <see cref="D"/>.</summary>
    public static readonly FieldElement TwiceD = D + D;

    /// <summary>1 / √(−1 − d), the root that is not negative.</summary>
    public static readonly FieldElement InverseRootOfMinusOneMinusD =
        InverseRoot(-FieldElement.One - D);

    /// <summary>A quotient of small numbers.</summary>
    public static FieldElement Fraction(int above, int below) =>
        Of(above * BigInteger.ModPow(below, Modulus - 2, Modulus));

    /// <summary>
    /// √(u / v), not negative; false when there is none, then √(i·u / v).
    /// </summary>
    public static bool TryRoot(in FieldElement u, in FieldElement v, out FieldElement root)
    {
        FieldElement v3 = v.Squared() * v;
        FieldElement v7 = v3.Squared() * v;
        root = u * v3 * (u * v7).RootPower();
        FieldElement check = v * root.Squared();
        bool isRoot = check.Is(u);
        bool isOfMinus = check.Is(-u);
        if (isOfMinus || check.Is(-(u * RootOfMinusOne))) root *= RootOfMinusOne;
        root = root.Absolute();
        return isRoot || isOfMinus;
    }

    private static FieldElement InverseRoot(in FieldElement square)
    {
        TryRoot(FieldElement.One, square, out FieldElement root);
        return root;
    }

    private static FieldElement Of(BigInteger value)
    {
        BigInteger reduced = ((value % Modulus) + Modulus) % Modulus;
        byte[] bytes = new byte[32];
        reduced.TryWriteBytes(bytes, out _, isUnsigned: true);
        return FieldElement.Read(bytes);
    }
}
