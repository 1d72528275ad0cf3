using Dtao.Lab.Reports;
using Dtao.Lab.Runs;
using Dtao.Numerics;

namespace Dtao.Cli.Output;

/// <summary>The few lines a person reads at the end of a run.</summary>
internal static class ResultText
{
    /// <summary>Writes them.</summary>
    public static void Write(
        RunResult result, TimeSpan elapsed, string folder, TextWriter output)
    {
        double rate = result.Point.Horizon.Blocks / Math.Max(elapsed.TotalSeconds, 0.001);
        output.WriteLine(FormattableString.Invariant(
            $"{result.Point.Scenario.Name}: {result.Point.Horizon.Blocks:N0} blocks ")
            + FormattableString.Invariant(
                $"({result.Point.Horizon.DaysText} days) in {elapsed.TotalSeconds:N1} s, ")
            + FormattableString.Invariant($"{rate:N0} blocks/s"));
        output.WriteLine(
            $"from block {result.First.Block} ({TimeOf(result, result.First)}) "
            + $"to block {result.Last.Block} ({TimeOf(result, result.Last)})");
        output.WriteLine();
        output.WriteLine(
            "          root share, mean of the subnets          TAO issued   sum of prices");
        output.WriteLine(
            "     day  against staked alpha  chain's formula       million    TAO/alpha");
        foreach (NetworkSample sample in KeyDays.Of(result))
        {
            output.WriteLine(RowOf(result, sample));
        }

        output.WriteLine();
        output.WriteLine($"state hash  {result.LastStateHash}");
        output.WriteLine($"report      {Path.Combine(folder, "report.html")}");
        output.WriteLine($"figures     {Path.Combine(folder, "summary.json")}");
        output.WriteLine($"series      {Path.Combine(folder, "series.csv")}");
    }

    private static string RowOf(RunResult result, NetworkSample sample)
    {
        double day = result.AgeOf(sample.Block) / 7_200.0;
        return FormattableString.Invariant(
            $"{day,8:N2}  {Percent(sample.RootShares.Staked),18:N1} %  ")
            + FormattableString.Invariant($"{Percent(sample.RootShares.Protocol),13:N1} %  ")
            + FormattableString.Invariant($"{sample.TotalIssuance.Rao / 1e15,12:N4}  ")
            + FormattableString.Invariant($"{Number(sample.SumOfPrices.Value),11:N4}");
    }

    private static double Percent(I96F32 share) => Number(share) * 100;

    private static double Number(I96F32 value) => (double)value.Bits / 4_294_967_296.0;

    private static string TimeOf(RunResult result, NetworkSample sample) =>
        result.Point.Scenario.Clock.TextOf(sample.Block);
}
