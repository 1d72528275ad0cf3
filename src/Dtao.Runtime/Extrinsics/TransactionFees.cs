using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Extrinsics;

/// <summary>What an extrinsic costs.</summary>
/// <remarks>Source: docs/spec/dispatch.md#fees.</remarks>
public static class TransactionFees
{
    /// <summary>Weight of an extrinsic beside its call, in every class.</summary>
    public static readonly Weight BaseExtrinsic = new(107_074_000);

    private const ulong HeaviestBlock = 4_000_000_000_000;
    private const ulong PicosecondsPerRao = 2_000;

    /// <summary>The fee with the tip.</summary>
    /// <param name="length">Length of the extrinsic, its prefix included. Unit: bytes.</param>
    /// <param name="terms">Terms of the call; one that does not pay costs its tip.</param>
    /// <param name="tip">What is paid on top.</param>
    /// <remarks>Saturating; one rao for each byte.</remarks>
    public static Tao Of(int length, DispatchTerms terms, Tao tip)
    {
        if (terms.Pays == Pays.No) return tip;
        return OfWeight(BaseExtrinsic.RefTime)
            .SaturatingAdd(Tao.FromRao((ulong)length))
            .SaturatingAdd(OfWeight(terms.Weight.RefTime))
            .SaturatingAdd(tip);
    }

    /// <summary>The fee of a weight, to the nearest rao; ties go down.</summary>
    /// <param name="picoseconds">
    /// Time on the reference machine; more than a whole block counts as a block.
    /// </param>
    public static Tao OfWeight(ulong picoseconds)
    {
        (ulong whole, ulong rest) = Math.DivRem(
            Math.Min(picoseconds, HeaviestBlock), PicosecondsPerRao);
        return Tao.FromRao(rest > PicosecondsPerRao / 2 ? whole + 1 : whole);
    }
}
