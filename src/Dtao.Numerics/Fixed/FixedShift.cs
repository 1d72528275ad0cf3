namespace Dtao.Numerics;

/// <summary>Left shifts that stop at the bound instead of losing bits.</summary>
internal static class FixedShift
{
    /// <summary>The value times a power of two, saturating.</summary>
    public static Int128 SaturatingLeft(Int128 value, int shift)
    {
        Int128 shifted = value << shift;
        if (shifted >> shift == value) return shifted;
        return value < 0 ? Int128.MinValue : Int128.MaxValue;
    }

    /// <summary>The value times a power of two, saturating.</summary>
    public static UInt128 SaturatingLeft(UInt128 value, int shift)
    {
        UInt128 shifted = value << shift;
        return shifted >> shift == value ? shifted : UInt128.MaxValue;
    }
}
