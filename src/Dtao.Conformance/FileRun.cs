using System.Text.Json;

namespace Dtao.Conformance;

/// <summary>Runs the cases of one vector file.</summary>
internal static class FileRun
{
    /// <summary>
    /// Runs the selected cases. Nothing is thrown: problems are part of the result.
    /// </summary>
    public static FileResult Run(VectorSource source, Selection selection)
    {
        FileResult result = new(source.Name, source.Path, null, 0, 0, 0, null, null);
        try
        {
            using VectorFile file = VectorFile.Read(source.Path);
            result = result with { Format = file.Format, Version = file.Version };
            VectorFormat format = VectorFormats.Of(file.Format);
            bool hasCases = false;
            foreach ((string section, JsonElement cases) in file.Sections())
            {
                if (!format.Sections.TryGetValue(section, out Action<VectorNode>? run))
                {
                    throw new VectorFormatException(
                        $"the array '{section}' is unknown in the format '{file.Format}'");
                }

                int index = -1;
                foreach (JsonElement element in cases.EnumerateArray())
                {
                    index++;
                    hasCases = true;
                    if (!selection.Takes(section, NameOf(element), index)) continue;
                    result = Count(result, RunCase(run, element, $"{section}[{index}]", file));
                }
            }

            return hasCases ? result : throw new VectorFormatException("there are no cases in it");
        }
        catch (VectorFormatException problem)
        {
            return result with { Problem = problem.Message };
        }
    }

    private static string? NameOf(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty("name", out JsonElement name)
        && name.ValueKind == JsonValueKind.String
            ? name.GetString()
            : null;

    private static FileResult Count(FileResult result, Difference? difference) =>
        difference is null
            ? result with { Passed = result.Passed + 1 }
            : result with { Failed = result.Failed + 1, First = result.First ?? difference };

    private static Difference? RunCase(
        Action<VectorNode> run, JsonElement element, string path, VectorFile file)
    {
        CaseLog log = new(file);
        VectorNode node = new(element, path, log);
        try
        {
            run(node);
        }
        catch (Exception problem) when (problem is not VectorFormatException)
        {
            // The engine broke down: that is a failed case like any other, and it has a place.
            log.Report(
                path, "a result", $"{problem.GetType().Name}: {problem.Message} {Place(problem)}");
        }

        // After a difference the rest of the case is left unread.
        if (log.First is null) node.Finish();
        return log.First;
    }

    private static string Place(Exception problem) =>
        problem.StackTrace?.Split('\n')[0].Trim() ?? string.Empty;
}
