using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Events;

namespace Dtao.Runtime.SystemCalls;

/// <summary>An event of the pallet <c>System</c> about an extrinsic or a call.</summary>
/// <remarks>Source: docs/spec/dispatch.md#system.</remarks>
/// <param name="Index">Number of the event within the pallet on the wire.</param>
public abstract record SystemEvent(byte Index) : IChainEvent
{
    /// <inheritdoc/>
    public byte Pallet => DispatchError.SystemPallet;

    /// <inheritdoc/>
    public abstract void EncodeFields(ScaleWriter to);
}

/// <summary>An extrinsic was applied.</summary>
public sealed record ExtrinsicSuccess(DispatchTerms Terms) : SystemEvent(0)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to) => Terms.Encode(to);
}

/// <summary>An extrinsic failed and was undone.</summary>
public sealed record ExtrinsicFailed(DispatchError Error, DispatchTerms Terms) : SystemEvent(1)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to)
    {
        Error.Encode(to);
        Terms.Encode(to);
    }
}

/// <summary>An account put bytes of this digest into a block.</summary>
public sealed record Remarked(AccountId Sender, Hash256 Digest) : SystemEvent(5)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to)
    {
        to.Write(Sender);
        to.Write(Digest);
    }
}
