using System.CommandLine;
using System.Globalization;
using Dtao.Lab.Plans;
using Dtao.Lab.Runs;
using Dtao.Lab.Scenarios;
using Dtao.Runtime.Spec;

namespace Dtao.Cli;

/// <summary>The options that choose a run of a scenario.</summary>
internal static class PointOptions
{
    private static readonly Option<string?> Days = new("--days")
    {
        Description =
            "Length of the run in days of 7,200 blocks; up to four decimals, at most "
            + $"{Horizon.LongestInDays}. [default: the scenario's own, launch: 30]",
        HelpName = "DAYS",
    };

    private static readonly Option<string?> Seed = new("--seed")
    {
        Description =
            "Whole number from which neurons and weights are drawn; the same seed gives the same "
            + $"files. [default: {Point.UsualSeed}]",
        HelpName = "SEED",
    };

    private static readonly Option<string?> Pinned = new("--spec")
    {
        Description =
            $"Runtime version that runs throughout: {NumbersOfSpecs()}. "
            + "[default: the succession of the real network]",
        HelpName = "VERSION",
    };

    private static readonly Option<string[]> Set = new("--set")
    {
        Description =
            "Another value for a scenario with agents: GROUP.SETTING=VALUE, unit included, for "
            + "example 'holders.capital=2 .. 9 TAO', or ENTRY=VALUE, for example order=sandwich. "
            + "May be given several times.",
        HelpName = "PATH=VALUE",
        AllowMultipleArgumentsPerToken = false,
    };

    private static readonly Option<string?> Rule = new("--rule")
    {
        Description =
            "Emission rule instead of the scenario's, and further ones from a time on, for example "
            + $"R4 or 'R4@348; R6 from 5 days'. Known: {RuleSchedule.Known}.",
        HelpName = "RULE",
    };

    /// <summary>Lets a command have the options.</summary>
    /// <param name="command">The command.</param>
    /// <param name="withRule">It has the option <c>--rule</c> for one run, too.</param>
    public static void AddTo(Command command, bool withRule = true)
    {
        command.Options.Add(Days);
        command.Options.Add(Seed);
        command.Options.Add(Pinned);
        command.Options.Add(Set);
        if (withRule) command.Options.Add(Rule);
    }

    /// <summary>An option was given.</summary>
    public static bool AreGiven(ParseResult parsed) => parsed.GetValue(Days) is not null
        || parsed.GetValue(Seed) is not null
        || parsed.GetValue(Pinned) is not null
        || parsed.GetValue(Rule) is not null
        || parsed.GetValue(Set) is { Length: > 0 };

    /// <summary>The run that was chosen.</summary>
    /// <exception cref="UsageException">There is no such run.</exception>
    public static Point PointOf(ParseResult parsed, string name)
    {
        Scenario scenario = ScenarioOf(name, parsed.GetValue(Set) ?? []);
        Horizon horizon = HorizonOf(parsed.GetValue(Days), scenario);
        ulong seed = SeedOf(parsed.GetValue(Seed));
        return new(scenario, horizon, seed, SpecOf(parsed.GetValue(Pinned)))
        {
            Rules = RulesWithin(horizon, RulesOf(parsed.GetValue(Rule))),
        };
    }

    /// <summary>Rules that come into force within a run.</summary>
    /// <exception cref="UsageException">One does not.</exception>
    public static RuleSchedule? RulesWithin(Horizon horizon, RuleSchedule? rules)
    {
        if (rules is null || rules.Steps[^1].After < horizon.Blocks) return rules;
        throw new UsageException(
            $"--rule '{rules.Text}': its last rule starts after the end of the run, which has "
            + $"{horizon.Text}; give more --days, or an earlier time");
    }

    /// <summary>Reads the value of an option for rules.</summary>
    public static RuleSchedule? RulesOf(string? text)
    {
        try
        {
            return text is null ? null : RuleSchedule.Parse(text);
        }
        catch (FormatException problem)
        {
            throw new UsageException($"--rule: {problem.Message}");
        }
    }

    /// <summary>A scenario by its name, or by the name of its file.</summary>
    private static Scenario ScenarioOf(string name, string[] sets)
    {
        try
        {
            Scenario scenario = name.EndsWith(".yaml", StringComparison.Ordinal)
                ? PlanScenario.Of(ScenarioFile.Read(name, ScenarioText.Read(name)))
                : ScenarioCatalog.Find(name) ?? throw new UsageException(
                    $"there is no scenario '{name}'; there is: {NamesOfScenarios()}, or a file "
                    + "ending in .yaml");
            if (sets.Length == 0) return scenario;
            if (scenario.Plan?.Source is not { } source)
            {
                throw new UsageException($"--set: the scenario {name} has no agents to change");
            }

            return PlanScenario.Of(source.With(sets.Select(Change.Parse)));
        }
        catch (Exception problem)
            when (problem is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new UsageException(problem.Message);
        }
    }

    private static Horizon HorizonOf(string? text, Scenario scenario)
    {
        if (text is null) return scenario.Horizon;
        return Horizon.TryParse(text, out Horizon horizon)
            ? horizon
            : throw new UsageException(
                $"--days '{text}' is no length; give days from 0.0001 to "
                + $"{Horizon.LongestInDays}, for example 30 or 0.5");
    }

    private static ulong SeedOf(string? text)
    {
        if (text is null) return Point.UsualSeed;
        return ulong.TryParse(
            text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed)
            ? seed
            : throw new UsageException(
                $"--seed '{text}' is no seed; give a whole number from 0 to {ulong.MaxValue}");
    }

    private static RuntimeSpec? SpecOf(string? text)
    {
        if (text is null) return null;
        bool isNumber = int.TryParse(
            text, NumberStyles.None, CultureInfo.InvariantCulture, out int version);
        RuntimeSpec? spec = isNumber ? Specs.Find(version) : null;
        return spec ?? throw new UsageException(
            $"--spec '{text}' is no version; give one of {NumbersOfSpecs()}");
    }

    /// <summary>The scenarios, for messages.</summary>
    public static string NamesOfScenarios() =>
        string.Join(", ", ScenarioCatalog.All.Select(static scenario => scenario.Name));

    private static string NumbersOfSpecs() =>
        string.Join(", ", Specs.All.Select(static spec => spec.Version));
}
