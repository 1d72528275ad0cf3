using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Identities;

namespace Dtao.Runtime.Subnets;

/// <summary>Founds a subnet and says what it is.</summary>
/// <remarks>
/// Wire: SubtensorModule.register_network_with_identity.
/// Source: docs/spec/subnets.md#register-network.
/// </remarks>
/// <param name="Hotkey">Hotkey of the owner.</param>
/// <param name="Identity">What the subnet is; null tells nothing.</param>
public sealed record RegisterNetworkWithIdentity(Hotkey Hotkey, SubnetIdentity? Identity)
    : ISignedCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.SubtensorPallet, 79);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        to.Write(Hotkey);
        to.WriteBool(Identity is not null);
        Identity?.Encode(to);
    }

    internal static RegisterNetworkWithIdentity Decode(ref ScaleReader from)
    {
        Hotkey hotkey = from.ReadHotkey();
        return new(hotkey, from.ReadBool() ? SubnetIdentity.Decode(ref from) : null);
    }

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer) =>
        SubnetFounding.Run(chain, new(signer), Hotkey, Identity);
}
