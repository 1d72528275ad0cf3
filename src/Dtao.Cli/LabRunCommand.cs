using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Dtao.Cli.Output;
using Dtao.Lab.Reports;
using Dtao.Lab.Runs;
using Dtao.Lab.Scenarios;
using Dtao.Runtime.Spec;

namespace Dtao.Cli;

/// <summary>The command <c>dtao lab run</c>.</summary>
internal static class LabRunCommand
{
    private static readonly Argument<string> ScenarioName = new("scenario")
    {
        Description = $"What to run: {NamesOfScenarios()}.",
    };

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

    private static readonly Option<string?> Out = new("--out")
    {
        Description =
            "Folder for summary.json, series.csv and report.html; an earlier result in it is "
            + "replaced once the new one is complete. [default: out/SCENARIO]",
        HelpName = "DIR",
    };

    private static readonly Option<bool> Json = new("--json")
    {
        Description = "Print summary.json to standard output and nothing else.",
    };

    /// <summary>Describes the command.</summary>
    public static Command Create(TextWriter output, TextWriter error)
    {
        Command command = new(
            "run", "Runs a scenario block by block and writes its summary, series and report.");
        command.Arguments.Add(ScenarioName);
        command.Options.Add(Days);
        command.Options.Add(Seed);
        command.Options.Add(Pinned);
        command.Options.Add(Out);
        command.Options.Add(Json);
        command.SetAction(parsed =>
        {
            Point point = PointOf(parsed);
            string place = parsed.GetValue(Out) ?? $"out/{point.Scenario.Name}";
            Run(point, place, parsed.GetValue(Json), output, error);
        });
        return command;
    }

    private static void Run(
        Point point, string place, bool json, TextWriter output, TextWriter error)
    {
        using CancellationTokenSource interruption = new();
        using PosixSignalRegistration interrupt = CancelOn(PosixSignal.SIGINT, interruption);
        using PosixSignalRegistration terminate = CancelOn(PosixSignal.SIGTERM, interruption);
        using PosixSignalRegistration hangUp = CancelOn(PosixSignal.SIGHUP, interruption);
        try
        {
            ResultFolder folder = ResultFolder.Prepare(place);
            ProgressDisplay display = ProgressDisplay.For(error, silent: json);
            RunResult result = display.Show(
                point, report => Simulator.Run(point, report, interruption.Token));
            RunReport report = new(result);
            folder.Write(report.WriteFile, interruption.Token);
            if (json) output.Write(Encoding.UTF8.GetString(SummaryJson.Of(result)));
            else ResultText.Write(result, display.Elapsed, folder.Location, output);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(problem.Message);
        }
    }

    private static PosixSignalRegistration CancelOn(
        PosixSignal signal, CancellationTokenSource interruption) =>
        PosixSignalRegistration.Create(signal, context =>
        {
            // The run stops between two blocks and leaves nothing behind.
            context.Cancel = true;
            interruption.Cancel();
        });

    private static Point PointOf(ParseResult parsed)
    {
        string name = parsed.GetValue(ScenarioName) ?? string.Empty;
        Scenario scenario = ScenarioCatalog.Find(name) ?? throw new UsageException(
            $"there is no scenario '{name}'; there is: {NamesOfScenarios()}");
        return new(
            scenario,
            HorizonOf(parsed.GetValue(Days), scenario),
            SeedOf(parsed.GetValue(Seed)),
            SpecOf(parsed.GetValue(Pinned)));
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

    private static string NamesOfScenarios() =>
        string.Join(", ", ScenarioCatalog.All.Select(static scenario => scenario.Name));

    private static string NumbersOfSpecs() =>
        string.Join(", ", Specs.All.Select(static spec => spec.Version));
}
