using System.Text.Json;
using Dtao.Fuzz.Checks;
using Dtao.Fuzz.Runs;
using Dtao.Lab.Reports;

namespace Dtao.Cli.Output;

/// <summary>The result of a fuzzing campaign, for people and for programs.</summary>
internal static class FuzzText
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Writes findings first, then what was done.</summary>
    public static void Write(
        IReadOnlyList<SeedResult> results, TimeSpan elapsed, TextWriter output)
    {
        foreach (SeedResult result in results)
        {
            if (result.Finding is not { } finding) continue;
            output.WriteLine(LineOf(result.Seed, finding));
            output.WriteLine($"  fewest steps that still find it: {result.ShrunkCase.Count}");
            foreach (string step in result.ShrunkCase)
            {
                output.WriteLine($"  {step}");
            }
        }

        long blocks = results.Sum(static result => (long)result.Blocks);
        long calls = results.Sum(static result => result.Calls.Total);
        long applied = results.Sum(static result => result.Calls.Applied);
        long failed = results.Sum(static result => result.Calls.Failed);
        double rate = calls / Math.Max(elapsed.TotalSeconds, 0.001);
        output.WriteLine(FormattableString.Invariant(
            $"{results.Count:N0} seeds, {blocks:N0} blocks, {calls:N0} calls: ")
            + FormattableString.Invariant(
                $"{applied:N0} applied, {failed:N0} failed, {calls - applied - failed:N0} ")
            + FormattableString.Invariant($"undecodable; {rate:N0} calls/s"));
        output.WriteLine(
            $"{results.Count(static result => result.Finding is not null)} findings");
    }

    /// <summary>The result as JSON; without times, so that equal runs give equal bytes.</summary>
    public static string AsJson(CampaignPlan plan, IReadOnlyList<SeedResult> results) =>
        JsonSerializer.Serialize(
            new
            {
                version = ProgramVersion.Text,
                blocks_of_seed = plan.Blocks,
                seeds = results.Count,
                blocks = results.Sum(static result => (long)result.Blocks),
                calls = results.Sum(static result => result.Calls.Total),
                findings = results.Count(static result => result.Finding is not null),
                outcomes = OutcomesOf(results),
                runs = results.Select(Fields),
            },
            Indented);

    private static SortedDictionary<string, long> OutcomesOf(IReadOnlyList<SeedResult> results)
    {
        SortedDictionary<string, long> outcomes = new(StringComparer.Ordinal);
        foreach ((string outcome, long count) in
            results.SelectMany(static result => result.Calls.Outcomes))
        {
            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + count;
        }

        return outcomes;
    }

    private static object Fields(SeedResult result) => new
    {
        seed = result.Seed,
        blocks = result.Blocks,
        is_whole = result.IsWhole,
        applied = result.Calls.Applied,
        failed = result.Calls.Failed,
        undecodable = result.Calls.Undecodable,
        state_hash = result.StateHash,
        finding = result.Finding is { } finding
            ? new
            {
                kind = finding.Kind.ToString(),
                block = finding.Block,
                call = finding.Call,
                what = finding.What,
                replay = ReplayOf(result.Seed, finding),
                steps = result.ShrunkCase,
            }
            : null,
    };

    private static string LineOf(ulong seed, Finding finding) =>
        $"version {ProgramVersion.Text}, seed {seed}, block {finding.Block}, call {finding.Call}: "
        + $"{finding.Kind}: {finding.What}; repeat with: {ReplayOf(seed, finding)}";

    private static string ReplayOf(ulong seed, Finding finding) =>
        $"./dtao fuzz --seed {seed} --block {finding.Block}";
}
