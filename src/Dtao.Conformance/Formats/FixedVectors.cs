using Dtao.Numerics;

namespace Dtao.Conformance.Formats;

/// <summary>The fixed-point formats: operators, conversions, functions.</summary>
internal static class FixedVectors
{
    /// <summary>The format.</summary>
    public static VectorFormat Format { get; } = new(
        "fixed",
        new Dictionary<string, Action<VectorNode>>
        {
            ["binary"] = RunBinary,
            ["unary"] = RunUnary,
            ["from_int"] = FixedConversions.RunFromInteger,
            ["from_float"] = FixedConversions.RunFromFloat,
            ["transcendental"] = RunFunctions,
            ["bisection_sqrt"] = RunBisection,
        });

    private static void RunBinary(VectorNode node)
    {
        switch (node["type"].Text())
        {
            case "I96F32": FixedOperators<I96F32>.RunBinary(node); break;
            case "I110F18": FixedOperators<I110F18>.RunBinary(node); break;
            case "I64F64": FixedOperators<I64F64>.RunBinary(node); break;
            case "U64F64": FixedOperators<U64F64>.RunBinary(node); break;
            case "I32F32": FixedOperators<I32F32>.RunBinary(node); break;
            default: throw UnknownType(node);
        }
    }

    private static void RunUnary(VectorNode node)
    {
        switch (node["type"].Text())
        {
            case "I96F32": FixedOperators<I96F32>.RunUnary(node); break;
            case "I110F18": FixedOperators<I110F18>.RunUnary(node); break;
            case "I64F64": FixedOperators<I64F64>.RunUnary(node); break;
            case "U64F64": FixedOperators<U64F64>.RunUnary(node); break;
            case "I32F32": FixedOperators<I32F32>.RunUnary(node); break;
            default: throw UnknownType(node);
        }
    }

    private static void RunFunctions(VectorNode node)
    {
        switch (node["type"].Text())
        {
            case "I96F32": FixedPowers<I96F32>.Run(node); break;
            case "I110F18": FixedPowers<I110F18>.Run(node); break;
            case "I64F64": FixedPowers<I64F64>.Run(node); break;
            case "U64F64": FixedPowers<U64F64>.Run(node); break;
            case "I32F32": FixedPowers<I32F32>.RunWithFastTwins(node); break;
            default: throw UnknownType(node);
        }
    }

    private static void RunBisection(VectorNode node)
    {
        switch (node["type"].Text())
        {
            case "I96F32": FixedPowers<I96F32>.RunBisection(node); break;
            case "I110F18": FixedPowers<I110F18>.RunBisection(node); break;
            case "I64F64": FixedPowers<I64F64>.RunBisection(node); break;
            case "U64F64": FixedPowers<U64F64>.RunBisection(node); break;
            case "I32F32": FixedPowers<I32F32>.RunBisection(node); break;
            default: throw UnknownType(node);
        }
    }

    private static VectorFormatException UnknownType(VectorNode node) =>
        new($"{node.Path}.type: the format '{node["type"].Text()}' is unknown");
}
