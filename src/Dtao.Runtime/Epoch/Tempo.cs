using Dtao.Numerics;

namespace Dtao.Runtime.Epoch;

/// <summary>
/// When a subnet's epoch is due: every tempo + 1 blocks, staggered by its number.
/// </summary>
/// <remarks>Source: docs/spec/block-step.md#schedule; vectors: vectors/adjust.json.gz.</remarks>
public static class Tempo
{
    /// <summary>
    /// Blocks until the next epoch; zero when it is due, 2^64-1 when there is none.
    /// </summary>
    public static ulong BlocksUntilEpoch(NetUid subnet, ushort tempo, BlockNumber now)
    {
        if (tempo == 0) return ulong.MaxValue;
        ulong place = unchecked(now.Value + subnet.Value + 1);
        return tempo - (place % ((ulong)tempo + 1));
    }
}
