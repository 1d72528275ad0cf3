namespace Dtao.Conformance.Formats;

/// <summary>The helper functions of the epoch, one array for each.</summary>
internal static class MathVectors
{
    /// <summary>The format.</summary>
    public static VectorFormat Format { get; } = new(
        "math",
        MathOfNumbers.Sections
            .Concat(MathOfLists.Sections)
            .Concat(MathOfSparseMatrices.Sections)
            .Concat(MathOfFullMatrices.Sections)
            .ToDictionary());
}
