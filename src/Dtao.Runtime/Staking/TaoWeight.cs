using Dtao.Numerics;

namespace Dtao.Runtime.Staking;

/// <summary>How much one TAO on root weighs beside one alpha.</summary>
/// <remarks>Source: docs/spec/numerics.md#shares-of-one; vectors: vectors/pool.json.gz.</remarks>
public static class TaoWeight
{
    /// <summary>A stored weight, in units of 1/(2^64-1), as a fraction.</summary>
    public static I96F32 Of(ulong stored) => I96F32.FromInteger(stored)
        .SafeDivide(I96F32.FromInteger(ulong.MaxValue));
}
