using System.Collections.Immutable;

namespace Dtao.Runtime.Emission.Rules;

/// <summary>All emission rules that come with the engine, from the oldest to the newest.</summary>
/// <remarks>Source: docs/spec/rules.md; docs/lab/rules.md.</remarks>
public static class EmissionRules
{
    /// <summary>The rules.</summary>
    public static ImmutableArray<EmissionRule> All { get; } = [.. ReleasedRules.All];

    /// <summary>
    /// The rule with a name: <c>R4@338</c> is that of one release, <c>R4</c> its newest form.
    /// </summary>
    /// <returns>Null when there is none.</returns>
    public static EmissionRule? TryFind(string name)
    {
        EmissionRule? newest = null;
        foreach (EmissionRule rule in All)
        {
            if (IsEqual(rule.Name, name)) return rule;
            if (IsEqual(rule.Name.Split('@')[0], name)) newest = rule;
        }

        return newest;
    }

    /// <summary>The rule with a name, as <see cref="TryFind"/> finds it.</summary>
    /// <exception cref="ArgumentException">There is none; the message lists all.</exception>
    public static EmissionRule Find(string name) => TryFind(name) ?? throw new ArgumentException(
        $"there is no emission rule '{name}', known are "
        + string.Join(", ", All.Select(static rule => rule.Name)),
        nameof(name));

    private static bool IsEqual(string left, string right) =>
        string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
