namespace Dtao.Lab.Explaining;

/// <summary>One named number of an explanation, exact, with its unit.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">The number as text.</param>
/// <param name="Unit">Its unit.</param>
public sealed record Quantity(string Name, string Value, string Unit);
