using Dtao.Numerics;

namespace Dtao.Conformance.Formats;

/// <summary>Logarithms, powers and roots of one fixed-point format.</summary>
/// <typeparam name="T">The format.</typeparam>
internal static class FixedPowers<T>
    where T : struct, IFixedPoint<T>
{
    /// <summary>All functions of one operand.</summary>
    public static void Run(VectorNode node)
    {
        T a = FixedOperators<T>.Read(node["a"]);
        int exponent = node["powi_exponent"].Number<int>();
        node["log2"].Expect(Panic.Or(() =>
            FixedOperators<T>.Bits(FixedFunctions.TryLogarithm2(a, out T result), result)));
        node["ln"].Expect(Panic.Or(() =>
            FixedOperators<T>.Bits(FixedFunctions.TryLogarithm(a, out T result), result)));
        node["exp"].Expect(Panic.Or(() =>
            FixedOperators<T>.Bits(FixedFunctions.TryExponential(a, out T result), result)));
        node["sqrt"].Expect(Panic.Or(() =>
            FixedOperators<T>.Bits(FixedFunctions.TrySquareRoot(a, out T result), result)));
        node["powi"].Expect(Panic.Or(() =>
            FixedOperators<T>.Bits(FixedFunctions.TryPower(a, exponent, out T result), result)));
    }

    /// <summary>The same, and the functions that the epoch uses beside them.</summary>
    public static void RunWithFastTwins(VectorNode node)
    {
        Run(node);
        I32F32 a = node["a"].Fixed();
        node["ln"].Expect(Panic.Or(() =>
            Transcendental.TryLogarithm(a, out I32F32 result) ? result.Bits : null));
        node["exp"].Expect(Panic.Or(() =>
            Transcendental.TryExponential(a, out I32F32 result) ? result.Bits : null));
    }

    /// <summary>The square root by bisection.</summary>
    public static void RunBisection(VectorNode node)
    {
        T a = FixedOperators<T>.Read(node["a"]);
        T epsilon = FixedOperators<T>.Read(node["epsilon"]);
        bool exists = FixedFunctions.TryBisectSquareRoot(a, epsilon, out T root);
        node["checked_sqrt"].Expect(FixedOperators<T>.Bits(exists, root));
    }
}
