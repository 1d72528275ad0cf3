namespace Dtao.Lab.Claims;

/// <summary>A claim of the article, and how it is measured.</summary>
/// <remarks>Source: docs/lab/claims.md.</remarks>
/// <param name="Number">Its number, 1 to 36.</param>
/// <param name="Text">What the article says.</param>
/// <param name="Method">What is measured, and what would refute it.</param>
/// <param name="Measure">Measures and judges.</param>
public sealed record ArticleClaim(
    int Number, string Text, string Method, Func<ClaimLaboratory, ClaimOutcome> Measure)
{
    /// <summary>
    /// Needs a run of a year or a second episode; left out when it must be quick.
    /// </summary>
    public bool IsLong { get; init; }

    /// <summary>What would refute it, as its method says.</summary>
    public string Refutation
    {
        get
        {
            int place = Method.IndexOf("Refuted", StringComparison.Ordinal);
            return place < 0 ? Method : Method[place..];
        }
    }
}
