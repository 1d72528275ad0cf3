using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Events;

namespace Dtao.Runtime.Extrinsics;

/// <summary>An account paid for its extrinsic; also told when it paid nothing.</summary>
/// <remarks>Source: docs/spec/dispatch.md#fees.</remarks>
/// <param name="Who">Who paid.</param>
/// <param name="Fee">What was paid in all, the tip included.</param>
/// <param name="Tip">The tip.</param>
public sealed record TransactionFeePaid(AccountId Who, Tao Fee, Tao Tip) : IChainEvent
{
    /// <inheritdoc/>
    public byte Pallet => 6;

    /// <inheritdoc/>
    public byte Index => 0;

    /// <inheritdoc/>
    public void EncodeFields(ScaleWriter to)
    {
        to.Write(Who);
        to.Write(Fee);
        to.Write(Tip);
    }
}
