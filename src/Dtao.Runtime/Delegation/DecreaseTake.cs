using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Delegation;

/// <summary>Lowers the part of dividends that a hotkey's owner keeps.</summary>
/// <remarks>
/// Wire: SubtensorModule.decrease_take. Upstream: without an entry any take may be set.
/// Source: docs/spec/delegation.md#takes.
/// </remarks>
/// <param name="Hotkey">The delegate.</param>
/// <param name="Take">New take, in units of 1/65535.</param>
public sealed record DecreaseTake(Hotkey Hotkey, ushort Take) : ISignedCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.SubtensorPallet, 65);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        to.Write(Hotkey);
        to.WriteU16(Take);
    }

    internal static DecreaseTake Decode(ref ScaleReader from) => new(
        from.ReadHotkey(),
        from.ReadU16());

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer)
    {
        Coldkey coldkey = new(signer);
        DispatchResult check = TakeChecks.Ownership(chain, coldkey, Hotkey);
        if (!check.IsOk) return check;
        if (chain.Delegation.IsDelegate(Hotkey) && Take >= chain.Delegation.TakeOf(Hotkey))
        {
            return SubtensorError.DelegateTakeTooLow;
        }

        if (Take < chain.Delegation.MinimumTake) return SubtensorError.DelegateTakeTooLow;

        chain.Delegation.SetTake(Hotkey, Take);
        if (chain.Spec.LimitsTakesByHotkey)
        {
            chain.Delegation.RecordTakeBlock(Hotkey.Account, chain.Block);
        }

        if (chain.Events.IsKept) chain.Events.Deposit(new TakeDecreased(coldkey, Hotkey, Take));
        return DispatchResult.Ok;
    }
}
