using System.Globalization;
using Dtao.Lab.Attacks;

namespace Dtao.Cli.Output;

/// <summary>What a search for the cheapest attack prints.</summary>
internal static class AttackText
{
    /// <summary>Writes the table and where the files are.</summary>
    public static void Write(
        AttackResult result, TimeSpan elapsed, string folder, TextWriter output)
    {
        AttackPlan plan = result.Plan;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{plan.Goal.Text} on SN{plan.Subnet.Value} within {plan.Horizon.DaysText} days, "
            + $"rule {plan.RuleText}, network {plan.Network.Text}, budget "
            + $"{plan.Budget.Rao / 1e9m:N0} TAO"));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Trials} trials of {result.Variants} strategies in "
            + $"{elapsed.TotalSeconds:N1} s; without an attack "
            + $"{result.QuietShare * 100:N2} %, inflow to others "
            + $"{plan.Inflow.Rao / 1e9m:N0} TAO/day"));
        output.WriteLine();
        if (result.IsReachedAnyway)
        {
            output.WriteLine("the goal is reached without any attack");
        }
        else
        {
            output.WriteLine(
                "strategy                             share   locked TAO     loss TAO   "
                + "earned TAO      net TAO  emission TAO  days to goal");
            foreach (AttackOutcome outcome in result.Outcomes) WriteRow(outcome, output);
        }

        output.WriteLine();
        output.WriteLine($"report      {Path.Combine(folder, "report.html")}");
        output.WriteLine($"figures     {Path.Combine(folder, "summary.json")}");
        output.WriteLine($"calls       {Path.Combine(folder, "series.csv")}");
    }

    private static void WriteRow(AttackOutcome outcome, TextWriter output)
    {
        AttackCost cost = outcome.Cost;
        string days = outcome.DaysToGoal is { } found ? Text($"{found,13:N2}") : "        never";
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{outcome.Name,-35} {outcome.Share * 100,5:N2} % {cost.Locked / 1e9m,12:N2} "
            + $"{cost.Loss / 1e9m,12:N2} {(cost.Earned - cost.EarnedAnyway) / 1e9m,12:N2} "
            + $"{cost.Net / 1e9m,12:N2} {cost.Gained / 1e9m,13:N2} {days}{Remark(outcome)}"));
        if (outcome.Weights is not { } weights) return;
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"    {weights.PoolTao.Rao / 1e9m:N2} TAO for alpha at {weights.MeanPrice:N6} "
            + $"TAO/alpha ({weights.PriceBefore:N6} before), "
            + $"{weights.RootTao.Rao / 1e9m:N2} TAO on root; a "
            + $"chosen miner's incentive went from {weights.IncentiveBefore * 100:N2} % to "
            + $"{weights.IncentiveAfter * 100:N2} %"));
    }

    private static string Remark(AttackOutcome outcome)
    {
        if (outcome.Reached) return string.Empty;
        if (outcome.IsRuledOut) return "  not with the capital of the cheapest";
        if (outcome.Weights is null) return "  not within the budget";
        return outcome.Needed is null
            ? "  the pool has not so much alpha"
            : "  beyond the budget";
    }

    private static string Text(FormattableString text) =>
        text.ToString(CultureInfo.InvariantCulture);
}
