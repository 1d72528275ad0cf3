using System.Globalization;
using System.Text.Json;
using Dtao.Lab.Plans;
using Dtao.Lab.Runs;
using Dtao.Lab.Scenarios;
using Dtao.Runtime.Spec;

namespace Dtao.Lab.Reports;

/// <summary>A run of which only the folder is left: what it was, and how it ended.</summary>
/// <param name="Point">What was asked; running it again gives the same.</param>
/// <param name="LastStateHash">Hash of the state after its last block.</param>
public sealed record FinishedRun(Point Point, string LastStateHash)
{
    /// <summary>Reads the summary of a folder.</summary>
    /// <exception cref="IOException">There is no summary.</exception>
    /// <exception cref="FormatException">It is no run that can be repeated.</exception>
    public static FinishedRun Read(string folder)
    {
        string path = Path.Combine(folder, "summary.json");
        if (!File.Exists(path))
        {
            throw new FileNotFoundException(
                $"'{folder}' holds no summary.json; give the folder of a finished run");
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            return Read(document.RootElement);
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException
            or InvalidOperationException or FormatException)
        {
            throw new FormatException(
                $"'{path}' is no summary of a run ({problem.Message.TrimEnd('.')}); give the "
                + "folder of a finished run",
                problem);
        }
    }

    private static FinishedRun Read(JsonElement root)
    {
        string? form = root.GetProperty("form").GetString();
        if (form != SummaryJson.Form)
        {
            throw new FormatException($"its form is '{form}', not '{SummaryJson.Form}'");
        }

        JsonElement inputs = root.GetProperty("inputs");
        Scenario scenario = ScenarioOf(inputs);
        Horizon horizon = new(inputs.GetProperty("blocks").GetUInt64());
        ulong seed = ulong.Parse(TextOf(inputs, "seed"), CultureInfo.InvariantCulture);
        string hash = TextOf(root.GetProperty("state_hash"), "last");
        Point point = new(scenario, horizon, seed, PinnedOf(inputs))
        {
            Rules = inputs.TryGetProperty("rule", out JsonElement rule)
                ? RuleSchedule.Parse(rule.GetString() ?? string.Empty)
                : null,
        };
        return new(point, hash);
    }

    private static Scenario ScenarioOf(JsonElement inputs)
    {
        if (inputs.TryGetProperty("file", out JsonElement file))
        {
            return PlanScenario.Of(ScenarioFile.Read(
                TextOf(file, "name"),
                TextOf(file, "text"),
                file.GetProperty("changes").EnumerateArray()
                    .Select(static one => Change.Parse(one.GetString() ?? string.Empty))
                    .ToArray()));
        }

        string name = TextOf(inputs, "scenario");
        return ScenarioCatalog.Find(name)
            ?? throw new FormatException($"there is no scenario '{name}'");
    }

    private static RuntimeSpec? PinnedOf(JsonElement inputs)
    {
        if (!inputs.TryGetProperty("pinned_version", out JsonElement version)) return null;
        return Specs.Find(version.GetInt32())
            ?? throw new FormatException($"there is no version {version}");
    }

    private static string TextOf(JsonElement of, string name) =>
        of.GetProperty(name).GetString() ?? throw new FormatException($"{name} is null");
}
