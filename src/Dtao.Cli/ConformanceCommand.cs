using System.CommandLine;
using Dtao.Conformance;

namespace Dtao.Cli;

/// <summary>The command <c>dtao conformance</c>.</summary>
/// <remarks>Exit codes: 0 all cases passed, 1 a case failed, 2 a file cannot be used.</remarks>
internal static class ConformanceCommand
{
    /// <summary>Describes the command.</summary>
    public static Command Create(TextWriter output, TextWriter error)
    {
        Argument<string[]> paths = new("path")
        {
            Description = "Vector files (.json, .json.gz) or folders; the repository's own "
                + "vectors when none is given.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        Option<string?> only = new("--only")
        {
            Description = "Run only the array or the scenario with this name.",
            HelpName = "NAME",
        };
        Option<int?> one = new("--case")
        {
            Description = "Run only the case with this index within its array, from 0.",
            HelpName = "N",
        };
        Option<bool> json = new("--json") { Description = "Write the results as one JSON object." };
        Command command = new(
            "conformance", "Runs the engine against outputs of the real chain's own code.")
        {
            paths, only, one, json,
        };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(one) is < 0)
            {
                throw new UsageException("--case: an index from 0 is needed");
            }

            IReadOnlyList<VectorSource> sources = Find(parsed.GetValue(paths) ?? [], error);
            Selection selection = new(parsed.GetValue(only), parsed.GetValue(one));
            return parsed.GetValue(json)
                ? ConformanceReport.WriteJson(Run(sources, selection), output, error)
                : ConformanceReport.WriteText(Run(sources, selection), output, error);
        });
        return command;
    }

    private static IEnumerable<FileResult> Run(
        IReadOnlyList<VectorSource> sources, Selection selection) =>
        ConformanceRun.Run(sources, selection, CancellationToken.None);

    private static IReadOnlyList<VectorSource> Find(string[] paths, TextWriter error)
    {
        List<string> skipped = [];
        try
        {
            IReadOnlyList<VectorSource> found =
                VectorFinder.Find(paths.Length > 0 ? paths : [OwnVectors()], skipped);
            skipped.ForEach(note => error.WriteLine($"dtao: {note}"));
            return found;
        }
        catch (VectorFormatException problem)
        {
            throw new UsageException(problem.Message);
        }
    }

    /// <summary>
    /// The folder <c>vectors</c> of the repository from which the program was built.
    /// </summary>
    private static string OwnVectors()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            string folder = Path.Combine(at.FullName, "vectors");
            if (Directory.Exists(folder) && File.Exists(Path.Combine(at.FullName, "dtao")))
            {
                return folder;
            }
        }

        throw new UsageException(
            "no folder 'vectors' is found above the program; name vector files or folders");
    }
}
