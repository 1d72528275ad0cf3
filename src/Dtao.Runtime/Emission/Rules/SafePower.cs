using Dtao.Numerics;

namespace Dtao.Runtime.Emission.Rules;

/// <summary>Powers by logarithm and exponential with 32 fraction bits.</summary>
/// <remarks>Source: docs/spec/rules.md#power-normalisation.</remarks>
internal static class SafePower
{
    private static readonly U64F64 Largest = U64F64.FromInteger((ulong)int.MaxValue);

    /// <summary>A power; zero without a logarithm, 2^31-1 when the power is too large.</summary>
    public static U64F64 Of(U64F64 value, I32F32 exponent)
    {
        I32F32 operand = value.ToI32F32();

        // The inverse of the two smallest does not fit, so that they have no logarithm.
        if (operand.Bits <= 2) return U64F64.Zero;
        Transcendental.TryLogarithm(operand, out I32F32 logarithm);
        return Transcendental.TryExponential(
            exponent.SaturatingMultiply(logarithm), out I32F32 power)
            ? power.ToU64F64()
            : Largest;
    }
}
