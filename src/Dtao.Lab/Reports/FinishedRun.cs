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
    private const int LongestSummary = 256 << 20;
    private const ulong MostBlocks = Horizon.LongestInDays * 7_200UL;

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
            using JsonDocument document = JsonDocument.Parse(WithoutMark(
                WholeFile.Read(path, LongestSummary)));
            return Read(document.RootElement);
        }
        catch (JsonException problem)
        {
            throw Unusable(
                path, $"line {(problem.LineNumber ?? 0) + 1} is no JSON", problem);
        }
        catch (FormatException problem)
        {
            throw Unusable(path, problem.Message, problem);
        }
    }

    private static FormatException Unusable(string path, string problem, Exception cause) => new(
        $"'{path}' is no summary of a run: {problem}; give the folder of a finished run", cause);

    private static ReadOnlyMemory<byte> WithoutMark(byte[] content) =>
        content.AsMemory(content is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0);

    private static FinishedRun Read(JsonElement document)
    {
        SummaryNode root = new(document, string.Empty);
        string form = root["form"].Text();
        if (form != SummaryJson.Form)
        {
            throw new FormatException($"form is '{form}', not '{SummaryJson.Form}'");
        }

        SummaryNode inputs = root["inputs"];
        Point point = new(
            ScenarioOf(inputs),
            new(inputs["blocks"].Whole(1, MostBlocks)),
            SeedOf(inputs["seed"]),
            PinnedOf(inputs))
        {
            Rules = inputs.Find("rule") is { } rule ? RuleSchedule.Parse(rule.Text()) : null,
        };
        return new(point, root["state_hash"]["last"].Text());
    }

    private static Scenario ScenarioOf(SummaryNode inputs)
    {
        if (inputs.Find("file") is { } file)
        {
            return PlanScenario.Of(ScenarioFile.Read(
                file["name"].Text(),
                file["text"].Text(),
                file["changes"].Items().Select(static one => Change.Parse(one.Text())).ToArray()));
        }

        string name = inputs["scenario"].Text();
        return ScenarioCatalog.Find(name)
            ?? throw new FormatException($"inputs.scenario: there is no scenario '{name}'");
    }

    private static ulong SeedOf(SummaryNode seed) => ulong.TryParse(
        seed.Text(), NumberStyles.None, CultureInfo.InvariantCulture, out ulong number)
            ? number
            : throw new FormatException($"{seed.Path} '{seed.Text()}' is no seed");

    private static RuntimeSpec? PinnedOf(SummaryNode inputs)
    {
        if (inputs.Find("pinned_version") is not { } version) return null;
        ulong number = version.Whole(0, int.MaxValue);
        return Specs.Find((int)number)
            ?? throw new FormatException($"{version.Path}: there is no version {number}");
    }
}
