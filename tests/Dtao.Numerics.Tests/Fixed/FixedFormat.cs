using System.Numerics;

namespace Dtao.Numerics.Tests.Fixed;

/// <summary>
/// A fixed-point format as the tests see it: a model, and operations of the engine.
/// </summary>
/// <param name="Name">Name of the format.</param>
/// <param name="Model">What the specification says.</param>
/// <param name="Operations">Binary operations: engine and model side by side.</param>
/// <param name="Conversions">Conversions: engine and model side by side.</param>
/// <param name="ToText">Decimal text of a value.</param>
internal sealed record FixedFormat(
    string Name,
    FixedModel Model,
    IReadOnlyList<FixedFormat.Operation> Operations,
    IReadOnlyList<FixedFormat.Conversion> Conversions,
    Func<BigInteger, string> ToText)
{
    public sealed record Operation(
        string Name,
        Func<BigInteger, BigInteger, string> Engine,
        Func<BigInteger, BigInteger, string> Model);

    public sealed record Conversion(
        string Name, Func<BigInteger, string> Engine, Func<BigInteger, string> Model);

    /// <summary>The interesting values of the format.</summary>
    public IReadOnlyList<BigInteger> Edges()
    {
        SortedSet<BigInteger> edges =
        [
            0, 1, 2, 3, Model.Most, Model.Most - 1, Model.Least, Model.Least + 1
        ];
        int[] exponents = [18, 31, 32, 33, 46, 62, 63, 64, 65, 95, 96, 109, 126, 127, 128];
        foreach (int exponent in exponents)
        {
            for (int near = -1; near <= 1; near++)
            {
                BigInteger edge = (BigInteger.One << exponent) + near;
                edges.Add(edge);
                edges.Add(-edge);
            }
        }

        foreach (int small in (int[])[1, 2, 3, 10, 65_535, 1_000_000_007])
        {
            edges.Add(-small);
            edges.Add(new BigInteger(small) << Model.FractionBits);
            edges.Add(-(new BigInteger(small) << Model.FractionBits));
        }

        edges.RemoveWhere(edge => edge < Model.Least || edge > Model.Most);
        return [.. edges];
    }
}
