using System.CommandLine;
using System.Text.Json;
using Dtao.Lab.Bench;

namespace Dtao.Cli;

/// <summary>The command <c>dtao bench</c>.</summary>
/// <remarks>Source: docs/how-to/bench.md.</remarks>
internal static class BenchCommand
{
    private const double TargetAt64 = 10_000;
    private const double TargetAt128 = 5_000;
    private const double EpochTarget = 300;
    private const double StakingTarget = 20;
    private const double ChainBlocksPerSecond = 480;
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    /// <summary>Describes the command.</summary>
    public static Command Create(TextWriter output, TextWriter error)
    {
        Option<int[]> subnets = new("--subnets")
        {
            Description = "Subnets besides root, 1 to 1024; may be given several times.",
            DefaultValueFactory = static _ => [64, 128],
            AllowMultipleArgumentsPerToken = true,
        };
        Option<int> tempos = new("--tempos")
        {
            Description = "Tempos of 361 blocks to average over, 2 to 10000.",
            DefaultValueFactory = static _ => 20,
        };
        Option<bool> json = new("--json")
        {
            Description = "Print the result as JSON and nothing else.",
        };
        Command command = new(
            "bench", "Measures the standard network: full subnets, full weight rows, one thread.")
        {
            subnets, tempos, json,
        };
        command.SetAction((parsed, cancel) =>
        {
            Run(
                Checked(parsed.GetRequiredValue(subnets)),
                Checked(parsed.GetRequiredValue(tempos)),
                parsed.GetValue(json), output, error, cancel);
            return Task.FromResult(0);
        });
        return command;
    }

    private static int[] Checked(int[] subnets)
    {
        foreach (int count in subnets)
        {
            if (count is >= 1 and <= 1_024) continue;
            throw new UsageException($"--subnets {count}: from 1 to 1024 subnets can be measured");
        }

        return subnets;
    }

    private static int Checked(int tempos) => tempos is >= 2 and <= 10_000
        ? tempos
        : throw new UsageException($"--tempos {tempos}: from 2 to 10000 tempos can be measured");

    private static void Run(
        int[] subnets, int tempos, bool json, TextWriter output, TextWriter error,
        CancellationToken cancel)
    {
        List<BenchResult> results = [];
        foreach (int count in subnets)
        {
            if (!json) error.WriteLine($"measuring {count} subnets …");
            results.Add(NetworkBench.Measure(count, tempos, cancel));
        }

        if (json) output.WriteLine(JsonSerializer.Serialize(AsJson(results), Json));
        else Print(results, output);
    }

    private static Dictionary<string, object> AsJson(List<BenchResult> results)
    {
        // The first size stands at the top as well, for tools that follow one number.
        Dictionary<string, object> document = Fields(results[0]);
        document["cores"] = Environment.ProcessorCount;
        document["runs"] = results.ConvertAll(Fields);
        return document;
    }

    private static Dictionary<string, object> Fields(BenchResult result) => new()
    {
        ["subnets"] = result.Subnets,
        ["blocks"] = result.Blocks,
        ["blocks_per_second"] = Math.Round(result.BlocksPerSecond, 1),
        ["blocks_per_second_without_epochs"] =
            Math.Round(result.BlocksPerSecondWithoutEpochs, 1),
        ["epoch_microseconds"] = Math.Round(result.EpochMicroseconds, 1),
        ["payment_microseconds"] = Math.Round(result.PaymentMicroseconds, 1),
        ["bytes_per_block"] = Math.Round(result.BytesPerBlock, 1),
        ["bytes_per_block_without_epochs"] = Math.Round(result.BytesPerBlockWithoutEpochs, 1),
        ["resident_bytes"] = result.ResidentBytes,
        ["audit_percent"] = Math.Round(result.AuditShare * 100, 1),
        ["bytes_per_audited_block"] = Math.Round(result.BytesPerAuditedBlock, 1),
        ["staking_block_milliseconds"] = Math.Round(result.StakingMilliseconds, 3),
        ["bytes_per_staking_call"] = Math.Round(result.BytesPerStakingCall, 1),
        ["state_hash"] = result.StateHash,
    };

    private static void Print(List<BenchResult> results, TextWriter output)
    {
        output.WriteLine(
            $"standard network, 256 neurons and 64 validators on each subnet, one thread of "
            + $"{Environment.ProcessorCount} cores");
        foreach (BenchResult result in results)
        {
            double target = result.Subnets <= 64 ? TargetAt64 : TargetAt128;
            output.WriteLine();
            output.WriteLine($"{result.Subnets} subnets, {result.Blocks:N0} blocks");
            output.WriteLine(
                $"  blocks with epochs     {result.BlocksPerSecond,10:N0} blocks/s   "
                + $"(target {target:N0}; {result.BlocksPerSecond / ChainBlocksPerSecond:N0} times "
                + $"the chain's own {ChainBlocksPerSecond:N0})");
            output.WriteLine(
                $"  blocks without epochs  {result.BlocksPerSecondWithoutEpochs,10:N0} blocks/s   "
                + $"(epochs cost {EpochShare(result):N0} % of the time)");
            output.WriteLine(
                $"  one epoch              {result.EpochMicroseconds,10:N1} µs         "
                + $"(target {EpochTarget:N0}; paying it out takes "
                + $"{result.PaymentMicroseconds:N1} µs more)");
            output.WriteLine(
                $"  memory per block       {result.BytesPerBlock,10:N0} bytes      "
                + $"({result.BytesPerBlockWithoutEpochs:N1} without epochs)");
            output.WriteLine(
                $"  resident memory        {result.ResidentBytes / 1e6,10:N0} MB");
            output.WriteLine(
                $"  auditing every block   {result.AuditShare,10:P1}            "
                + $"(target 20 %; {result.BytesPerAuditedBlock:N0} bytes per block)");
            output.WriteLine(
                $"  1,000 staking calls    {result.StakingMilliseconds,10:N2} ms         "
                + $"(target {StakingTarget:N0}; dispatch only; "
                + $"{result.BytesPerStakingCall:N0} bytes per call)");
        }
    }

    private static double EpochShare(BenchResult result) =>
        100 * (1 - (result.BlocksPerSecond / result.BlocksPerSecondWithoutEpochs));
}
