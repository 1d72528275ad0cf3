using System.CommandLine;

namespace Dtao.Cli;

/// <summary>The command <c>dtao lab</c>.</summary>
internal static class LabCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create(TextWriter output, TextWriter error)
    {
        Command command = new("lab", "Runs scenarios and writes their reports.");
        return command;
    }
}
