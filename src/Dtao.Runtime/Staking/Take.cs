using Dtao.Numerics;

namespace Dtao.Runtime.Staking;

/// <summary>The part of an income that its bearer keeps.</summary>
/// <remarks>Source: docs/spec/numerics.md#shares-of-one.</remarks>
public static class Take
{
    /// <summary>A stored take, in units of 1/65535, as a fraction.</summary>
    public static I96F32 Of(ushort stored) =>
        I96F32.FromInteger((ulong)stored).SafeDivide(I96F32.FromInteger(65_535UL));
}
