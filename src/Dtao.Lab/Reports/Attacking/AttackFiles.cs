using System.Globalization;
using System.Text.Json;
using Dtao.Lab.Attacks;
using Dtao.Lab.Measures;
using Dtao.Lab.Reports.Html;
using Dtao.Lab.Reports.Texts;
using Dtao.Numerics;

namespace Dtao.Lab.Reports.Attacking;

/// <summary>The three files of a search for the cheapest attack.</summary>
/// <param name="result">What was found.</param>
/// <param name="language">Language of the page; the other files have none.</param>
public sealed class AttackFiles(AttackResult result, ReportLanguage language)
{
    /// <summary>Name and version of the summary's form.</summary>
    public const string Form = "dtao-attack-2";

    /// <summary>Writes the file of this name.</summary>
    public void WriteFile(string name, Stream stream) => ResultFiles.Write(
        name, stream, Summary, WriteTrace,
        () => ReportPage.Render(AttackReport.Of(result), language));

    /// <summary>The summary as JSON in UTF-8; amounts are strings in rao.</summary>
    public byte[] Summary() => ResultFiles.Summary(Form, result.Plan.Command, writer =>
    {
        AttackPlan plan = result.Plan;
        writer.WriteString("goal", plan.Goal.Text);
        writer.WriteString("rule", plan.RuleText);
        writer.WriteString("network", plan.Network.Text);
        writer.WriteNumber("netuid", plan.Subnet.Value);
        writer.WriteString("days", plan.Horizon.DaysText);
        writer.WriteString("budget_rao", $"{plan.Budget.Rao}");
        writer.WriteString("inflow_rao_per_day", $"{plan.Inflow.Rao}");
        writer.WriteString("seed", $"{plan.Seed}");
        WriteShare(writer, "share_without_attack", result.QuietShare);
        writer.WriteString("state_hash_without_attack", result.QuietStateHash);
        writer.WriteString("cheapest", result.Cheapest?.Name);
        writer.WriteString("state_hash_of_cheapest", result.Cheapest?.StateHash);
        writer.WriteString("least_loss", result.LeastLoss?.Name);
        writer.WriteNumber("trials", result.Trials);
        writer.WriteNumber("strategies_played", result.Variants);
        writer.WriteBoolean("is_cut_short", result.IsCutShort);
        writer.WriteStartArray("strategies");
        foreach (AttackOutcome outcome in result.Outcomes) WriteOutcome(writer, outcome);
        writer.WriteEndArray();
    });

    private static void WriteOutcome(Utf8JsonWriter writer, AttackOutcome outcome)
    {
        writer.WriteStartObject();
        writer.WriteString("strategy", outcome.Name);
        writer.WriteBoolean("reached", outcome.Reached);
        writer.WriteBoolean("ruled_out", outcome.IsRuledOut);
        WriteShare(writer, "share", outcome.Share);
        writer.WriteString("spent_rao", $"{outcome.Amount.Rao}");
        WriteRao(writer, "locked_rao", outcome.Cost.Locked);
        WriteRao(writer, "tied_up_rao_days", outcome.Cost.TiedUpDays);
        WriteRao(writer, "loss_rao", outcome.Cost.Loss);
        WriteRao(writer, "earned_rao", outcome.Cost.Earned);
        WriteRao(writer, "earned_without_attack_rao", outcome.Cost.EarnedAnyway);
        WriteRao(writer, "net_rao", outcome.Cost.Net);
        WriteRao(writer, "emission_gained_rao", outcome.Cost.Gained);
        WriteRao(writer, "needed_rao", outcome.Needed);
        WriteShare(writer, "first_day", outcome.FirstDay);
        WriteShare(writer, "days_to_goal", outcome.DaysToGoal);
        writer.WriteNumber("trials", outcome.Trials);
        if (outcome.Weights is { } weights) WriteWeights(writer, weights);
        writer.WriteEndObject();
    }

    private static void WriteWeights(Utf8JsonWriter writer, WeightsFigures weights)
    {
        writer.WriteString("pool_rao", $"{weights.PoolTao.Rao}");
        writer.WriteString("root_rao", $"{weights.RootTao.Rao}");
        writer.WriteString("fee_rao", $"{weights.Fee.Rao}");
        WriteRao(writer, "own_weight", weights.OwnWeight);
        WriteRao(writer, "others_weight", weights.OthersWeight);
        WriteShare(writer, "mean_price", weights.MeanPrice);
        WriteShare(writer, "price_before", weights.PriceBefore);
        WriteShare(writer, "incentive_before", weights.IncentiveBefore);
        WriteShare(writer, "incentive_after", weights.IncentiveAfter);
        writer.WriteBoolean("epoch_follows", weights.IsFollowed);
    }

    private static void WriteRao(Utf8JsonWriter writer, string name, decimal? rao) =>
        writer.WriteString(name, rao?.ToString("0", CultureInfo.InvariantCulture));

    private static void WriteShare(Utf8JsonWriter writer, string name, decimal? value) =>
        writer.WriteString(name, value?.ToString("0.#########", CultureInfo.InvariantCulture));

    private void WriteTrace(TextWriter writer)
    {
        writer.Write(
            "strategy,block,day,call,purpose,netuid,tao_rao,alpha_rao,price_before,price_after,"
            + "outcome\n");
        ulong start = result.Plan.Network.Scenario.Start.Value;
        foreach (AttackOutcome outcome in result.Outcomes)
        {
            foreach (AttackAction action in outcome.Trace)
            {
                decimal day = (decimal)(action.Block.Value - start) / 7_200;
                writer.Write(string.Create(
                    CultureInfo.InvariantCulture,
                    $"\"{outcome.Name}\",{action.Block.Value},{day:0.####},{action.Call},"));
                writer.Write(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{PurposeOf(action)},{action.Subnet.Value},{action.Tao},{action.Alpha},"));
                writer.Write(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Digits(action.Before)},{Digits(action.After)},{action.Outcome}\n"));
            }
        }
    }

    private static string PurposeOf(AttackAction action) => action.Purpose switch
    {
        TradePurpose.Purchase => "purchase",
        TradePurpose.Sale => "sale",
        TradePurpose.Dividends => "dividends",
        TradePurpose.OwnersCut => "owner's cut",
        _ => "validating",
    };

    private static string Digits(Price price) =>
        ReadableNumber.Of(price.Value).ToString("0.#########", CultureInfo.InvariantCulture);
}
