namespace Dtao.Runtime.Emission.Rules;

/// <summary>An emission rule that somebody wrote failed, or gave what cannot be.</summary>
/// <param name="rule">Name of the rule.</param>
/// <param name="problem">What is wrong, as the rest of a sentence about the rule.</param>
/// <param name="cause">What the rule threw; null when it only gave something wrong.</param>
public sealed class EmissionRuleException(string rule, string problem, Exception? cause = null)
    : Exception($"the emission rule '{rule}' {problem}", cause)
{
    /// <summary>Name of the rule.</summary>
    public string Rule { get; } = rule;
}
