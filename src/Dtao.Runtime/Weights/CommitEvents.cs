using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Events;

namespace Dtao.Runtime.Weights;

/// <summary>Weights were committed under a time lock.</summary>
/// <remarks>Source: docs/spec/weights.md#time-locked-commit.</remarks>
/// <param name="Hotkey">Who committed.</param>
/// <param name="NetUid">Subnet of the weights.</param>
/// <param name="Hash">BLAKE2b-256 of the ciphertext.</param>
public sealed record CRV3WeightsCommitted(Hotkey Hotkey, NetUid NetUid, Hash256 Hash)
    : SubtensorEvent(78)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to)
    {
        to.Write(Hotkey);
        to.Write(NetUid);
        to.WriteRaw(Hash.ToArray());
    }
}

/// <summary>Weights were committed.</summary>
/// <param name="Hotkey">Who committed.</param>
/// <param name="NetUid">Subnet of the weights.</param>
/// <param name="Hash">Digest of what will be revealed.</param>
public sealed record WeightsCommitted(Hotkey Hotkey, NetUid NetUid, Hash256 Hash)
    : SubtensorEvent(79)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to)
    {
        to.Write(Hotkey);
        to.Write(NetUid);
        to.WriteRaw(Hash.ToArray());
    }
}

/// <summary>Committed weights were revealed.</summary>
/// <param name="Hotkey">Who revealed.</param>
/// <param name="NetUid">Subnet of the weights.</param>
/// <param name="Hash">Digest of what was revealed.</param>
public sealed record WeightsRevealed(Hotkey Hotkey, NetUid NetUid, Hash256 Hash)
    : SubtensorEvent(80)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to)
    {
        to.Write(Hotkey);
        to.Write(NetUid);
        to.WriteRaw(Hash.ToArray());
    }
}

/// <summary>Several commits were revealed.</summary>
/// <param name="Hotkey">Who revealed.</param>
/// <param name="NetUid">Subnet of the weights.</param>
/// <param name="Hashes">Digests in the order of the call.</param>
public sealed record WeightsBatchRevealed(
    Hotkey Hotkey, NetUid NetUid, IReadOnlyList<Hash256> Hashes)
    : SubtensorEvent(81)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to)
    {
        to.Write(Hotkey);
        to.Write(NetUid);
        to.WriteList(Hashes, static (writer, hash) => writer.WriteRaw(hash.ToArray()));
    }
}

/// <summary>A batch of weights or commits is through, whatever became of its items.</summary>
/// <param name="NetUids">Subnets as they were passed.</param>
/// <param name="Hotkey">Whose batch.</param>
public sealed record BatchWeightsCompleted(IReadOnlyList<NetUid> NetUids, Hotkey Hotkey)
    : SubtensorEvent(82)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to)
    {
        to.WriteList(NetUids, static (writer, subnet) => writer.WriteCompact(subnet.Value));
        to.Write(Hotkey);
    }
}

/// <summary>Some items of a batch failed; they follow.</summary>
public sealed record BatchCompletedWithErrors() : SubtensorEvent(83)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to)
    {
        // It has no fields.
    }
}

/// <summary>An item of a batch failed.</summary>
/// <param name="Error">Why.</param>
public sealed record BatchWeightItemFailed(DispatchError Error) : SubtensorEvent(84)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to) => Error.Encode(to);
}
