using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Weights;

/// <summary>Commits the signer's weights on several subnets.</summary>
/// <remarks>
/// Wire: SubtensorModule.batch_commit_weights. Source: docs/spec/weights.md#batches.
/// </remarks>
/// <param name="NetUids">The subnets.</param>
/// <param name="Hashes">A digest for each subnet.</param>
public sealed record BatchCommitWeights(NetUid[] NetUids, Hash256[] Hashes) : ISignedCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.SubtensorPallet, 100);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        to.WriteList(NetUids, static (writer, subnet) => writer.WriteCompact(subnet.Value));
        to.WriteList(Hashes, static (writer, hash) => writer.WriteRaw(hash.ToArray()));
    }

    internal static BatchCommitWeights Decode(ref ScaleReader from) => new(
        from.ReadList(static (ref ScaleReader reader) => new NetUid(reader.ReadCompactShort())),
        from.ReadList(static (ref ScaleReader reader) =>
            Hash256.FromBytes(reader.ReadRaw(Hash256.Size))));

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer)
    {
        if (NetUids.Length != Hashes.Length) return SubtensorError.InputLengthsUnequal;
        Hotkey hotkey = new(signer);
        return WeightBatch.Run(
            chain, hotkey, NetUids,
            index => new CommitWeights(NetUids[index], Hashes[index]).Commit(chain, hotkey));
    }
}
