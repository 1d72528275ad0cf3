using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Senate;

/// <summary>Seats a hotkey of root in the senate.</summary>
/// <remarks>
/// Wire: SubtensorModule.adjust_senate.
/// Source: docs/spec/senate.md#adjust-senate.
/// </remarks>
/// <param name="Hotkey">Hotkey to seat.</param>
public sealed record AdjustSenate(Hotkey Hotkey) : ISignedCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.SubtensorPallet, 63);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to) => to.Write(Hotkey);

    internal static AdjustSenate Decode(ref ScaleReader from) => new(from.ReadHotkey());

    /// <inheritdoc/>
    /// <remarks>Upstream: root is looked for before anybody asks who signed.</remarks>
    DispatchResult ICall.Dispatch(Chain chain, Origin origin)
    {
        if (!chain.Subnets.Exists(NetUid.Root)) return SubtensorError.RootNetworkDoesNotExist;
        return origin.Signer is { } signer ? Dispatch(chain, signer) : DispatchError.BadOrigin;
    }

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer)
    {
        if (!chain.Subnets.Exists(NetUid.Root)) return SubtensorError.RootNetworkDoesNotExist;
        if (chain.Neurons.UidOf(NetUid.Root, Hotkey) is null)
        {
            return SubtensorError.HotKeyNotRegisteredInSubNet;
        }

        chain.Stakes.CreateAccount(new(signer), Hotkey);
        DispatchResult joined = chain.Senate.Join(chain, Hotkey);
        if (!joined.IsOk) return joined;
        if (!chain.Senate.IsMember(Hotkey)) return SubtensorError.StakeTooLowForRoot;
        if (chain.Events.IsKept) chain.Events.Deposit(new SenateAdjusted(Hotkey));
        return DispatchResult.Ok;
    }
}
