using System.CommandLine;
using System.Globalization;
using Dtao.Lab.Plans;
using Dtao.Lab.Scenarios;
using Dtao.Lab.Sweeps;
using Dtao.Lab.Sweeps.Designs;

namespace Dtao.Cli;

/// <summary>The options that choose the runs of a sweep.</summary>
internal static class SweepOptions
{
    private const ulong UsualSize = 16;

    private static readonly Argument<string?> ScenarioName = new("scenario")
    {
        Description =
            $"What to run: {string.Join(", ", ScenarioCatalog.FileNames)}, or a file ending in "
            + ".yaml.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string[]> Vary = new("--vary")
    {
        Description =
            "What varies: 'holders.capital=1..9 TAO in 5 steps', 'holders.capital=0.5..2 times in "
            + "4 steps' (multiplies what the scenario says), 'order=random | sandwich'. Without "
            + "steps, a design other than grid takes any value of the range, and numbers of "
            + "agents, validators or blocks take every whole one. May be given several times.",
        HelpName = "PATH=RANGE",
        AllowMultipleArgumentsPerToken = false,
    };

    private static readonly Option<string[]> Set = new("--set")
    {
        Description = "Another value for all runs, as with 'lab run'. May be given several times.",
        HelpName = "PATH=VALUE",
        AllowMultipleArgumentsPerToken = false,
    };

    private static readonly Option<string?> Seeds = new("--seeds")
    {
        Description =
            "Seeds of each point, for example 1..4 or '1, 7, 20..29'. [default: 1..4]",
        HelpName = "SEEDS",
    };

    private static readonly Option<string?> DesignName = new("--design")
    {
        Description =
            "Which points: grid (all steps), lhs (Latin hypercube), morris (trajectories) or "
            + "sobol (Saltelli's sampling). [default: grid]",
        HelpName = "DESIGN",
    };

    private static readonly Option<string?> Size = new("--points")
    {
        Description =
            "Points of lhs, trajectories of morris (each has one point more than settings), base "
            + $"samples of sobol (each has two points more). [default: {UsualSize}]",
        HelpName = "N",
    };

    private static readonly Option<string?> DesignSeed = new("--design-seed")
    {
        Description = "Seed of the choice of points and of the bootstrap. [default: 1]",
        HelpName = "SEED",
    };

    private static readonly Option<string?> Days = new("--days")
    {
        Description = "Length of the runs in days. [default: the scenario's own]",
        HelpName = "DAYS",
    };

    private static readonly Option<string?> Rule = new("--rule")
    {
        Description = "Emission rules instead of the scenario's, as with 'lab run'.",
        HelpName = "RULE",
    };

    private static readonly Option<string?> Pinned = new("--spec")
    {
        Description = "Runtime version that runs throughout, as with 'lab run'.",
        HelpName = "VERSION",
    };

    private static readonly Option<bool> Audit = new("--audit")
    {
        Description = "Check the books of every run after every block.",
    };

    private static Option[] All =>
        [Vary, Set, Seeds, DesignName, Size, DesignSeed, Days, Rule, Pinned, Audit];

    /// <summary>Lets a command have the options.</summary>
    public static void AddTo(Command command)
    {
        command.Arguments.Add(ScenarioName);
        foreach (Option option in All) command.Options.Add(option);
    }

    /// <summary>A scenario or an option was given.</summary>
    public static bool AreGiven(ParseResult parsed) =>
        parsed.GetValue(ScenarioName) is not null
        || All.Any(option => parsed.GetResult(option) is { Implicit: false });

    /// <summary>The sweep that was chosen.</summary>
    /// <exception cref="UsageException">There is no such sweep.</exception>
    public static SweepRequest RequestOf(ParseResult parsed)
    {
        string name = parsed.GetValue(ScenarioName) ?? throw new UsageException(
            "name a scenario or its file, or a folder to continue: --resume DIR");
        string design = parsed.GetValue(DesignName) ?? Design.NameOf(DesignKind.Grid);
        bool isGrid = design == Design.NameOf(DesignKind.Grid);
        return new()
        {
            Scenario = name,
            Text = TextOf(name),
            Sets = [.. parsed.GetValue(Set) ?? []],
            Variations = [.. parsed.GetValue(Vary) ?? []],
            Seeds = parsed.GetValue(Seeds) ?? "1..4",
            Design = design,
            Size = (int)NumberOf(parsed, Size, isGrid ? 0 : UsualSize, Design.MostPoints),
            DesignSeed = NumberOf(parsed, DesignSeed, 1, ulong.MaxValue),
            Days = parsed.GetValue(Days),
            Rule = parsed.GetValue(Rule),
            Version = parsed.GetValue(Pinned) is null
                ? null
                : (int)NumberOf(parsed, Pinned, 0, int.MaxValue),
            IsAudited = parsed.GetValue(Audit),
        };
    }

    /// <summary>The value of an option for a whole number.</summary>
    public static ulong NumberOf(
        ParseResult parsed, Option<string?> option, ulong usual, ulong most)
    {
        if (parsed.GetValue(option) is not { } text) return usual;
        return ulong.TryParse(
            text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong number)
            && number <= most
            ? number
            : throw new UsageException(
                $"{option.Name} '{text}' is no whole number from 0 to {most}");
    }

    private static string TextOf(string name)
    {
        if (ScenarioCatalog.TextOf(name) is { } text) return text;
        if (ScenarioCatalog.Find(name) is not null)
        {
            throw new UsageException(
                $"the scenario {name} has no agents, and nothing of it can vary; there are "
                + string.Join(", ", ScenarioCatalog.FileNames));
        }

        if (!name.EndsWith(".yaml", StringComparison.Ordinal))
        {
            throw new UsageException(
                $"there is no scenario '{name}'; there are "
                + $"{string.Join(", ", ScenarioCatalog.FileNames)}, or a file ending in .yaml");
        }

        try
        {
            return ScenarioText.Read(name);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(problem.Message);
        }
    }
}
