using System.CommandLine;
using System.CommandLine.Parsing;
using Dtao.Runtime.Audit;

namespace Dtao.Cli;

/// <summary>The command <c>dtao</c>: what it offers, and how it answers bad input.</summary>
/// <remarks>
/// Exit codes: 0 done, 1 a check failed, 2 the input cannot be used (one line on standard error
/// says what and where), 130 interrupted.
/// </remarks>
public static class CommandLine
{
    /// <summary>Exit code of input that cannot be used.</summary>
    public const int BadInput = 2;

    /// <summary>Exit code of a run that was interrupted.</summary>
    public const int Interrupted = 130;

    /// <summary>Runs one command.</summary>
    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        RootCommand root = new(
            "Dtao computes the dynamic-TAO economy of Bittensor exactly, to the last rao.");
        root.Subcommands.Add(LabCommand.Create(output, error));
        root.Subcommands.Add(ConformanceCommand.Create(output, error));
        root.Subcommands.Add(BenchCommand.Create(output, error));
        root.Subcommands.Add(FuzzCommand.Create(output, error));
        root.Subcommands.Add(AuditCommand.Create(output, error));
        root.Subcommands.Add(ExplainCommand.Create(output, error));

        ParseResult parsed = root.Parse(args);
        if (parsed.Errors.Count > 0) return Refuse(parsed, error);
        try
        {
            InvocationConfiguration settings = new()
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false,
            };
            return parsed.Invoke(settings);
        }
        catch (UsageException problem)
        {
            error.WriteLine($"dtao: {problem.Message}");
            return BadInput;
        }
        catch (AuditException problem)
        {
            error.WriteLine($"dtao: the books do not balance: {problem.Message}");
            return 1;
        }
        catch (OperationCanceledException)
        {
            error.WriteLine("dtao: interrupted");
            return Interrupted;
        }
    }

    private static int Refuse(ParseResult parsed, TextWriter error)
    {
        ParseError first = parsed.Errors[0];
        error.WriteLine($"dtao: {first.Message} (see: dtao {PathOf(parsed)}--help)");
        return BadInput;
    }

    private static string PathOf(ParseResult parsed)
    {
        string path = string.Empty;
        for (SymbolResult? at = parsed.CommandResult; at is CommandResult command; at = at.Parent)
        {
            if (command.Command is RootCommand) break;
            path = $"{command.Command.Name} {path}";
        }

        return path;
    }
}
