namespace Dtao.Lab.Datasets;

/// <summary>A value that a scenario starts from, and how well it is known.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">The value as text.</param>
/// <param name="Unit">Its unit, or "none".</param>
/// <param name="Status">How well it is known.</param>
/// <param name="Note">Where it comes from, in one sentence.</param>
public sealed record StatedValue(
    string Name, string Value, string Unit, ValueStatus Status, string Note);
