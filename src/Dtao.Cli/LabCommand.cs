using System.CommandLine;
using Dtao.Lab.Scenarios;

namespace Dtao.Cli;

/// <summary>The command <c>dtao lab</c>.</summary>
internal static class LabCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create(TextWriter output, TextWriter error)
    {
        Command command = new(
            "lab", "Runs scenarios, and holds the engine against what really happened.");
        command.Subcommands.Add(LabRunCommand.Create(output, error));
        command.Subcommands.Add(LabCompareCommand.Create(output, error));
        command.Subcommands.Add(LabAttackCommand.Create(output, error));
        command.Subcommands.Add(LabSweepCommand.Create(output, error));
        command.Subcommands.Add(LabClaimsCommand.Create(output, error));
        command.Subcommands.Add(CreateList(output));
        command.Subcommands.Add(LabFeedCommand.Create(output));
        return command;
    }

    private static Command CreateList(TextWriter output)
    {
        Command command = new("list", "Lists the scenarios, what they ask and how long they run.");
        command.SetAction(_ =>
        {
            foreach (Scenario scenario in ScenarioCatalog.All)
            {
                output.WriteLine($"{scenario.Name}: {scenario.Title}");
                output.WriteLine($"  {scenario.Question}");
                output.WriteLine($"  {scenario.Limits}");
                output.WriteLine(
                    $"  starts at block {scenario.Start} "
                    + $"({scenario.Clock.TextOf(scenario.Start)}), "
                    + $"{scenario.Horizon.DaysText} days unless --days says otherwise");
                output.WriteLine($"  run it: ./dtao lab run {scenario.Name}");
            }
        });
        return command;
    }
}
