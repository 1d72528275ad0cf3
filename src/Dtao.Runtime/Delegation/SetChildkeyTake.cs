using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Delegation;

/// <summary>Sets the part of dividends that a hotkey keeps when it works for parents.</summary>
/// <remarks>
/// Wire: SubtensorModule.set_childkey_take. Upstream: the subnet need not exist.
/// Source: docs/spec/delegation.md#set-childkey-take.
/// </remarks>
/// <param name="Hotkey">The child.</param>
/// <param name="NetUid">Subnet on which the take holds.</param>
/// <param name="Take">New take, in units of 1/65535.</param>
public sealed record SetChildkeyTake(Hotkey Hotkey, NetUid NetUid, ushort Take) : ISignedCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.SubtensorPallet, 75);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        to.Write(Hotkey);
        to.Write(NetUid);
        to.WriteU16(Take);
    }

    internal static SetChildkeyTake Decode(ref ScaleReader from) => new(
        from.ReadHotkey(),
        from.ReadNetUid(),
        from.ReadU16());

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer)
    {
        if (!chain.Stakes.Owns(new(signer), Hotkey)) return SubtensorError.NonAssociatedColdKey;
        if (Take > chain.Delegation.MaximumChildkeyTake) return SubtensorError.InvalidChildkeyTake;
        ulong last = chain.Delegation
            .LastKeyBlock(Hotkey, NetUid, DelegationLedger.SetChildkeyTakeKind).Value;
        ulong age = chain.Block.Value > last ? chain.Block.Value - last : 0;
        if (last != 0 && age < chain.Delegation.ChildkeyTakeRateLimit)
        {
            return SubtensorError.TxChildkeyTakeRateLimitExceeded;
        }

        chain.Delegation.RecordKeyBlock(
            Hotkey, NetUid, DelegationLedger.SetChildkeyTakeKind, chain.Block);
        chain.Delegation.SetChildkeyTake(Hotkey, NetUid, Take);
        if (chain.Events.IsKept) chain.Events.Deposit(new ChildKeyTakeSet(Hotkey, Take));
        return DispatchResult.Ok;
    }
}
