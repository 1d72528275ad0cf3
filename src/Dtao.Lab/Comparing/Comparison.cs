using System.Collections.Immutable;
using Dtao.Lab.Datasets;
using Dtao.Lab.Measures;
using Dtao.Lab.Plans;
using Dtao.Lab.Runs;
using Dtao.Numerics;

namespace Dtao.Lab.Comparing;

/// <summary>A run beside what it would have been under other emission rules.</summary>
/// <param name="Base">The run.</param>
/// <param name="Variants">The same under other rules, in the order in which they were asked.
/// </param>
/// <param name="Focus">Subnets that the answer is about.</param>
/// <remarks>Source: docs/lab/compare.md.</remarks>
public sealed record Comparison(
    RunResult Base, ImmutableArray<Variant> Variants, ImmutableArray<NetUid> Focus)
{
    /// <summary>Runs a point, and then everything again under every rule, twice.</summary>
    /// <param name="point">The run.</param>
    /// <param name="rules">The other rules.</param>
    /// <param name="focus">Subnets that the answer is about.</param>
    /// <param name="report">Hears how far all runs together have come.</param>
    /// <param name="cancellation">Stops between two blocks.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static Comparison Run(
        Point point, ImmutableArray<RuleSchedule> rules, ImmutableArray<NetUid> focus,
        Action<RunProgress>? report, CancellationToken cancellation)
    {
        ProgressSum progress = new(
            point.Horizon.Blocks * (ulong)(1 + (2 * rules.Length)), report);
        ActionLog log = new();
        RunResult basis = Simulator.Run(
            point, Actors.Recorded, log, progress.Part(), cancellation);
        RunResult[] results = new RunResult[2 * rules.Length];
        ActionLog[] logs = [.. rules.Select(_ => log.Rewound())];
        Action<RunProgress>[] parts = [.. results.Select(_ => progress.Part())];
        ParallelOptions options = new() { CancellationToken = cancellation };
        Parallel.For(0, results.Length, options, index =>
        {
            Point other = point with { Rules = rules[index / 2] };
            results[index] = index % 2 == 0
                ? Simulator.Run(
                    other, Actors.FromLog, logs[index / 2], parts[index], cancellation)
                : Simulator.Run(other, Actors.Live, new(), parts[index], cancellation);
        });
        return new(
            basis,
            [
                .. rules.Select((rule, index) => new Variant(
                    rule,
                    results[2 * index],
                    logs[index].Applied,
                    logs[index].Failed,
                    results[(2 * index) + 1])),
            ],
            focus);
    }

    /// <summary>Whole days of the run before the first of the other rules begins; none when it
    /// begins on the last day, or never.</summary>
    public int FirstDay
    {
        get
        {
            RuleStep[] own = [.. Base.Point.RulesInForce?.Steps ?? []];
            ulong since = Variants
                .SelectMany(static variant => variant.Rules.Steps)
                .Where(step => !own.Contains(step))
                .Select(static step => step.After)
                .DefaultIfEmpty(0UL)
                .Min();
            ulong day = (since + BlockClock.BlocksPerDay - 1) / BlockClock.BlocksPerDay;
            return day * BlockClock.BlocksPerDay < Base.Point.Horizon.Blocks ? (int)day : 0;
        }
    }

    /// <summary>TAO that the chain spent on a subnet since the other rules began. Unit: rao.
    /// </summary>
    public decimal Spent(RunResult run, NetUid subnet) =>
        SpentOn(run.Emissions.First(one => one.NetUid == subnet));

    /// <summary>TAO that the chain spent on all subnets since the other rules began. Unit: rao.
    /// </summary>
    public decimal Spent(RunResult run) => run.Emissions.Sum(SpentOn);

    /// <summary>A subnet's part of that, 0 to 1.</summary>
    public decimal Share(RunResult run, NetUid subnet)
    {
        decimal sum = Spent(run);
        return sum == 0 ? 0 : Spent(run, subnet) / sum;
    }

    /// <summary>TAO per day that the chain spent on a subnet, on the mean since the other rules
    /// began.</summary>
    public decimal TaoPerDay(RunResult run, NetUid subnet)
    {
        ulong blocks = run.Point.Horizon.Blocks - ((ulong)FirstDay * BlockClock.BlocksPerDay);
        return Spent(run, subnet) / 1e9m * BlockClock.BlocksPerDay / blocks;
    }

    /// <summary>
    /// Number of subnets that would share that TAO as unevenly if all had the same: 1/Σs².
    /// </summary>
    public decimal EffectiveSubnets(RunResult run)
    {
        decimal sum = Spent(run);
        if (sum == 0) return 0;
        decimal squares = run.Emissions.Sum(one => SpentOn(one) / sum * (SpentOn(one) / sum));
        return 1 / squares;
    }

    private decimal SpentOn(SubnetEmission emission) =>
        emission.Days.Skip(FirstDay).Sum(static day => (decimal)day.Rao);
}
