namespace Dtao.Crypto.Curves;

/// <summary>A point of the Edwards curve of Ed25519, in extended coordinates.</summary>
/// <remarks>
/// x = X/Z, y = Y/Z, x·y = T/Z. The sums are complete: they hold for every pair of points.
/// Source: docs/spec/codec.md#signatures.
/// </remarks>
internal readonly struct EdwardsPoint
{
    private readonly FieldElement _x;
    private readonly FieldElement _y;
    private readonly FieldElement _z;
    private readonly FieldElement _t;

    private EdwardsPoint(
        in FieldElement x, in FieldElement y, in FieldElement z, in FieldElement t)
    {
        _x = x;
        _y = y;
        _z = z;
        _t = t;
    }

    /// <summary>The neutral point.</summary>
    public static EdwardsPoint Neutral { get; } =
        At(FieldElement.Zero, FieldElement.One);

    /// <summary>The base point: y is 4/5 and x is not negative.</summary>
    public static EdwardsPoint Base { get; } = BaseOf(FieldRoots.Fraction(4, 5));

    /// <summary>This is the neutral point.</summary>
    public bool IsNeutral => _x.Is(FieldElement.Zero) && _y.Is(_z);

    public static EdwardsPoint operator +(in EdwardsPoint p, in EdwardsPoint q)
    {
        FieldElement a = (p._y - p._x) * (q._y - q._x);
        FieldElement b = (p._y + p._x) * (q._y + q._x);
        FieldElement c = p._t * FieldRoots.TwiceD * q._t;
        FieldElement d = p._z * (q._z + q._z);
        return Joined(b - a, d - c, d + c, b + a);
    }

    public static EdwardsPoint operator -(in EdwardsPoint p) => new(-p._x, p._y, p._z, -p._t);

    /// <summary>The point with these coordinates, which must lie on the curve.</summary>
    public static EdwardsPoint At(in FieldElement x, in FieldElement y) =>
        new(x, y, FieldElement.One, x * y);

    /// <summary>a·P + b·B, where B is the base point; not in constant time.</summary>
    /// <param name="a">32 little-endian bytes.</param>
    /// <param name="p">P.</param>
    /// <param name="b">32 little-endian bytes.</param>
    public static EdwardsPoint Combined(
        ReadOnlySpan<byte> a, in EdwardsPoint p, ReadOnlySpan<byte> b)
    {
        EdwardsPoint both = p + Base;
        EdwardsPoint sum = Neutral;
        for (int bit = 255; bit >= 0; bit--)
        {
            sum = sum.Doubled();
            bool hasA = Bit(a, bit);
            bool hasB = Bit(b, bit);
            if (hasA && hasB) sum += both;
            else if (hasA) sum += p;
            else if (hasB) sum += Base;
        }

        return sum;
    }

    /// <summary>
    /// Reads a point as Ed25519 writes it: y, and the sign of x in the highest bit.
    /// </summary>
    /// <remarks>
    /// As ZIP-215 asks, y may be written with the modulus added, and zero may have a sign.
    /// </remarks>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out EdwardsPoint point)
    {
        FieldElement y = FieldElement.Read(bytes);
        FieldElement square = y.Squared();
        bool isOnCurve = FieldRoots.TryRoot(
            square - FieldElement.One,
            (FieldRoots.D * square) + FieldElement.One,
            out FieldElement x);
        bool isNegative = (bytes[31] & 0x80) != 0;
        point = At(isNegative ? -x : x, y);
        return isOnCurve;
    }

    /// <summary>Reads a Ristretto point, of which every one has one form.</summary>
    public static bool TryReadRistretto(ReadOnlySpan<byte> bytes, out EdwardsPoint point)
    {
        point = Neutral;
        FieldElement s = FieldElement.Read(bytes);
        Span<byte> again = stackalloc byte[32];
        s.Write(again);
        if (!again.SequenceEqual(bytes) || s.IsNegative) return false;

        FieldElement square = s.Squared();
        FieldElement u1 = FieldElement.One - square;
        FieldElement u2 = FieldElement.One + square;
        FieldElement u2Square = u2.Squared();
        FieldElement v = -(FieldRoots.D * u1.Squared()) - u2Square;
        bool isSquare = FieldRoots.TryRoot(
            FieldElement.One, v * u2Square, out FieldElement root);
        FieldElement x = ((s + s) * (root * u2)).Absolute();
        FieldElement y = u1 * (root * (root * u2) * v);
        point = At(x, y);
        return isSquare && !point._t.IsNegative && !y.Is(FieldElement.Zero);
    }

    /// <summary>Writes the Ristretto point, 32 bytes.</summary>
    public void WriteRistretto(Span<byte> bytes)
    {
        FieldElement u1 = (_z + _y) * (_z - _y);
        FieldElement u2 = _x * _y;
        FieldRoots.TryRoot(FieldElement.One, u1 * u2.Squared(), out FieldElement root);
        FieldElement below1 = root * u1;
        FieldElement below2 = root * u2;
        FieldElement inverse = below1 * below2 * _t;
        bool isTurned = (_t * inverse).IsNegative;
        FieldElement x = isTurned ? _y * FieldRoots.RootOfMinusOne : _x;
        FieldElement y = isTurned ? _x * FieldRoots.RootOfMinusOne : _y;
        FieldElement below = isTurned
            ? below1 * FieldRoots.InverseRootOfMinusOneMinusD
            : below2;
        if ((x * inverse).IsNegative) y = -y;
        (below * (_z - y)).Absolute().Write(bytes);
    }

    public EdwardsPoint Doubled()
    {
        FieldElement a = _x.Squared();
        FieldElement b = _y.Squared();
        FieldElement c = _z.Squared();
        FieldElement e = (_x + _y).Squared() - a - b;
        FieldElement g = b - a;
        return Joined(e, g - (c + c), g, -(a + b));
    }

    private static EdwardsPoint Joined(
        in FieldElement e, in FieldElement f, in FieldElement g, in FieldElement h) =>
        new(e * f, g * h, f * g, e * h);

    private static EdwardsPoint BaseOf(in FieldElement y)
    {
        Span<byte> bytes = stackalloc byte[32];
        y.Write(bytes);
        TryRead(bytes, out EdwardsPoint point);
        return point;
    }

    private static bool Bit(ReadOnlySpan<byte> bytes, int bit) =>
        (bytes[bit >> 3] & (1 << (bit & 7))) != 0;
}
