using System.Collections.Immutable;
using Dtao.Lab.Events;
using Dtao.Lab.Quantities;
using Dtao.Numerics;
using Dtao.Runtime.Emission.Rules;

namespace Dtao.Lab.Plans;

/// <summary>Which emission rules are in force when.</summary>
/// <param name="Text">As written, for example <c>R4</c> or <c>R4@348; R7 from 5 days</c>.</param>
/// <param name="Steps">Blocks since the start and the rule from then on, in order.</param>
public sealed record RuleSchedule(string Text, ImmutableArray<RuleStep> Steps)
{
    /// <summary>Name of the rule that the version itself has.</summary>
    public const string OfVersion = "version";

    private const string From = " from ";

    /// <summary>The rules by name, for messages and help.</summary>
    public static string Known => string.Join(
        ", ", EmissionRules.All.Select(static rule => rule.Name).Prepend(OfVersion));

    /// <summary>Reads rules, the first from the start and each further one from its time.</summary>
    /// <exception cref="FormatException">An unknown rule, or times that do not rise.</exception>
    public static RuleSchedule Parse(string text)
    {
        List<RuleStep> steps = [];
        foreach (string part in text.Split(';', StringSplitOptions.TrimEntries))
        {
            string[] sides = part.Split(From, 2);
            ulong from = sides.Length == 1
                ? 0
                : (ulong)Spread.ParseOne(sides[1], Dimension.Time);
            if (steps.Count > 0 && from <= steps[^1].After)
            {
                throw new FormatException(
                    $"'{text}': each rule starts after the one before, for example "
                    + "'R2; R4 from 5 days'");
            }

            steps.Add(new(from, RuleOf(sides[0].Trim())));
        }

        return new(text, [.. steps]);
    }

    /// <summary>The changes in a run that starts at a block.</summary>
    public IEnumerable<DatedEvent> EventsFrom(BlockNumber start) => Steps.Select(
        step => new RuleChange(new(start.Value + 1 + step.After), step.Rule));

    private static EmissionRule? RuleOf(string name)
    {
        if (name == OfVersion) return null;
        return EmissionRules.TryFind(name) ?? throw new FormatException(
            $"unknown emission rule '{name}'; known are {Known}");
    }
}
