using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using Dtao.Cli.Output;
using Dtao.Codec;
using Dtao.Lab.Explaining;
using Dtao.Lab.Runs;
using Dtao.Numerics;
using Dtao.Runtime.Emission;

namespace Dtao.Cli;

/// <summary>The command <c>dtao explain</c>.</summary>
/// <remarks>Source: docs/how-to/explain.md.</remarks>
internal static class ExplainCommand
{
    private static readonly Argument<string> Folder = new("run")
    {
        Description = "Folder of a finished run, which is repeated up to the block.",
    };

    private static readonly Option<ulong> Block = new("--block")
    {
        Description = "Block of the run to explain.",
        Required = true,
        HelpName = "N",
    };

    private static readonly Option<ushort> Subnet = new("--subnet")
    {
        Description = "Subnet to explain.",
        Required = true,
        HelpName = "K",
    };

    private static readonly Option<string?> AccountOption = new("--account")
    {
        Description = "Show only payments to this hotkey or owner, an SS58 address, and what "
            + "its stakes gained.",
        HelpName = "ADDRESS",
    };

    private static readonly Option<ushort?> UidOption = new("--uid")
    {
        Description = "Show only payments to the neuron in this slot.",
        HelpName = "UID",
    };

    private static readonly Option<bool> Json = new("--json")
    {
        Description = "Print the explanation as JSON and nothing else.",
    };

    /// <summary>Describes the command.</summary>
    public static Command Create(TextWriter output, TextWriter error)
    {
        Command command = new(
            "explain", "Tells how a finished run found one block's numbers for a subnet.")
        {
            Folder, Block, Subnet, AccountOption, UidOption, Json,
        };
        command.SetAction(parsed => Run(parsed, output, error));
        return command;
    }

    private static void Run(ParseResult parsed, TextWriter output, TextWriter error)
    {
        Point point = FinishedRuns.Open(parsed.GetRequiredValue(Folder)).Point;
        BlockNumber block = new(parsed.GetValue(Block));
        NetUid subnet = new(parsed.GetValue(Subnet));
        Check(point, block, subnet);
        AccountId? account = AccountOf(parsed.GetValue(AccountOption));
        ushort? uid = parsed.GetValue(UidOption);
        bool json = parsed.GetValue(Json);
        using Interruption interruption = new();
        ReplayedBlock replayed = Replay.Run(
            point, block, subnet, ReportTo(error, json), interruption.Token);
        ImmutableArray<Stage> stages = Stages.Of(replayed);
        List<CoinbasePayment> payments =
        [
            .. replayed.Trace.Payments.Where(paid =>
                (uid is null || paid.Uid?.Value == uid)
                && (account is null || paid.Hotkey.Account == account
                    || paid.Owner.Account == account)),
        ];
        ImmutableArray<StakeChange> stakes =
            account is { } staker ? StakeChanges.Of(replayed, staker) : [];
        if (json)
        {
            output.Write(Encoding.UTF8.GetString(
                ExplanationJson.Of(block, subnet, stages, payments, stakes)));
            return;
        }

        ExplanationText.Write(block, subnet, stages, payments, output);
        ExplanationText.Write(stakes, output);
        if (payments.Count > 0) return;
        output.WriteLine();
        output.WriteLine(replayed.Trace.Epoch is null
            ? "no epoch was due on this subnet in this block: nobody was paid"
            : "the epoch of this block paid nobody of those asked for");
    }

    private static void Check(Point point, BlockNumber block, NetUid subnet)
    {
        ulong first = point.Scenario.Start.Value + 1;
        ulong last = point.Scenario.Start.Value + point.Horizon.Blocks;
        if (block.Value < first || block.Value > last)
        {
            throw new UsageException(
                $"--block {block}: the run has the blocks {first} to {last}");
        }

        if (point.Scenario.Subnets.Any(known => known.NetUid == subnet)) return;
        throw new UsageException(
            $"--subnet {subnet}: the run has the subnets {point.Scenario.Subnets[0].NetUid} to "
            + $"{point.Scenario.Subnets[^1].NetUid}");
    }

    private static AccountId? AccountOf(string? text)
    {
        if (text is null) return null;
        return Ss58.TryParse(text, out AccountId account)
            ? account
            : throw new UsageException($"--account '{text}' is no SS58 address");
    }

    private static Action<RunProgress>? ReportTo(TextWriter error, bool silent)
    {
        if (silent) return null;
        ulong shown = 0;
        return progress =>
        {
            // A line for every tenth of the way.
            ulong tenth = progress.Done * 10 / progress.Total;
            if (tenth == shown) return;
            shown = tenth;
            error.WriteLine(FormattableString.Invariant(
                $"{progress.Done:N0} of {progress.Total:N0} blocks run again"));
        };
    }
}
