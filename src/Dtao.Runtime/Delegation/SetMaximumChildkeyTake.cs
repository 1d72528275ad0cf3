using Dtao.Codec;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Events;

namespace Dtao.Runtime.Delegation;

/// <summary>Sets the upper bound of the childkey take.</summary>
/// <remarks>
/// Wire: SubtensorModule.sudo_set_max_childkey_take.
/// Source: docs/spec/delegation.md#childkey-limits.
/// </remarks>
/// <param name="Take">New bound, in units of 1/65535.</param>
public sealed record SetMaximumChildkeyTake(ushort Take) : IRootCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.SubtensorPallet, 77);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to) => to.WriteU16(Take);

    internal static SetMaximumChildkeyTake Decode(ref ScaleReader from) => new(from.ReadU16());

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain)
    {
        chain.Delegation.SetMaximumChildkeyTake(Take);
        if (chain.Events.IsKept) chain.Events.Deposit(new MaxChildKeyTakeSet(Take));
        return DispatchResult.Ok;
    }
}
