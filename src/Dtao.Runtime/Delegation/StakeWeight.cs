using Dtao.Numerics;

namespace Dtao.Runtime.Delegation;

/// <summary>What a hotkey weighs on a subnet: its alpha and its share of root TAO.</summary>
/// <param name="Weight">Alpha plus weighted TAO. Unit: rao.</param>
/// <param name="Alpha">Alpha, after what children take and parents give.</param>
/// <param name="Tao">TAO on root, after what children take and parents give.</param>
/// <remarks>Source: docs/spec/delegation.md#stake-weight; vectors: vectors/stake.json.gz.</remarks>
public readonly record struct StakeWeight(I64F64 Weight, Alpha Alpha, Tao Tao)
{
    /// <summary>The weight of these amounts.</summary>
    public static StakeWeight Of(Alpha alpha, Tao tao, I96F32 taoWeight)
    {
        I64F64 weighted = I64F64.FromInteger(tao.Rao).SaturatingMultiply(taoWeight.ToI64F64());
        return new(I64F64.FromInteger(alpha.Rao).SaturatingAdd(weighted), alpha, tao);
    }

    /// <summary>The weight is at least a threshold given in rao; the comparison is exact.</summary>
    public bool Reaches(ulong threshold) =>
        Weight >= I64F64.Zero && (UInt128)Weight.Bits >= (UInt128)threshold << 64;
}
