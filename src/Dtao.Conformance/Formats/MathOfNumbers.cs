using Dtao.Numerics;
using Dtao.Runtime.Epoch;

namespace Dtao.Conformance.Formats;

/// <summary>Functions of the epoch on single numbers.</summary>
internal static class MathOfNumbers
{
    /// <summary>What runs for each array.</summary>
    public static IEnumerable<KeyValuePair<string, Action<VectorNode>>> Sections { get; } =
        new Dictionary<string, Action<VectorNode>>
        {
            ["u16_proportion_to_fixed"] = static node => node["out"].Expect(
                Vectors.FromShare16(node["in"].Number<ushort>()).Bits),
            ["fixed_proportion_to_u16"] = static node => node["out"].Expect(
                Vectors.ToShare16(node["in"].Fixed())),
            ["fixed64_to_fixed32"] = static node => node["out"].Expect(
                node["in"].Fixed64().ToI32F32().Bits),
            ["fixed32_to_fixed64"] = static node => node["out"].Expect(
                node["in"].Fixed().ToI64F64().Bits),
            ["fixed_to_u16"] = static node => node["out"].Expect(
                node["in"].Fixed().FloorToUInt16()),
            ["fixed_to_u64"] = static node => node["out"].Expect(
                node["in"].Fixed().FloorToUInt64()),
            ["fixed64_to_u64"] = static node => node["out"].Expect(
                node["in"].Fixed64().FloorToUInt64()),
            ["exp_safe"] = static node => node["out"].Expect(
                LiquidAlpha.HeldExponential(node["in"].Fixed()).Bits),
            ["safe_exp"] = static node => node["out"].Expect(
                LiquidAlpha.Exponential(node["in"].Fixed()).Bits),
            ["safe_ln"] = RunLogarithm,
            ["sigmoid_safe"] = static node => node["out"].Expect(LiquidAlpha.Sigmoid(
                node["input"].Fixed(), node["rho"].Fixed(), node["kappa"].Fixed()).Bits),
            ["calculate_logistic_params"] = RunLogisticParameters,
        };

    private static void RunLogarithm(VectorNode node)
    {
        I32F32 value = node["in"].Fixed();
        node["out"].Expect(Panic.Or(() => LiquidAlpha.Logarithm(value).Bits));
    }

    private static void RunLogisticParameters(VectorNode node)
    {
        (I32F32 slope, I32F32 offset) = LiquidAlpha.Curve(
            node["alpha_high"].Fixed(), node["alpha_low"].Fixed(),
            node["consensus_high"].Fixed(), node["consensus_low"].Fixed());
        node["out"].Expect(new List<object?> { slope.Bits, offset.Bits });
    }
}
