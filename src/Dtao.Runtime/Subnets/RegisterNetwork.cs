using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Subnets;

/// <summary>Founds a subnet without an identity.</summary>
/// <remarks>
/// Wire: SubtensorModule.register_network. Source: docs/spec/subnets.md#register-network.
/// </remarks>
/// <param name="Hotkey">Hotkey of the owner.</param>
public sealed record RegisterNetwork(Hotkey Hotkey) : ISignedCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.SubtensorPallet, 59);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to) => to.Write(Hotkey);

    internal static RegisterNetwork Decode(ref ScaleReader from) => new(from.ReadHotkey());

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer) =>
        SubnetFounding.Run(chain, new(signer), Hotkey, identity: null);
}
