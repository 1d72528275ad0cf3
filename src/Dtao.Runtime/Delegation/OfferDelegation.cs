using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Delegation;

/// <summary>Does nothing; hotkeys become delegates by other calls.</summary>
/// <remarks>
/// Wire: SubtensorModule.become_delegate. Upstream: whoever asks, it succeeds.
/// Source: docs/spec/delegation.md#delegates.
/// </remarks>
/// <param name="Hotkey">Any hotkey.</param>
public sealed record OfferDelegation(Hotkey Hotkey) : ICall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.SubtensorPallet, 1);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to) => to.Write(Hotkey);

    internal static OfferDelegation Decode(ref ScaleReader from) => new(from.ReadHotkey());

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, Origin origin) => DispatchResult.Ok;
}
