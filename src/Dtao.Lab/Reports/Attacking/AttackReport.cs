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

    /// <summary>The report.</summary>
    public static Report Of(AttackResult result)
    {
        AttackPlan plan = result.Plan;
        bool isEmission = plan.Goal.Kind == AttackGoalKind.Emission;
        return new()
        {
            Title = Text.Key(
                "attack.title", Text.Verbatim(plan.Goal.Text), Text.Verbatim(plan.RuleText)),
            Question = Text.Key(
                isEmission ? "attack.question-emission" : "attack.question-weights",
                Text.Of(Figure.Of(plan.Goal.Part, Unit.Share)),
                Text.Verbatim($"SN{plan.Subnet.Value}"),
                Text.Of(Figure.Of((decimal)plan.Horizon.Blocks / 7_200, Unit.Day, 1))),
            Answer = AnswerOf(result),
            Limits = Text.Key(
                isEmission ? "attack.limits-emission" : "attack.limits-weights",
                Text.Of(Figure.Of(plan.Inflow.Rao / RaoInOne, Unit.TaoPerDay, 0))),
            Cards = [.. CardsOf(result)],
            Sections = [.. SectionsOf(result)],
            Provenance = new()
            {
                Command = plan.Command,
                Chain = Text.Key("run.succession"),
                Seeds = [plan.Seed],
                Rules = [.. RuleTexts.Of(plan.Rules is { } rules ? [rules] : [])],
                StateHashes = [.. HashesOf(result)],
            },
        };
    }

    private static Text AnswerOf(AttackResult result)
    {
        if (result.IsReachedAnyway)
        {
            return Text.Key("attack.anyway", Text.Of(Figure.Of(result.QuietShare, Unit.Share)));
        }

        return result.Cheapest is { } best
            ? Text.Key(
                "attack.answer",
                Name(best),
                Text.Of(AttackTables.Tao(best.Cost.Locked)),
                Text.Of(AttackTables.Tao(best.Cost.Loss)),
                Text.Of(AttackTables.Tao(best.Cost.Net)))
            : Text.Key("attack.none", Text.Of(Figure.Of(result.Plan.Budget, 0)));
    }

    private static IEnumerable<Card> CardsOf(AttackResult result)
    {
        yield return new(
            Figure.Of(result.QuietShare, Unit.Share), Text.Key("attack.quiet-share"));
        if (result.Cheapest is not { } best) yield break;
        yield return new(AttackTables.Tao(best.Cost.Locked), Text.Key("attack.locked"));
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
        bool isEmission = result.Plan.Goal.Kind == AttackGoalKind.Emission;
        yield return new(
            "strategies",
            Text.Key("attack.strategies"),
            isEmission
                ? [new Prose(Text.Key("attack.strategies-text")), AttackTables.Strategies(result)]
                : [
                    new Prose(Text.Key("attack.mixes-text")),
                    AttackTables.Strategies(result),
                    AttackTables.Weights(result),
                ]);
        if (isEmission && result.Outcomes.Length > 0)
        {
            yield return new("shares", Text.Key("attack.shares"), [SharesOf(result)]);
        }

        if (result.Outcomes.Length > 0)
        {
            yield return new(
                "trace",
                Text.Key("attack.trace", Name(result.Outcomes[0])),
                [new Prose(Text.Key("attack.trace-text")), AttackTables.Trace(result)]);
        }
    }

    private static Plot SharesOf(AttackResult result)
    {
        Tone[] tones =
            [Tone.Blue, Tone.Vermilion, Tone.Green, Tone.Purple, Tone.Orange, Tone.Sky];
        return new()
        {
            Title = Text.Key(
                "attack.share-chart", Text.Verbatim($"SN{result.Plan.Subnet.Value}")),
            Height = 420,
            X = new(Text.Key("network.since-launch"), Unit.Day),
            Y = [new(Text.Key("attack.share"), Unit.Share) { From = 0 }],
            Targets = [],
            Series =
            [
                .. result.Outcomes.Select((outcome, index) => new Series(
                    Name(outcome), [.. outcome.Hours.Select(static share => (double)share)])
                {
                    Places =
                    [
                        .. outcome.Hours.Select((_, hour) =>
                            (double)outcome.FirstDay + ((hour + 0.5) / 24)),
                    ],
                    Tone = tones[index % tones.Length],
                    IsReference = !outcome.Reached,
                    StartsHidden = index >= tones.Length,
                }),
            ],
        };
    }

    private static IEnumerable<StateHash> HashesOf(AttackResult result)
    {
        yield return new(Text.Key("attack.hash-quiet"), result.QuietStateHash);
        if (result.Cheapest is not { } best) yield break;
        yield return new(Text.Key("attack.hash-best", Name(best)), best.StateHash);
    }

    private static Text Name(AttackOutcome outcome) => Text.Name(outcome.Name);
}
