using System.Buffers.Binary;

namespace Dtao.Crypto.Curves;

/// <summary>A number modulo 2^255 − 19, in five limbs of 51 bits.</summary>
/// <remarks>
/// Limbs are below 2^52 between operations. Only public values are computed with, so nothing
/// here takes the same time for all of them.
/// </remarks>
internal readonly struct FieldElement
{
    private const int LimbBits = 51;
    private const ulong Mask = (1UL << LimbBits) - 1;

    // Twice the modulus: what keeps a difference above zero.
    private const ulong TwiceLowest = 0xF_FFFF_FFFF_FFDA;
    private const ulong TwiceOther = 0xF_FFFF_FFFF_FFFE;

    private readonly ulong _l0;
    private readonly ulong _l1;
    private readonly ulong _l2;
    private readonly ulong _l3;
    private readonly ulong _l4;

    private FieldElement(ulong l0, ulong l1, ulong l2, ulong l3, ulong l4)
    {
        _l0 = l0;
        _l1 = l1;
        _l2 = l2;
        _l3 = l3;
        _l4 = l4;
    }

    public static FieldElement Zero => default;

    public static FieldElement One => new(1, 0, 0, 0, 0);

    /// <summary>The lowest bit of the number below the modulus.</summary>
    public bool IsNegative
    {
        get
        {
            Span<byte> bytes = stackalloc byte[32];
            Write(bytes);
            return (bytes[0] & 1) != 0;
        }
    }

    public static FieldElement operator +(in FieldElement a, in FieldElement b) =>
        Carried(a._l0 + b._l0, a._l1 + b._l1, a._l2 + b._l2, a._l3 + b._l3, a._l4 + b._l4);

    public static FieldElement operator -(in FieldElement a, in FieldElement b) => Carried(
        a._l0 + (2 * TwiceLowest) - b._l0,
        a._l1 + (2 * TwiceOther) - b._l1,
        a._l2 + (2 * TwiceOther) - b._l2,
        a._l3 + (2 * TwiceOther) - b._l3,
        a._l4 + (2 * TwiceOther) - b._l4);

    public static FieldElement operator -(in FieldElement a) => Zero - a;

    public static FieldElement operator *(in FieldElement a, in FieldElement b)
    {
        // What would stand above 2^255 comes back nineteen-fold.
        ulong b1 = 19 * b._l1;
        ulong b2 = 19 * b._l2;
        ulong b3 = 19 * b._l3;
        ulong b4 = 19 * b._l4;
        UInt128 r0 = Of(a._l0, b._l0) + Of(a._l1, b4) + Of(a._l2, b3) + Of(a._l3, b2)
            + Of(a._l4, b1);
        UInt128 r1 = Of(a._l0, b._l1) + Of(a._l1, b._l0) + Of(a._l2, b4) + Of(a._l3, b3)
            + Of(a._l4, b2);
        UInt128 r2 = Of(a._l0, b._l2) + Of(a._l1, b._l1) + Of(a._l2, b._l0) + Of(a._l3, b4)
            + Of(a._l4, b3);
        UInt128 r3 = Of(a._l0, b._l3) + Of(a._l1, b._l2) + Of(a._l2, b._l1) + Of(a._l3, b._l0)
            + Of(a._l4, b4);
        UInt128 r4 = Of(a._l0, b._l4) + Of(a._l1, b._l3) + Of(a._l2, b._l2) + Of(a._l3, b._l1)
            + Of(a._l4, b._l0);
        r1 += r0 >> LimbBits;
        r2 += r1 >> LimbBits;
        r3 += r2 >> LimbBits;
        r4 += r3 >> LimbBits;
        return Carried(
            Low(r0) + (19 * (ulong)(r4 >> LimbBits)),
            Low(r1),
            Low(r2),
            Low(r3),
            Low(r4));
    }

    /// <summary>The number of 32 little-endian bytes; the highest bit is not looked at.</summary>
    public static FieldElement Read(ReadOnlySpan<byte> bytes)
    {
        ulong w0 = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        ulong w1 = BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]);
        ulong w2 = BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]);
        ulong w3 = BinaryPrimitives.ReadUInt64LittleEndian(bytes[24..]);
        return new(
            w0 & Mask,
            ((w0 >> 51) | (w1 << 13)) & Mask,
            ((w1 >> 38) | (w2 << 26)) & Mask,
            ((w2 >> 25) | (w3 << 39)) & Mask,
            (w3 >> 12) & Mask);
    }

    /// <summary>Writes the number below the modulus, 32 little-endian bytes.</summary>
    public void Write(Span<byte> bytes)
    {
        FieldElement low = Carried(_l0, _l1, _l2, _l3, _l4);

        // One more than the modulus fits when nineteen more overflow 2^255.
        ulong quotient = (low._l0 + 19) >> LimbBits;
        quotient = (low._l1 + quotient) >> LimbBits;
        quotient = (low._l2 + quotient) >> LimbBits;
        quotient = (low._l3 + quotient) >> LimbBits;
        quotient = (low._l4 + quotient) >> LimbBits;
        ulong l0 = low._l0 + (19 * quotient);
        ulong l1 = low._l1 + (l0 >> LimbBits);
        ulong l2 = low._l2 + (l1 >> LimbBits);
        ulong l3 = low._l3 + (l2 >> LimbBits);
        ulong l4 = (low._l4 + (l3 >> LimbBits)) & Mask;
        l0 &= Mask;
        l1 &= Mask;
        l2 &= Mask;
        l3 &= Mask;
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, l0 | (l1 << 51));
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[8..], (l1 >> 13) | (l2 << 38));
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[16..], (l2 >> 26) | (l3 << 25));
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[24..], (l3 >> 39) | (l4 << 12));
    }

    public bool Is(in FieldElement other)
    {
        Span<byte> own = stackalloc byte[32];
        Span<byte> others = stackalloc byte[32];
        Write(own);
        other.Write(others);
        return own.SequenceEqual(others);
    }

    /// <summary>This one or its negative, whichever is not negative.</summary>
    public FieldElement Absolute() => IsNegative ? -this : this;

    public FieldElement Squared() => this * this;

    /// <summary>The power of 2^252 − 3, with which roots are found.</summary>
    public FieldElement RootPower()
    {
        // Exponents of ones: 2^n − 1 follow from each other by squaring.
        FieldElement ones2 = Squared() * this;
        FieldElement ones4 = ones2.Squared(times: 2) * ones2;
        FieldElement ones5 = ones4.Squared() * this;
        FieldElement ones10 = ones5.Squared(times: 5) * ones5;
        FieldElement ones20 = ones10.Squared(times: 10) * ones10;
        FieldElement ones40 = ones20.Squared(times: 20) * ones20;
        FieldElement ones50 = ones40.Squared(times: 10) * ones10;
        FieldElement ones100 = ones50.Squared(times: 50) * ones50;
        FieldElement ones200 = ones100.Squared(times: 100) * ones100;
        FieldElement ones250 = ones200.Squared(times: 50) * ones50;
        return ones250.Squared(times: 2) * this;
    }

    private FieldElement Squared(int times)
    {
        FieldElement power = this;
        for (int time = 0; time < times; time++)
        {
            power = power.Squared();
        }

        return power;
    }

    private static FieldElement Carried(ulong l0, ulong l1, ulong l2, ulong l3, ulong l4)
    {
        l1 += l0 >> LimbBits;
        l2 += l1 >> LimbBits;
        l3 += l2 >> LimbBits;
        l4 += l3 >> LimbBits;
        l0 = (l0 & Mask) + (19 * (l4 >> LimbBits));
        l1 = (l1 & Mask) + (l0 >> LimbBits);
        return new(l0 & Mask, l1, l2 & Mask, l3 & Mask, l4 & Mask);
    }

    private static ulong Low(UInt128 value) => unchecked((ulong)value) & Mask;

    private static UInt128 Of(ulong a, ulong b) => Math.BigMul(a, b);
}
