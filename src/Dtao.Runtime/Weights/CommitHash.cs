using Dtao.Codec;
using Dtao.Crypto;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Weights;

/// <summary>The digest by which weights are committed.</summary>
/// <remarks>
/// Source: docs/spec/weights.md#commit-hash;
/// vectors: vectors/examples/consensus.json.gz (weights).
/// </remarks>
public static class CommitHash
{
    /// <summary>The digest of who will reveal what.</summary>
    /// <param name="hotkey">Who commits.</param>
    /// <param name="weights">The weights as they will be revealed, not upscaled.</param>
    /// <param name="salt">Numbers that nobody can guess.</param>
    public static Hash256 Of(Hotkey hotkey, SetWeights weights, ReadOnlySpan<ushort> salt) =>
        Hash256.FromBytes(Blake2b.Hash256(Preimage(hotkey, weights, salt)));

    /// <summary>What is digested.</summary>
    internal static byte[] Preimage(
        Hotkey hotkey, SetWeights weights, ReadOnlySpan<ushort> salt)
    {
        ScaleWriter content = new();
        content.Write(hotkey);
        content.Write(weights.NetUid);
        content.WriteShorts(weights.Destinations);
        content.WriteShorts(weights.Values);
        content.WriteShorts(salt);
        content.WriteU64(weights.VersionKey);
        return content.ToArray();
    }
}
