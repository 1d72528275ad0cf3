using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Identities;

/// <summary>Says who the signer is; one of its hotkeys must sit on a subnet.</summary>
/// <remarks>
/// Wire: SubtensorModule.set_identity. Source: docs/spec/identities.md#set-identity.
/// </remarks>
/// <param name="Identity">The identity.</param>
public sealed record SetIdentity(ColdkeyIdentity Identity) : ISignedCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.SubtensorPallet, 68);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to) => Identity.Encode(to);

    internal static SetIdentity Decode(ref ScaleReader from) =>
        new(ColdkeyIdentity.Decode(ref from));

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer)
    {
        Coldkey coldkey = new(signer);
        if (!HasNeuron(chain, coldkey)) return SubtensorError.HotKeyNotRegisteredInNetwork;
        if (!Identity.IsValid) return SubtensorError.InvalidIdentity;

        chain.Identities.Set(coldkey, Identity);
        if (chain.Events.IsKept) chain.Events.Deposit(new ChainIdentitySet(coldkey));
        return DispatchResult.Ok;
    }

    private static bool HasNeuron(Chain chain, Coldkey coldkey)
    {
        foreach (Hotkey hotkey in chain.Stakes.OwnedHotkeysOf(coldkey))
        {
            if (chain.Neurons.IsMemberOfAny(hotkey)) return true;
        }

        return false;
    }
}
