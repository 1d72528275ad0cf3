using Dtao.Codec;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Events;

namespace Dtao.Runtime.Delegation;

/// <summary>Sets the spacing of childkey-take changes.</summary>
/// <remarks>
/// Wire: SubtensorModule.sudo_set_tx_childkey_take_rate_limit.
/// Source: docs/spec/delegation.md#childkey-limits.
/// </remarks>
/// <param name="Blocks">Blocks between two changes.</param>
public sealed record SetChildkeyTakeRateLimit(ulong Blocks) : IRootCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.SubtensorPallet, 69);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to) => to.WriteU64(Blocks);

    internal static SetChildkeyTakeRateLimit Decode(ref ScaleReader from) => new(from.ReadU64());

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain)
    {
        chain.Delegation.SetChildkeyTakeRateLimit(Blocks);
        if (chain.Events.IsKept) chain.Events.Deposit(new TxChildKeyTakeRateLimitSet(Blocks));
        return DispatchResult.Ok;
    }
}
