using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using Dtao.Cli.Output;
using Dtao.Lab.Runs;
using Dtao.Runtime.Audit;
using Dtao.Runtime.Emission.Rules;

namespace Dtao.Cli;

/// <summary>The command <c>dtao</c>: what it offers, and how it answers bad input.</summary>
/// <remarks>
/// Exit codes: 0 done, 1 a check or a part of a run failed, 2 the input cannot be used (one line on
/// standard error says what and where), 3 a fault of the program itself, 130 interrupted.
/// </remarks>
public static partial class CommandLine
{
    /// <summary>Exit code of input that cannot be used.</summary>
    public const int BadInput = 2;

    /// <summary>Exit code of a check that failed, and of a run that could not go on.</summary>
    public const int Failed = 1;

    /// <summary>Exit code of a fault of the program itself.</summary>
    public const int OwnFault = 3;

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
        catch (AggregateException problem)
        {
            return Answer(problem.Flatten().InnerExceptions[0], error);
        }
        catch (Exception problem)
        {
            return Answer(problem, error);
        }
    }

    /// <summary>One line for whatever ended a command, and its exit code.</summary>
    private static int Answer(Exception problem, TextWriter error)
    {
        (string text, int code) = problem switch
        {
            UsageException => (problem.Message, BadInput),
            AuditException => ($"the books do not balance: {problem.Message}", Failed),
            RunFaultException or EmissionRuleException or OutputException =>
                (problem.Message, Failed),
            OperationCanceledException => ("interrupted", Interrupted),
            OutOfMemoryException => ("there is not enough memory for this", Failed),
            _ => (
                "this is a fault of the program, please report it with the command: "
                    + RunFaultException.TextOf(problem),
                OwnFault),
        };
        error.WriteLine($"dtao: {OneLine.Of(text)}");
        return code;
    }

    private static int Refuse(ParseResult parsed, TextWriter error)
    {
        // What is too much says more than what is missing because of it.
        string[] unknown = [.. parsed.UnmatchedTokens];
        string first = parsed.Errors[0].Message;
        if (unknown.Length > 0) first = $"'{unknown[0]}' is no command or option here";
        else if (parsed.CommandResult.Command.Subcommands is { Count: > 0 } commands)
        {
            string names = string.Join(", ", commands.Select(static command => command.Name));
            first = $"a command is missing; there are {names}";
        }

        string text = OneLine.Of(WithoutTypes(first));
        error.WriteLine($"dtao: {text} (see: ./dtao {PathOf(parsed)}--help)");
        return BadInput;
    }

    /// <summary>What numbers are accepted, where the parser names a type of the language.</summary>
    private static string WithoutTypes(string message)
    {
        Match found = Unparsed().Match(message);
        if (!found.Success) return message;
        string type = found.Groups["type"].Value;
        string range = type.Contains("UInt16", StringComparison.Ordinal)
            ? $"from 0 to {ushort.MaxValue}"
            : type.Contains("UInt64", StringComparison.Ordinal)
                ? $"from 0 to {ulong.MaxValue}"
                : $"up to {int.MaxValue}";
        return $"{found.Groups["option"].Value} '{found.Groups["value"].Value}' is no whole "
            + $"number {range}";
    }

    [GeneratedRegex(
        @"^Cannot parse argument '(?<value>.*)' for option '(?<option>[^']*)' "
        + @"as expected type '(?<type>.*U?Int\d+.*)'",
        RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Unparsed();

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
