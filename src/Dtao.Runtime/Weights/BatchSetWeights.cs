using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Epoch;

namespace Dtao.Runtime.Weights;

/// <summary>Sets the signer's weights on several subnets.</summary>
/// <remarks>
/// Wire: SubtensorModule.batch_set_weights. Source: docs/spec/weights.md#batches.
/// </remarks>
/// <param name="NetUids">The subnets.</param>
/// <param name="Rows">A row for each subnet.</param>
/// <param name="VersionKeys">A version key for each subnet.</param>
public sealed record BatchSetWeights(NetUid[] NetUids, UidWeight[][] Rows, ulong[] VersionKeys)
    : ISignedCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.SubtensorPallet, 80);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        to.WriteList(NetUids, static (writer, subnet) => writer.WriteCompact(subnet.Value));
        to.WriteList(Rows, static (writer, row) => writer.WriteList(row, WriteWeight));
        to.WriteList(VersionKeys, static (writer, key) => writer.WriteCompact(key));
    }

    internal static BatchSetWeights Decode(ref ScaleReader from) => new(
        from.ReadList(static (ref ScaleReader reader) => new NetUid(reader.ReadCompactShort())),
        from.ReadList(static (ref ScaleReader reader) => reader.ReadList(ReadWeight)),
        from.ReadList(static (ref ScaleReader reader) => reader.ReadCompact()));

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer)
    {
        if (NetUids.Length != Rows.Length || NetUids.Length != VersionKeys.Length)
        {
            return SubtensorError.InputLengthsUnequal;
        }

        Hotkey hotkey = new(signer);
        return WeightBatch.Run(chain, hotkey, NetUids, index => Set(chain, hotkey, index));
    }

    private DispatchResult Set(Chain chain, Hotkey hotkey, int index)
    {
        SetWeights single = new(
            NetUids[index],
            Array.ConvertAll(Rows[index], static weight => weight.Uid),
            Array.ConvertAll(Rows[index], static weight => weight.Value),
            VersionKeys[index]);
        return chain.Weights.CommitRevealIsOn(NetUids[index])
            ? SubtensorError.CommitRevealEnabled
            : single.Store(chain, hotkey);
    }

    private static void WriteWeight(ScaleWriter to, UidWeight weight)
    {
        to.WriteCompact(weight.Uid);
        to.WriteCompact(weight.Value);
    }

    private static UidWeight ReadWeight(ref ScaleReader from) =>
        new(from.ReadCompactShort(), from.ReadCompactShort());
}
