using Dtao.Codec;
using Dtao.Crypto;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Weights;

/// <summary>Commits weights that the chain opens itself once a drand round is known.</summary>
/// <remarks>
/// Wire: SubtensorModule.commit_crv3_weights. The bytes are not looked at.
/// Source: docs/spec/weights.md#time-locked-commit.
/// </remarks>
/// <param name="NetUid">Subnet of the weights.</param>
/// <param name="Ciphertext">The encrypted weights.</param>
/// <param name="Round">Number of the round.</param>
public sealed record CommitTimelockedWeights(NetUid NetUid, byte[] Ciphertext, ulong Round)
    : ISignedCall
{
    /// <inheritdoc/>
    public CallIndex Index => new(DispatchError.SubtensorPallet, 99);

    /// <inheritdoc/>
    public void EncodeArguments(ScaleWriter to)
    {
        to.Write(NetUid);
        to.WriteBytes(Ciphertext);
        to.WriteU64(Round);
    }

    internal static CommitTimelockedWeights Decode(ref ScaleReader from)
    {
        NetUid subnet = from.ReadNetUid();
        byte[] ciphertext = from.ReadBytes();
        if (ciphertext.Length > TimelockedCommit.LongestCiphertext)
        {
            throw new FormatException(
                $"{ciphertext.Length} bytes, at most {TimelockedCommit.LongestCiphertext}");
        }

        return new(subnet, ciphertext, from.ReadU64());
    }

    /// <inheritdoc/>
    public DispatchResult Dispatch(Chain chain, AccountId signer)
    {
        Hotkey hotkey = new(signer);
        DispatchResult check = CommitChecks.Check(chain, NetUid, hotkey, out Uid uid);
        if (!check.IsOk) return check;

        // The epoch of this block already ran, so the commit belongs to the next interval.
        ulong epoch = RevealWindow.Of(chain, NetUid).EpochOf(chain.Block.Value)
            + (chain.EpochIsDue(NetUid) ? 1UL : 0);
        int own = chain.Commits.TimelockedOf(NetUid, epoch)
            .Count(commit => commit.Hotkey == hotkey);
        if (own >= CommitLedger.Most) return SubtensorError.TooManyUnrevealedCommits;

        chain.Commits.Append(NetUid, epoch, new(hotkey, Ciphertext, Round));
        if (chain.Events.IsKept)
        {
            chain.Events.Deposit(new CRV3WeightsCommitted(
                hotkey, NetUid, Hash256.FromBytes(Blake2b.Hash256(Ciphertext))));
        }

        chain.Neurons.RecordUpdate(NetUid, uid, chain.Block);
        return DispatchResult.Ok;
    }
}
