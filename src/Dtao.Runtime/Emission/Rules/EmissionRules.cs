using System.Collections.Immutable;

namespace Dtao.Runtime.Emission.Rules;

/// <summary>All emission rules that come with the engine, from the oldest to the newest.</summary>
/// <remarks>Source: docs/spec/rules.md; docs/lab/rules.md.</remarks>
public static class EmissionRules
{
    /// <summary>The rules.</summary>
    public static ImmutableArray<EmissionRule> All { get; } =
        [.. ReleasedRules.All, .. FormulaRules.All];

    /// <summary>
    /// The rule with a name: <c>R4@338</c> is that of one release, <c>R4</c> its newest form,
    /// <c>cap+R4</c> the shares of the first with everything else of the second.
    /// </summary>
    /// <returns>Null when there is none.</returns>
    public static EmissionRule? TryFind(string name)
    {
        int plus = name.IndexOf('+', StringComparison.Ordinal);
        return plus < 0
            ? TryFindOne(name)
            : Join(TryFindOne(name[..plus]), TryFindOne(name[(plus + 1)..]));
    }

    /// <summary>The rule with a name, as <see cref="TryFind"/> finds it.</summary>
    /// <exception cref="ArgumentException">There is none; the message lists all.</exception>
    public static EmissionRule Find(string name) => TryFind(name) ?? throw new ArgumentException(
        $"there is no emission rule '{name}', known are "
        + string.Join(", ", All.Select(static rule => rule.Name))
        + " and SHARES+REST of two of them",
        nameof(name));

    private static EmissionRule? Join(EmissionRule? shares, EmissionRule? rest)
    {
        if (shares is null || rest is null) return null;
        return rest with
        {
            Name = $"{shares.Name}+{rest.Name}",
            Fidelity = RuleFidelity.Formula,
            Limits = $"shares of {shares.Name} ({shares.Limits}); the rest of {rest.Name} "
                + $"({rest.Limits}); never released together",
            Help = $"shares: {shares.Help}; the rest: {rest.Help}",
            Shares = shares.Shares,
            Counts = shares.Counts | rest.Counts,
            MeasuresBurns = shares.MeasuresBurns || rest.MeasuresBurns,
        };
    }

    private static EmissionRule? TryFindOne(string name)
    {
        EmissionRule? newest = null;
        foreach (EmissionRule rule in All)
        {
            if (IsEqual(rule.Name, name)) return rule;
            if (IsEqual(rule.Name.Split('@')[0], name)) newest = rule;
        }

        return newest;
    }

    private static bool IsEqual(string left, string right) =>
        string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
