namespace Dtao.Lab.Claims;

/// <summary>A figure that was measured for a claim.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">The figure; null when it was not seen.</param>
/// <param name="Unit">Its unit.</param>
public sealed record ClaimFigure(string Name, decimal? Value, string Unit)
{
    /// <summary>The figure with its unit.</summary>
    public string ValueText => Value is { } value
        ? $"{Measures.ReadableNumber.Rounded(value)} {Unit}"
        : "not seen";

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {ValueText}";
}
