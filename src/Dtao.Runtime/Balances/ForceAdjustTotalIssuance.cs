using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Balances;

/// <summary>Corrects the sum of all balances without touching one; root alone may.</summary>
/// <remarks>
/// Wire: Balances.force_adjust_total_issuance. Source: docs/spec/balances.md#root.
/// </remarks>
/// <param name="Increases">Up; down otherwise.</param>
/// <param name="Delta">By how much; not zero.</param>
public sealed record ForceAdjustTotalIssuance(bool Increases, Tao Delta) : IRootCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(BalancesErrors.Pallet, 9);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        to.WriteU8(Increases ? (byte)0 : (byte)1);
        to.WriteCompact(Delta.Rao);
    }

    internal static ForceAdjustTotalIssuance Decode(ref ScaleReader from) =>
        new(!from.ReadBool(), Tao.FromRao(from.ReadCompact()));

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain)
    {
        if (Delta == Tao.Zero) return BalancesError.DeltaZero.OnWire();
        Tao before = chain.Balances.TotalIssuance;
        chain.Balances.ForceTotalIssuance(
            Increases ? before.SaturatingAdd(Delta) : before.SaturatingSubtract(Delta));
        return DispatchResult.Ok;
    }
}
