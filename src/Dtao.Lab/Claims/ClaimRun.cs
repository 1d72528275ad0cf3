namespace Dtao.Lab.Claims;

/// <summary>A run that claims were measured on.</summary>
/// <param name="Name">Scenario, length where it is not the scenario's own, and changes.</param>
/// <param name="StateHash">State hash at its end.</param>
public sealed record ClaimRun(string Name, string StateHash);
