namespace Dtao.Runtime.Epoch.Dense;

/// <summary>
/// Some unsigned 64-bit numbers that are computed side by side: a piece of a row.
/// </summary>
/// <remarks>
/// The dense epoch is written once over this interface and runs with whatever width the machine
/// has; every width gives the same bits. All numbers stay below 2^63 unless a method says more.
/// "Half" means the low 32 bits of a number.
/// </remarks>
/// <typeparam name="TSelf">The width.</typeparam>
internal interface ILanes<TSelf>
    where TSelf : struct, ILanes<TSelf>
{
    /// <summary>How many numbers there are; a power of two up to the padding of a row.</summary>
    static abstract int Count { get; }

    /// <summary>The machine computes this width directly.</summary>
    static abstract bool IsSupported { get; }

    /// <summary>The same number everywhere.</summary>
    static abstract TSelf All(ulong value);

    /// <summary>The first 32-bit numbers of a list, widened.</summary>
    static abstract TSelf Widen(ReadOnlySpan<uint> source);

    /// <summary>Writes the halves to the start of a list.</summary>
    static abstract void Narrow(TSelf value, Span<uint> target);

    /// <summary>The first 16-bit numbers of a list, widened.</summary>
    static abstract TSelf WidenShares(ReadOnlySpan<ushort> source);

    /// <summary>Writes the lowest 16 bits to the start of a list.</summary>
    static abstract void NarrowShares(TSelf value, Span<ushort> target);

    /// <summary>Sums; they wrap.</summary>
    static abstract TSelf operator +(TSelf left, TSelf right);

    /// <summary>Differences; they wrap.</summary>
    static abstract TSelf operator -(TSelf left, TSelf right);

    /// <summary>Bits that are set in both.</summary>
    static abstract TSelf operator &(TSelf left, TSelf right);

    /// <summary>Bits that are set in either.</summary>
    static abstract TSelf operator |(TSelf left, TSelf right);

    /// <summary>Bits that are set in one of both.</summary>
    static abstract TSelf operator ^(TSelf left, TSelf right);

    /// <summary>Numbers shifted left by one count.</summary>
    static abstract TSelf operator <<(TSelf value, int count);

    /// <summary>Numbers shifted right by one count.</summary>
    static abstract TSelf operator >>(TSelf value, int count);

    /// <summary>Numbers shifted left by a count of their own, below 64.</summary>
    static abstract TSelf ShiftLeft(TSelf value, TSelf counts);

    /// <summary>Products of the halves, in full.</summary>
    static abstract TSelf MultiplyHalves(TSelf left, TSelf right);

    /// <summary>Floor of element times factor over 2^32: a fixed-point product.</summary>
    /// <param name="elements">Up to 2^32.</param>
    /// <param name="factors">Below 2^32, unless the width says more.</param>
    static abstract TSelf Multiply(TSelf elements, TSelf factors);

    /// <summary>The same, rounded up.</summary>
    static abstract TSelf MultiplyUp(TSelf elements, TSelf factors);

    /// <summary>The smaller numbers.</summary>
    static abstract TSelf Min(TSelf left, TSelf right);

    /// <summary>The larger numbers.</summary>
    static abstract TSelf Max(TSelf left, TSelf right);

    /// <summary>One number where left is at most right, another elsewhere.</summary>
    static abstract TSelf WhereAtMost(TSelf left, TSelf right, TSelf then, TSelf otherwise);

    /// <summary>Leading zero bits.</summary>
    static abstract TSelf LeadingZeros(TSelf value);

    /// <summary>A bit for each number that is not zero, the first one lowest.</summary>
    static abstract uint PositiveBits(TSelf value);

    /// <summary>The sum over the lanes.</summary>
    static abstract ulong Sum(TSelf value);

    /// <summary>All numbers are equal in pairs.</summary>
    static abstract bool AreEqual(TSelf left, TSelf right);
}
