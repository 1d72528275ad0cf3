using Dtao.Lab.Attacks;
using Dtao.Lab.Reports.Comparing;
using Dtao.Lab.Reports.Model;
using Dtao.Lab.Reports.Texts;

namespace Dtao.Lab.Reports.Attacking;

/// <summary>The report of a search: what an attack costs, and how it is done.</summary>
/// <remarks>Source: docs/lab/attack.md.</remarks>
public static class AttackReport
{
    private const decimal RaoInOne = 1_000_000_000;
    private const ulong Day = 7_200;

    /// <summary>The report.</summary>
    public static Report Of(AttackResult result)
    {
        AttackPlan plan = result.Plan;
        string kind = IsEmission(result) ? "emission" : "weights";
        return new()
        {
            Title = Text.Key(
                $"attack.title-{kind}", Text.Of(PartOf(plan.Goal.Part)), SubnetOf(plan)),
            Question = QuestionOf(plan),
            Answer = AnswerOf(result),
            Limits = Text.Key(
                $"attack.limits-{kind}",
                plan.Inflow == Numerics.Tao.Zero
                    ? Text.Key("attack.nobody-else")
                    : Text.Key(
                        "attack.others",
                        Text.Of(Figure.Of(plan.Inflow.Rao / RaoInOne, Unit.TaoPerDay, 0)))),
            Cards = [.. CardsOf(result)],
            Sections = [.. SectionsOf(result)],
            Provenance = new()
            {
                Command = plan.Command,
                Chain = Text.Key("run.succession"),
                Seeds = [plan.Seed],
                Rules = [.. RuleTexts.Of(plan.Rules is { } rules ? [rules] : [])],
                StateHashes = [.. HashesOf(result)],
                Note = Text.Key("attack.note"),
            },
        };
    }

    private static bool IsEmission(AttackResult result) =>
        result.Plan.Goal.Kind == AttackGoalKind.Emission;

    /// <summary>A share without zeros at its end.</summary>
    private static Figure PartOf(decimal part) => Figure.Of(
        part, Unit.Share, part * 100 % 1 == 0 ? 0 : 2);

    private static Figure DaysOf(ulong blocks) => Figure.Of(
        (decimal)blocks / Day, Unit.Day, blocks % Day == 0 ? 0 : 2);

    private static Text SubnetOf(AttackPlan plan) => Text.Verbatim($"SN{plan.Subnet.Value}");

    private static Text QuestionOf(AttackPlan plan)
    {
        string key = plan.Goal.Kind == AttackGoalKind.Weights
            ? "attack.question-weights"
            : plan.Horizon.Blocks > plan.Window
                ? "attack.question-last-day" : "attack.question-all";
        return Text.Key(
            key,
            Text.Of(PartOf(plan.Goal.Part)),
            SubnetOf(plan),
            Text.Of(DaysOf(plan.Horizon.Blocks)),
            plan.Rules is { } rules
                ? Text.Verbatim(rules.Text) : Text.Key("attack.rule-of-version"));
    }

    private static Text AnswerOf(AttackResult result)
    {
        if (IsEmission(result) && result.IsReachedAnyway)
        {
            return Text.Key("attack.anyway", Text.Of(Figure.Of(result.QuietShare, Unit.Share)));
        }

        if (result.Cheapest is not { } best)
        {
            return result.Outcomes.FirstOrDefault() is { Needed: { } needed } nearest
                ? Text.Key(
                    "attack.beyond", Name(nearest), Text.Of(AttackTables.Tao(needed)),
                    Text.Of(Figure.Of(result.Plan.Budget, 0)), FollowedBy(nearest))
                : Text.Key("attack.none", Text.Of(Figure.Of(result.Plan.Budget, 0)));
        }

        AttackCost cost = best.Cost;
        return Text.Key(
            "attack.answer",
            Name(best),
            Text.Of(AttackTables.Tao(cost.Locked)),
            Signed("attack.answer-loss", cost.Loss),
            Signed("attack.answer-net", cost.Net),
            FollowedBy(best));
    }

    /// <summary>Whether the epoch does what the attacker wants; nothing for emission.</summary>
    private static Text FollowedBy(AttackOutcome outcome) => outcome.Weights is not { } weights
        ? Text.Verbatim(string.Empty)
        : Text.Key(
            weights.IsFollowed ? "attack.followed" : "attack.not-followed",
            Text.Of(Figure.Of(weights.IncentiveAfter, Unit.Share)));

    private static Text Signed(string key, decimal rao) => Text.Key(
        rao < 0 ? $"{key}-gain" : key, Text.Of(AttackTables.Tao(Math.Abs(rao))));

    private static IEnumerable<Card> CardsOf(AttackResult result)
    {
        if (IsEmission(result))
        {
            yield return new(
                Figure.Of(result.QuietShare, Unit.Share), Text.Key("attack.quiet-share"));
        }

        if (result.Cheapest is not { } best) yield break;
        yield return new(AttackTables.Tao(best.Cost.Locked), Text.Key("attack.locked"));
        yield return new(
            AttackTables.TaoDays(best.Cost.TiedUpDays), Text.Key("attack.tied-up"));
        yield return new(AttackTables.Tao(best.Cost.Loss), Text.Key("attack.loss"));
        yield return new(AttackTables.Tao(best.Cost.Net), Text.Key("attack.net"));
        yield return new(
            best.DaysToGoal is { } days
                ? Figure.Of(days, Unit.Day, 2)
                : Figure.NoneOf(Unit.Day),
            Text.Key("attack.days"));
    }

    private static IEnumerable<Section> SectionsOf(AttackResult result)
    {
        if (result.Outcomes.Length == 0) yield break;
        bool isEmission = IsEmission(result);
        yield return new(
            "strategies",
            Text.Key("attack.strategies"),
            isEmission
                ? [
                    new Prose(Text.Key("attack.strategies-text")),
                    AttackTables.Strategies(result),
                ]
                : [
                    new Prose(Text.Key("attack.mixes-text")),
                    AttackTables.Strategies(result),
                    AttackTables.Weights(result),
                ]);
        if (isEmission && result.Cheapest is not null)
        {
            yield return new(
                "measures",
                Text.Key("attack.measures"),
                [new Prose(Text.Key("attack.measures-text")), AttackTables.Measures(result)]);
        }

        if (isEmission)
        {
            yield return new(
                "shares",
                Text.Key("attack.shares"),
                [AttackCharts.Shares(result), AttackCharts.Course(result)]);
        }

        yield return new(
            "trace",
            Text.Key("attack.trace", Name(result.Outcomes[0])),
            [new Prose(Text.Key("attack.trace-text")), AttackTables.Trace(result)]);
        if (isEmission) yield return new("search", Text.Key("attack.search"), [.. Search(result)]);
    }

    /// <summary>What the search covers, and what it does not.</summary>
    private static IEnumerable<ReportBlock> Search(AttackResult result)
    {
        yield return new Prose(Text.Key(
            "attack.search-covers",
            Text.Of(Figure.Count(result.Variants)),
            Text.Of(Figure.Count(result.Trials))));
        if (result.Cheapest is not null)
        {
            yield return new Prose(Text.Key(
                result.IsCutShort ? "attack.search-cut" : "attack.search-near"));
        }

        yield return new Prose(Text.Key("attack.search-omits"));
    }

    private static IEnumerable<StateHash> HashesOf(AttackResult result)
    {
        yield return new(Text.Key("attack.hash-quiet"), result.QuietStateHash);
        if (result.Outcomes.FirstOrDefault() is not { StateHash.Length: > 0 } best) yield break;
        yield return new(Text.Key("attack.hash-best", Name(best)), best.StateHash);
    }

    private static Text Name(AttackOutcome outcome) => Text.Name(outcome.Name);
}
