using Dtao.Numerics;
using Dtao.Runtime.State;

namespace Dtao.Runtime.Weights;

/// <summary>Weights that are committed and not yet revealed.</summary>
/// <param name="Hash">Digest of what will be revealed.</param>
/// <param name="Block">Block of the commit.</param>
/// <param name="FirstReveal">First block of the window when it was committed; for people.</param>
/// <param name="LastReveal">Last block of the window when it was committed; for people.</param>
public readonly record struct WeightCommit(
    Hash256 Hash, ulong Block, ulong FirstReveal, ulong LastReveal)
{
    internal static readonly Shape<WeightCommit> Shape = new(
        "(H256, u64, u64, u64)",
        static (to, value) =>
        {
            to.WriteRaw(value.Hash.ToArray());
            to.WriteU64(value.Block);
            to.WriteU64(value.FirstReveal);
            to.WriteU64(value.LastReveal);
        },
        static (ref from) => new(
            Hash256.FromBytes(from.ReadRaw(Hash256.Size)),
            from.ReadU64(), from.ReadU64(), from.ReadU64()));
}
