using System.Text.Json;
using Dtao.Conformance;

namespace Dtao.Cli;

/// <summary>How the results of a conformance run are shown.</summary>
internal static class ConformanceReport
{
    private const int AllPassed = 0;
    private const int SomeFailed = 1;

    private static readonly JsonSerializerOptions Style = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>One line for each file, the first difference below it, and a last line.</summary>
    /// <returns>The exit code.</returns>
    public static int WriteText(
        IEnumerable<FileResult> results, TextWriter output, TextWriter error)
    {
        Total total = default;
        foreach (FileResult result in results)
        {
            total = total.With(result);
            if (WriteProblem(result, error)) continue;

            // Only a selection leaves a file without cases; the others are what is asked for.
            if (result.Passed + result.Failed == 0) continue;
            output.WriteLine($"{result.Name}: {result.Passed} passed, {result.Failed} failed");
            if (result.First is not null) output.WriteLine($"  {result.First}");
        }

        output.WriteLine($"{total.Passed} passed, {total.Failed} failed");
        return total.ExitCode(error);
    }

    /// <summary>One JSON object with all results.</summary>
    /// <returns>The exit code.</returns>
    public static int WriteJson(
        IEnumerable<FileResult> results, TextWriter output, TextWriter error)
    {
        Total total = default;
        List<FileResult> all = [];
        foreach (FileResult result in results)
        {
            total = total.With(result);
            all.Add(result);
            WriteProblem(result, error);
        }

        output.WriteLine(JsonSerializer.Serialize(
            new { files = all, passed = total.Passed, failed = total.Failed }, Style));
        return total.ExitCode(error);
    }

    private static bool WriteProblem(FileResult result, TextWriter error)
    {
        if (result.Problem is null) return false;
        error.WriteLine($"dtao: {OneLine.Of($"{result.Path}: {result.Problem}")}");
        return true;
    }

    private readonly record struct Total(int Passed, int Failed, int Unusable)
    {
        public Total With(FileResult result) => result.Problem is null
            ? this with { Passed = Passed + result.Passed, Failed = Failed + result.Failed }
            : this with { Unusable = Unusable + 1 };

        public int ExitCode(TextWriter error)
        {
            if (Unusable > 0) return CommandLine.BadInput;
            if (Failed > 0) return SomeFailed;
            if (Passed > 0) return AllPassed;
            error.WriteLine("dtao: no case was selected by --only and --case");
            return CommandLine.BadInput;
        }
    }
}
