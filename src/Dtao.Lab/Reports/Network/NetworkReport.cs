using Dtao.Lab.Reports.Comparing;
using Dtao.Lab.Reports.Model;
using Dtao.Lab.Reports.Texts;
using Dtao.Lab.Runs;
using Dtao.Lab.Scenarios;

namespace Dtao.Lab.Reports.Network;

/// <summary>The report of a run: root shares, emission, prices and supply of the network.</summary>
/// <remarks>Source: docs/lab/launch.md#report.</remarks>
public static class NetworkReport
{
    /// <summary>The report of a run.</summary>
    public static Report Of(RunResult result)
    {
        Scenario scenario = result.Point.Scenario;
        return new()
        {
            Title = Text.Phrase(scenario.Title),
            Question = Text.Phrase(scenario.Question),
            Answer = AnswerOf(result),
            Span = SpanOf(result),
            Limits = Text.Phrase(scenario.Limits),
            Cards =
            [
                .. ExpectedCards(result), .. PlanSections.CardsOf(result), .. LastCards(result),
            ],
            Sections =
            [
                .. PathSections.Of(result), .. PurposeSections.Of(result),
                .. PlanSections.MeasuresOf(result),
                .. Figures(result), .. AccountSections.Of(result), .. PlanSections.AgentsOf(result),
                .. Circumstances(result),
            ],
            Provenance = ProvenanceOf(result),
        };
    }

    /// <summary>How it was made, and how to make it again.</summary>
    public static Provenance ProvenanceOf(RunResult result)
    {
        Point point = result.Point;
        Text chain = point.Pinned is { } pinned
            ? Text.Key("run.pinned", Text.Verbatim($"{pinned.Version}"))
            : Text.Key("run.succession");
        return new()
        {
            Command = point.Command,
            Chain = chain,
            Seeds = [point.Seed],
            Rules = [.. RuleTexts.InForce(point.RulesInForce)],
            StateHashes =
            [
                .. FirstHashOf(result),
                new(Text.Key("provenance.last-hash"), result.LastStateHash),
            ],
            More =
            [
                new(
                    Text.Key("run.weights"),
                    Text.Key(
                        "run.weights-set",
                        Text.Of(Figure.Count(result.RowsSet)),
                        Text.Of(Figure.Count(result.TurnsWithoutPermit)))),
            ],
        };
    }

    private static StateHash[] FirstHashOf(RunResult result) =>
        result.FirstStateHash is { } first
            ? [new(Text.Key("provenance.first-hash"), first)]
            : [];

    /// <summary>How long, and from when to when.</summary>
    public static Text SpanOf(RunResult result) => Text.Key(
        "run.span",
        Text.Of(Figure.Of(result.Point.Horizon.Blocks, Unit.Block)),
        DaysOf(result.Point.Horizon.Blocks),
        BlockOf(result.First),
        Text.Verbatim(NetworkTables.MomentOf(result, result.First.Block)),
        BlockOf(result.Last),
        Text.Verbatim(NetworkTables.MomentOf(result, result.Last.Block)));

    private static Text BlockOf(NetworkSample sample) =>
        Text.Of(Figure.Of(sample.Block.Value, Unit.Count));

    private static Text AnswerOf(RunResult result)
    {
        if (PlanSections.AnswerOf(result) is { } found) return found;
        Text[] parts =
        [
            DaysOf(result.Point.Horizon.Blocks),
            Text.Of(Figure.Share(result.Last.RootShares.Staked, 1)),
            Text.Of(Figure.Share(result.Last.RootShares.Protocol, 1)),
        ];
        Claim[] judged = [.. Judged(result).Select(static item => item.Claim)];
        if (judged.Length == 0) return Text.Key("network.answer", parts);
        int held = Judged(result).Count(
            static item => item.Claim.HoldsFor(item.Sample.RootShares));
        return Text.Key(
            "network.answer-judged",
            [.. parts, Text.Of(Figure.Count(held)), Text.Of(Figure.Count(judged.Length))]);
    }

    private static Text DaysOf(ulong blocks) => Text.Key(
        blocks == Datasets.BlockClock.BlocksPerDay ? "run.day" : "run.days",
        Text.Verbatim(new Horizon(blocks).DaysText));

    private static IEnumerable<(Claim Claim, NetworkSample Sample)> Judged(RunResult result)
    {
        foreach (Claim claim in result.Point.Claims)
        {
            if (result.AtDay(claim.Day) is { } sample) yield return (claim, sample);
        }
    }

    private static IEnumerable<Card> ExpectedCards(RunResult result)
    {
        foreach ((Claim claim, NetworkSample sample) in Judged(result))
        {
            yield return new(
                Figure.Share(claim.Choose(sample.RootShares), 1),
                Text.Key("run.on-day", Text.Phrase(claim.Name), Text.Verbatim($"{claim.Day}")))
            {
                Expected = Text.Phrase(claim.RangeText),
                Verdict = claim.HoldsFor(sample.RootShares) ? Verdict.Holds : Verdict.Fails,
            };
        }
    }

    private static IEnumerable<Card> LastCards(RunResult result)
    {
        NetworkSample last = result.Last;
        Text day = Text.Verbatim(new Horizon(result.AgeOf(last.Block)).DaysText);
        // What was expected of the last day stands there already.
        if (Judged(result).All(one => one.Sample.Block != last.Block))
        {
            yield return new(
                Figure.Share(last.RootShares.Staked, 1),
                Text.Key("run.on-day", Text.Key("network.share-1"), day));
            yield return new(
                Figure.Share(last.RootShares.Protocol, 1),
                Text.Key("run.on-day", Text.Key("network.share-2"), day));
        }

        yield return new(
            Figure.Of(last.TotalIssuance, 0), Text.Key("network.issued-at-end"));
        yield return new(
            Figure.Of(last.SumOfPrices, 4), Text.Key("network.prices-at-end"));
    }

    private static IEnumerable<Section> Figures(RunResult result)
    {
        NetworkCharts charts = new(result);
        yield return new(
            "root-share",
            Text.Key("network.root-share"),
            [
                new Prose(Text.Key("network.root-share-text")),
                charts.Shares(),
                NetworkTables.KeyDaysOf(result),
            ]);
        yield return new(
            "emission",
            Text.Key("network.emission"),
            [new Prose(Text.Key("network.emission-text")), charts.Emission()]);
        yield return new(
            "subnet",
            Text.Key("network.subnet"),
            [charts.SubnetChoice(), new Prose(Text.Key("network.subnet-text"))]);
        yield return new(
            "supply",
            Text.Key("network.supply"),
            [
                new SideBySide([charts.Supply(), charts.Issuance()]),
                new Prose(Text.Key("network.supply-text")),
            ]);
    }

    private static IEnumerable<Section> Circumstances(RunResult result)
    {
        yield return new(
            "events", Text.Key("run.events"), [NetworkTables.EventsOf(result)]);
        yield return new(
            "subnets", Text.Key("network.subnets"), [NetworkTables.SubnetsOf(result)]);
        yield return new(
            "validators",
            Text.Key("network.validators"),
            [
                new Prose(Text.Key("network.validators-text")),
                NetworkTables.ValidatorsOf(result),
            ]);
        yield return new(
            "values",
            Text.Key("run.values"),
            [new StatedValueList(result.Point.Scenario.Values)]);
    }
}
