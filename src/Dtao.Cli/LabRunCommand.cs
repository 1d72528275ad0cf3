using System.CommandLine;
using System.Text;
using Dtao.Cli.Output;
using Dtao.Lab.Reports;
using Dtao.Lab.Reports.Texts;
using Dtao.Lab.Runs;

namespace Dtao.Cli;

/// <summary>The command <c>dtao lab run</c>.</summary>
internal static class LabRunCommand
{
    private static readonly Argument<string> ScenarioName = new("scenario")
    {
        Description =
            $"What to run: {PointOptions.NamesOfScenarios()}, or a file ending in .yaml.",
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

    private static readonly Option<bool> WithoutAudit = new("--no-audit")
    {
        Description =
            "Do not check the books after every block; the summary then has no section audit.",
    };

    /// <summary>Describes the command.</summary>
    public static Command Create(TextWriter output, TextWriter error)
    {
        Command command = new(
            "run", "Runs a scenario block by block and writes its summary, series and report.");
        command.Arguments.Add(ScenarioName);
        PointOptions.AddTo(command);
        command.Options.Add(Out);
        command.Options.Add(WithoutAudit);
        command.Options.Add(Json);
        command.Options.Add(LanguageOption.Value);
        command.SetAction(parsed =>
        {
            string name = parsed.GetValue(ScenarioName) ?? string.Empty;
            Point point = PointOptions.PointOf(parsed, name) with
            {
                Auditing = parsed.GetValue(WithoutAudit) ? Auditing.Off : Auditing.EveryBlock,
            };
            string place = parsed.GetValue(Out) ?? $"out/{point.Scenario.Name}";
            ReportLanguage language = LanguageOption.Of(parsed);
            Run(point, place, language, parsed.GetValue(Json), output, error);
        });
        return command;
    }

    private static void Run(
        Point point,
        string place,
        ReportLanguage language,
        bool json,
        TextWriter output,
        TextWriter error)
    {
        using Interruption interruption = new();
        try
        {
            ResultFolder folder = ResultFolder.Prepare(place);
            ProgressDisplay display = ProgressDisplay.For(error, silent: json);
            RunResult result = display.Show(
                point, report => Simulator.Run(point, report, interruption.Token));
            RunReport report = new(result, language);
            folder.Write(report.WriteFile, interruption.Token);
            if (json) output.Write(Encoding.UTF8.GetString(SummaryJson.Of(result)));
            else ResultText.Write(result, display.Elapsed, folder.Location, output);
        }
        catch (Exception problem)
            when (problem is IOException or UnauthorizedAccessException or FormatException)
        {
            throw new UsageException(problem.Message);
        }
    }
}
