using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using Dtao.Cli.Output;
using Dtao.Lab.Reports.Texts;
using Dtao.Lab.Sweeps;
using Dtao.Lab.Sweeps.Files;
using Dtao.Lab.Sweeps.Statistics;
using Dtao.Lab.Sweeps.Storage;

namespace Dtao.Cli;

/// <summary>The command <c>dtao lab sweep</c>.</summary>
internal static class LabSweepCommand
{
    private const int MostThreads = 256;

    private static readonly Option<string?> Out = new("--out")
    {
        Description =
            "Folder for sweep.db, sweep.csv, bands.csv, summary.json and report.html; a sweep in "
            + "it goes on where it stopped. [default: out/sweep-SCENARIO]",
        HelpName = "DIR",
    };

    private static readonly Option<string?> Resume = new("--resume")
    {
        Description = "Folder of a sweep that goes on where it stopped, whatever it was.",
        HelpName = "DIR",
    };

    private static readonly Option<string?> Threads = new("--threads")
    {
        Description = "Runs at a time; the results do not depend on it. [default: all cores]",
        HelpName = "T",
    };

    private static readonly Option<bool> Json = new("--json")
    {
        Description = "Print summary.json to standard output and nothing else.",
    };

    /// <summary>Describes the command.</summary>
    public static Command Create(TextWriter output, TextWriter error)
    {
        Command command = new(
            "sweep",
            "Runs a scenario with many values and seeds, on all cores; what is done is kept.");
        SweepOptions.AddTo(command);
        command.Options.Add(Out);
        command.Options.Add(Resume);
        command.Options.Add(Threads);
        command.Options.Add(Json);
        command.Options.Add(LanguageOption.Value);
        command.SetAction(parsed =>
        {
            try
            {
                return Run(parsed, output, error);
            }
            catch (Exception problem)
                when (problem is FormatException or IOException or UnauthorizedAccessException)
            {
                throw new UsageException(problem.Message);
            }
        });
        return command;
    }

    private static int Run(ParseResult parsed, TextWriter output, TextWriter error)
    {
        ulong threads = SweepOptions.NumberOf(
            parsed, Threads, (ulong)Environment.ProcessorCount, MostThreads);
        if (threads == 0) throw new UsageException("--threads 0 runs nothing; give 1 or more");
        bool isJson = parsed.GetValue(Json);
        ReportLanguage language = LanguageOption.Of(parsed);
        (SweepPlan plan, string place) = Chosen(parsed);
        using SweepFolder folder = SweepFolder.Open(place, plan);
        using Interruption interruption = new();
        SweepDisplay display = new(error, isSilent: isJson);
        int there = folder.Read().Length;
        display.Begin(plan, there, (int)threads);
        ProcessorUse use = new();
        if (!RunMissing(folder, (int)threads, display, interruption))
        {
            error.WriteLine($"dtao: interrupted; {KeptText(folder, folder.Read().Length)}");
            return CommandLine.Interrupted;
        }

        SweepStatistics statistics = new(plan, folder.Read());
        try
        {
            folder.Finish(statistics.Outcomes, SweepFiles.Of(plan, statistics, language));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{problem.Message}; {KeptText(folder, plan.Count)}");
        }

        string effort = there < plan.Count ? use.TextOf((int)threads) : string.Empty;
        if (isJson) output.Write(Encoding.UTF8.GetString(SweepJson.Of(plan, statistics)));
        else SweepText.Write(plan, statistics, display.Elapsed, effort, place, output);
        return statistics.Outcomes.Any(static one => one.Error is not null) ? 1 : 0;
    }

    private static (SweepPlan Plan, string Place) Chosen(ParseResult parsed)
    {
        if (parsed.GetValue(Resume) is { } place)
        {
            if (SweepOptions.AreGiven(parsed) || parsed.GetValue(Out) is not null)
            {
                throw new UsageException(
                    $"the sweep in '{place}' says itself what it is; leave out everything but "
                    + "--threads, --lang and --json");
            }

            return (SweepPlan.Of(SweepFolder.RequestIn(place)), place);
        }

        SweepPlan plan = SweepPlan.Of(SweepOptions.RequestOf(parsed));
        return (plan, parsed.GetValue(Out) ?? $"out/sweep-{plan.Base.Name}");
    }

    private static bool RunMissing(
        SweepFolder folder, int threads, SweepDisplay display, Interruption interruption)
    {
        ImmutableArray<SweepOutcome> finished = folder.Read();
        if (finished.Length == folder.Plan.Count) return true;
        int kept = finished.Length;
        try
        {
            using SweepStore store = folder.OpenStore();
            SweepRunner runner = new(folder.Plan, finished, outcome =>
            {
                store.Add(outcome);
                kept++;
            });
            return runner.Run(threads, display.Show, interruption.Token, interruption.Again);
        }
        catch (IOException problem)
        {
            throw new UsageException($"{problem.Message}; {KeptText(folder, kept)}");
        }
    }

    /// <summary>What is safe, and how to go on.</summary>
    private static string KeptText(SweepFolder folder, int kept) =>
        $"{kept} of {folder.Plan.Count} runs are kept, "
        + $"go on with: ./dtao lab sweep --resume {folder.Location}";
}
