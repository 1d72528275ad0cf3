using System.CommandLine;

namespace Dtao.Cli;

/// <summary>The command <c>dtao conformance</c>.</summary>
internal static class ConformanceCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create(TextWriter output, TextWriter error)
    {
        Command command = new("conformance", "Runs the engine against outputs of the real chain.");
        return command;
    }
}
