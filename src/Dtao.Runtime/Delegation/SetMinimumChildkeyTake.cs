using Dtao.Codec;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Events;

namespace Dtao.Runtime.Delegation;

/// <summary>Sets a lower bound of the childkey take that nothing enforces.</summary>
/// <remarks>
/// Wire: SubtensorModule.sudo_set_min_childkey_take.
/// Source: docs/spec/delegation.md#childkey-limits.
/// </remarks>
/// <param name="Take">New bound, in units of 1/65535.</param>
public sealed record SetMinimumChildkeyTake(ushort Take) : IRootCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.SubtensorPallet, 76);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to) => to.WriteU16(Take);

    internal static SetMinimumChildkeyTake Decode(ref ScaleReader from) => new(from.ReadU16());

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain)
    {
        chain.Delegation.SetMinimumChildkeyTake(Take);
        if (chain.Events.IsKept) chain.Events.Deposit(new MinChildKeyTakeSet(Take));
        return DispatchResult.Ok;
    }
}
