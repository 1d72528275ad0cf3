using Dtao.Lab.Reports.Texts;

namespace Dtao.Lab.Reports.Model;

/// <summary>An emission rule of a result, and how true to its model it is.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Fidelity">How true.</param>
/// <param name="Note">What it was judged by; null for nothing to say.</param>
public sealed record RuleFidelity(Text Rule, Fidelity Fidelity, Text? Note = null);
