using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Weights;

/// <summary>Commits weights that will be revealed in a later epoch.</summary>
/// <remarks>
/// Wire: SubtensorModule.commit_weights. Source: docs/spec/weights.md#commit-weights.
/// </remarks>
/// <param name="NetUid">Subnet of the weights.</param>
/// <param name="Hash">Digest of what will be revealed.</param>
public sealed record CommitWeights(NetUid NetUid, Hash256 Hash) : ISignedCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.SubtensorPallet, 96);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        to.Write(NetUid);
        to.WriteRaw(Hash.ToArray());
    }

    internal static CommitWeights Decode(ref ScaleReader from) => new(
        from.ReadNetUid(),
        Hash256.FromBytes(from.ReadRaw(Hash256.Size)));

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer) => Commit(chain, new(signer));

    /// <summary>Checks in the chain's order, then commits; a failure has written nothing.</summary>
    internal DispatchResult Commit(Chain chain, Hotkey hotkey)
    {
        DispatchResult check = CommitChecks.Check(chain, NetUid, hotkey, out Uid uid);
        if (!check.IsOk) return check;

        RevealWindow window = RevealWindow.Of(chain, NetUid);
        ulong now = chain.Block.Value;
        List<WeightCommit> queue = [.. chain.Commits.Of(NetUid, hotkey) ?? []];
        int expired = queue.FindIndex(commit => !window.IsOver(commit.Block, chain.Block));
        queue.RemoveRange(0, expired < 0 ? queue.Count : expired);
        if (queue.Count >= CommitLedger.Most) return SubtensorError.TooManyUnrevealedCommits;

        (ulong first, ulong last) = window.BlocksOf(now);
        chain.Commits.Keep(NetUid, hotkey, [.. queue, new(Hash, now, first, last)]);
        if (chain.Events.IsKept)
        {
            chain.Events.Deposit(new WeightsCommitted(hotkey, NetUid, Hash));
        }

        chain.Neurons.RecordUpdate(NetUid, uid, chain.Block);
        return DispatchResult.Ok;
    }
}
