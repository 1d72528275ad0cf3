using Dtao.Codec;

namespace Dtao.Runtime.Dispatch;

/// <summary>What a call may cost the machines that run it.</summary>
/// <param name="RefTime">Time on the reference machine. Unit: picoseconds.</param>
/// <param name="ProofSize">Size of the state it touches. Unit: bytes.</param>
public readonly record struct Weight(ulong RefTime, ulong ProofSize = 0)
{
    /// <summary>Both parts added; what does not fit becomes the largest number.</summary>
    public Weight SaturatingAdd(Weight other) => new(
        Add(RefTime, other.RefTime), Add(ProofSize, other.ProofSize));

    /// <summary>Both parts subtracted; what falls below zero becomes zero.</summary>
    public Weight SaturatingSubtract(Weight other) => new(
        RefTime - Math.Min(RefTime, other.RefTime),
        ProofSize - Math.Min(ProofSize, other.ProofSize));

    /// <summary>The smaller of each part.</summary>
    public static Weight Min(Weight left, Weight right) => new(
        Math.Min(left.RefTime, right.RefTime), Math.Min(left.ProofSize, right.ProofSize));

    /// <summary>Neither part is above the other weight's.</summary>
    public bool FitsInto(Weight limit) =>
        RefTime <= limit.RefTime && ProofSize <= limit.ProofSize;

    /// <summary>A weight that grows by a time for each of some items.</summary>
    /// <param name="start">Time without items. Unit: picoseconds.</param>
    /// <param name="each">Time of an item. Unit: picoseconds.</param>
    /// <param name="count">Number of items.</param>
    /// <param name="proof">Size of the state. Unit: bytes.</param>
    internal static Weight Linear(ulong start, ulong each, int count, ulong proof = 0) =>
        new(start + (each * (ulong)count), proof);

    internal static Weight Decode(ref ScaleReader from) =>
        new(from.ReadCompact(), from.ReadCompact());

    internal void Encode(ScaleWriter to)
    {
        to.WriteCompact(RefTime);
        to.WriteCompact(ProofSize);
    }

    private static ulong Add(ulong left, ulong right) =>
        left > ulong.MaxValue - right ? ulong.MaxValue : left + right;
}
