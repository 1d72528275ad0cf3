using System.CommandLine;
using System.Text;
using Dtao.Cli.Output;
using Dtao.Lab.Reports;
using Dtao.Lab.Runs;

namespace Dtao.Cli;

/// <summary>The command <c>dtao audit</c>.</summary>
/// <remarks>
/// Exit codes: 0 every rao is explained, 1 one is not, or a finished run cannot be repeated,
/// 2 bad input. Source: docs/how-to/audit.md.
/// </remarks>
internal static class AuditCommand
{
    private static readonly Argument<string> What = new("run")
    {
        Description =
            "Folder of a finished run, which is repeated, or a scenario: "
            + $"{PointOptions.NamesOfScenarios()}.",
    };

    private static readonly Option<bool> Json = new("--json")
    {
        Description = "Print the audit as JSON and nothing else.",
    };

    /// <summary>Describes the command.</summary>
    public static Command Create(TextWriter output, TextWriter error)
    {
        Command command = new(
            "audit", "Runs, checks all books after every block and tells where every rao went.");
        command.Arguments.Add(What);
        PointOptions.AddTo(command);
        command.Options.Add(Json);
        command.SetAction(parsed => Run(parsed, output, error));
        return command;
    }

    private static int Run(ParseResult parsed, TextWriter output, TextWriter error)
    {
        string what = parsed.GetRequiredValue(What);
        bool json = parsed.GetValue(Json);
        FinishedRun? finished = FinishedRuns.Find(parsed, what);
        Point point = finished is null ? PointOptions.PointOf(parsed, what) : finished.Point;
        using Interruption interruption = new();
        ProgressDisplay display = ProgressDisplay.For(error, silent: json);
        RunResult result = display.Show(
            point with { Auditing = Auditing.EveryBlock },
            report => Simulator.Run(
                point with { Auditing = Auditing.EveryBlock }, report, interruption.Token));
        if (finished is not null && result.LastStateHash != finished.LastStateHash)
        {
            error.WriteLine(
                $"dtao: '{what}' ended with state {finished.LastStateHash}, repeated it ends with "
                + $"{result.LastStateHash}; another version of the program made it");
            return 1;
        }

        if (json) output.Write(Encoding.UTF8.GetString(AuditJson.Of(point.Command, result.Audit!)));
        else AuditText.Write(point, result.Audit!, output);
        return result.Audit!.Unexplained == 0 ? 0 : 1;
    }
}
