using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Keys;

/// <summary>Makes the signer the owner of a hotkey that has none; otherwise does nothing.</summary>
/// <remarks>
/// Wire: SubtensorModule.try_associate_hotkey.
/// Source: docs/spec/delegation.md#association.
/// </remarks>
/// <param name="Hotkey">The hotkey.</param>
public sealed record TryAssociateHotkey(Hotkey Hotkey) : ISignedCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.SubtensorPallet, 91);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to) => to.Write(Hotkey);

    internal static TryAssociateHotkey Decode(ref ScaleReader from) => new(from.ReadHotkey());

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer)
    {
        chain.Stakes.CreateAccount(new(signer), Hotkey);
        return DispatchResult.Ok;
    }
}
