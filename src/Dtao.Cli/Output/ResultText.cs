using Dtao.Lab.Measures;
using Dtao.Lab.Reports;
using Dtao.Lab.Runs;
using Dtao.Lab.Scenarios;

namespace Dtao.Cli.Output;

/// <summary>The few lines a person reads at the end of a run.</summary>
internal static class ResultText
{
    /// <summary>Writes them.</summary>
    public static void Write(
        RunResult result, TimeSpan elapsed, string folder, TextWriter output)
    {
        double rate = result.Point.Horizon.Blocks / Math.Max(elapsed.TotalSeconds, 0.001);
        output.WriteLine(
            $"{result.Point.Scenario.Name}: {result.Point.Horizon.Text} "
            + FormattableString.Invariant($"in {elapsed.TotalSeconds:N1} s, {rate:N0} blocks/s"));
        output.WriteLine(
            $"from block {result.First.Block} ({TimeOf(result, result.First)}) "
            + $"to block {result.Last.Block} ({TimeOf(result, result.Last)})");
        output.WriteLine();
        output.WriteLine(
            "          root share, mean of the subnets            issued       sum of prices");
        output.WriteLine(
            "     day  (1) outstanding only  (2) chain's formula  million TAO    TAO/alpha");
        foreach (NetworkSample sample in KeyDays.Of(result))
        {
            output.WriteLine(RowOf(result, sample));
        }

        output.WriteLine();
        foreach (Claim claim in result.Point.Claims)
        {
            if (result.AtDay(claim.Day) is { } sample) output.WriteLine(TextOf(claim, sample));
        }

        WriteFindings(result, output);
        AccountsText.Write(result.Accounts, output);
        if (result.Calls is { } calls)
        {
            output.WriteLine(FormattableString.Invariant(
                $"agents: {calls.Applied:N0} calls applied, {calls.Failed:N0} failed"));
        }

        output.WriteLine($"state hash  {result.LastStateHash}");
        output.WriteLine($"report      {Path.Combine(folder, "report.html")}");
        output.WriteLine($"figures     {Path.Combine(folder, "summary.json")}");
        output.WriteLine($"series      {Path.Combine(folder, "series.csv")}");
    }

    private static void WriteFindings(RunResult result, TextWriter output)
    {
        Horizon whole = result.Point.Scenario.Horizon;
        if (result.Point.Horizon.Blocks < whole.Blocks
            && result.Findings.Any(static finding => finding.IsExpected))
        {
            output.WriteLine($"expectations are those of the whole run of {whole.DaysText} days");
        }

        foreach (Finding finding in result.Findings) output.WriteLine(TextOf(finding));
    }

    private static string RowOf(RunResult result, NetworkSample sample)
    {
        string day = new Horizon(result.AgeOf(sample.Block)).DaysText;
        string staked = ReadableNumber.Percent(sample.RootShares.Staked);
        string protocol = ReadableNumber.Percent(sample.RootShares.Protocol);
        string issued = ReadableNumber.Amount(sample.TotalIssuance.Rao / 1_000_000, 4);
        string prices = ReadableNumber.Fixed(sample.SumOfPrices.Value, 4);
        return $"{day,8}  {staked,20}  {protocol,19}  {issued,11}  {prices,11}";
    }

    private static string TextOf(Claim claim, NetworkSample sample)
    {
        string found = ReadableNumber.Percent(claim.Choose(sample.RootShares));
        string verdict = claim.HoldsFor(sample.RootShares) ? "as expected" : "NOT as expected";
        return $"{claim.Name}, day {claim.Day}: {found}, {verdict} ({claim.RangeText})";
    }

    private static string TextOf(Finding finding)
    {
        string about = finding.Subnet == 0 ? string.Empty : $"SN{finding.Subnet}: ";
        string verdict = !finding.IsExpected ? string.Empty : finding.Holds
            ? $", as expected ({finding.ExpectedText})"
            : $", NOT as expected ({finding.ExpectedText})";
        return $"{about}{finding.Name}: {finding.ValueText}{verdict}";
    }

    private static string TimeOf(RunResult result, NetworkSample sample) =>
        result.Point.Scenario.Clock.TextOf(sample.Block);
}
