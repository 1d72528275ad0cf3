using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Weights;

/// <summary>Reveals committed weights; earlier commits are dropped.</summary>
/// <remarks>
/// Wire: SubtensorModule.reveal_weights. Source: docs/spec/weights.md#reveal-weights.
/// </remarks>
/// <param name="NetUid">Subnet of the weights.</param>
/// <param name="Destinations">Neurons to weigh.</param>
/// <param name="Values">Their weights, in any scale.</param>
/// <param name="Salt">Numbers that went into the digest.</param>
/// <param name="VersionKey">Version of the validator's software.</param>
public sealed record RevealWeights(
    NetUid NetUid, ushort[] Destinations, ushort[] Values, ushort[] Salt, ulong VersionKey)
    : ISignedCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.SubtensorPallet, 97);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        to.Write(NetUid);
        to.WriteShorts(Destinations);
        to.WriteShorts(Values);
        to.WriteShorts(Salt);
        to.WriteU64(VersionKey);
    }

    internal static RevealWeights Decode(ref ScaleReader from) => new(
        from.ReadNetUid(),
        from.ReadShorts(),
        from.ReadShorts(),
        from.ReadShorts(),
        from.ReadU64());

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer)
    {
        Hotkey hotkey = new(signer);
        if (!chain.Weights.CommitRevealIsOn(NetUid)) return SubtensorError.CommitRevealDisabled;
        if (RevealQueue.Open(chain, NetUid, hotkey) is not { } queue)
        {
            return SubtensorError.NoWeightsCommitFound;
        }

        SetWeights weights = new(NetUid, Destinations, Values, VersionKey);
        Hash256 hash = CommitHash.Of(hotkey, weights, Salt);
        int place = queue.PlaceOf(hash);
        if (place < 0)
        {
            if (queue.IsExpired(hash)) return SubtensorError.ExpiredWeightCommit;
            return queue.Commits.Count == 0
                ? SubtensorError.NoWeightsCommitFound
                : SubtensorError.InvalidRevealCommitHashNotMatch;
        }

        if (!queue.IsOpen(place)) return SubtensorError.RevealTooEarly;
        chain.Commits.Keep(NetUid, hotkey, [.. queue.Commits.Skip(place + 1)]);
        DispatchResult stored = weights.Store(chain, hotkey);
        if (stored.IsOk && chain.Events.IsKept)
        {
            chain.Events.Deposit(new WeightsRevealed(hotkey, NetUid, hash));
        }

        return stored;
    }
}
