using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Weights;

/// <summary>Reveals several commits of one subnet, all or none; others stay.</summary>
/// <remarks>
/// Wire: SubtensorModule.batch_reveal_weights. Upstream: the lengths are compared before anybody
/// asks who signed. Source: docs/spec/weights.md#batch-reveal.
/// </remarks>
/// <param name="NetUid">Subnet of the weights.</param>
/// <param name="Destinations">Neurons to weigh, for each commit.</param>
/// <param name="Values">Their weights, for each commit.</param>
/// <param name="Salts">Numbers that went into the digest, for each commit.</param>
/// <param name="VersionKeys">A version key for each commit.</param>
public sealed record BatchRevealWeights(
    NetUid NetUid, ushort[][] Destinations, ushort[][] Values, ushort[][] Salts,
    ulong[] VersionKeys)
    : ISignedCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.SubtensorPallet, 98);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        to.Write(NetUid);
        to.WriteList(Destinations, static (writer, list) => writer.WriteShorts(list));
        to.WriteList(Values, static (writer, list) => writer.WriteShorts(list));
        to.WriteList(Salts, static (writer, list) => writer.WriteShorts(list));
        to.WriteList(VersionKeys, static (writer, key) => writer.WriteU64(key));
    }

    internal static BatchRevealWeights Decode(ref ScaleReader from) => new(
        from.ReadNetUid(),
        from.ReadList(static (ref ScaleReader reader) => reader.ReadShorts()),
        from.ReadList(static (ref ScaleReader reader) => reader.ReadShorts()),
        from.ReadList(static (ref ScaleReader reader) => reader.ReadShorts()),
        from.ReadList(static (ref ScaleReader reader) => reader.ReadU64()));

    /// <inheritdoc/>
    DispatchResult ICall.Dispatch(Chain chain, Origin origin)
    {
        if (Destinations.Length != Values.Length || Destinations.Length != Salts.Length
            || Destinations.Length != VersionKeys.Length)
        {
            return SubtensorError.InputLengthsUnequal;
        }

        return origin.Signer is { } signer ? Dispatch(chain, signer) : DispatchError.BadOrigin;
    }

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer)
    {
        Hotkey hotkey = new(signer);
        if (!chain.Weights.CommitRevealIsOn(NetUid)) return SubtensorError.CommitRevealDisabled;
        if (RevealQueue.Open(chain, NetUid, hotkey) is not { } queue)
        {
            return SubtensorError.NoWeightsCommitFound;
        }

        SetWeights[] weights = new SetWeights[Destinations.Length];
        Hash256[] hashes = new Hash256[weights.Length];
        for (int index = 0; index < weights.Length; index++)
        {
            weights[index] = new(
                NetUid, Destinations[index], Values[index], VersionKeys[index]);
            hashes[index] = CommitHash.Of(hotkey, weights[index], Salts[index]);
        }

        DispatchResult result = Check(queue, hashes);
        for (int index = 0; index < weights.Length && result.IsOk; index++)
        {
            result = Reveal(chain, hotkey, queue, weights[index], hashes[index]);
        }

        if (!result.IsOk) return result;
        chain.Commits.Keep(NetUid, hotkey, [.. queue.Commits]);
        if (chain.Events.IsKept)
        {
            chain.Events.Deposit(new WeightsBatchRevealed(hotkey, NetUid, hashes));
        }

        return DispatchResult.Ok;
    }

    private static DispatchResult Check(RevealQueue queue, Hash256[] hashes)
    {
        foreach (Hash256 hash in hashes)
        {
            int place = queue.PlaceOf(hash);
            if (place < 0) return Missing(queue, hash);
            if (!queue.IsOpen(place)) return SubtensorError.RevealTooEarly;
        }

        return DispatchResult.Ok;
    }

    private static DispatchResult Reveal(
        Chain chain, Hotkey hotkey, RevealQueue queue, SetWeights weights, Hash256 hash)
    {
        int place = queue.PlaceOf(hash);
        if (place < 0) return Missing(queue, hash);
        queue.Commits.RemoveAt(place);
        return weights.Store(chain, hotkey);
    }

    private static SubtensorError Missing(RevealQueue queue, Hash256 hash) =>
        queue.IsExpired(hash)
            ? SubtensorError.ExpiredWeightCommit
            : SubtensorError.InvalidRevealCommitHashNotMatch;
}
