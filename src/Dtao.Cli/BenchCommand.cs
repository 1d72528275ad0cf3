using System.CommandLine;

namespace Dtao.Cli;

/// <summary>The command <c>dtao bench</c>.</summary>
internal static class BenchCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create(TextWriter output, TextWriter error)
    {
        Command command = new("bench", "Measures the standard network.");
        return command;
    }
}
