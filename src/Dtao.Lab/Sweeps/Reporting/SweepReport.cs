using System.Collections.Immutable;
using Dtao.Lab.Plans;
using Dtao.Lab.Reports.Comparing;
using Dtao.Lab.Reports.Model;
using Dtao.Lab.Reports.Texts;
using Dtao.Lab.Sweeps.Designs;
using Dtao.Lab.Sweeps.Files;
using Dtao.Lab.Sweeps.Statistics;

namespace Dtao.Lab.Sweeps.Reporting;

/// <summary>The report of a sweep: bands, maps and sensitivities of every measure.</summary>
/// <remarks>Source: docs/lab/sweeps.md#report.</remarks>
public static class SweepReport
{
    private const int MostInAnswer = 2;

    /// <summary>The report.</summary>
    public static Report Of(SweepPlan plan, SweepStatistics statistics) => new()
    {
        Title = Text.Key("sweep.title", Text.Phrase(plan.Base.Title)),
        Question = Text.Key(
            "sweep.question",
            Text.List(plan.Variations.Select(static one => Text.Verbatim(one.Path)))),
        Answer = AnswerOf(plan, statistics),
        Span = SpanOf(plan),
        Limits = Text.Phrase(plan.Base.Limits),
        Cards = [.. CardsOf(plan, statistics)],
        Sections = [.. SectionsOf(plan, statistics)],
        Provenance = ProvenanceOf(plan),
    };

    /// <summary>What a measure is, in words.</summary>
    internal static Text NameOf(SweepMeasure measure) => measure.Subnet is { } subnet
        ? Text.Key("sweep.of-subnet", Text.Phrase(measure.About), Text.Verbatim(subnet))
        : Text.Phrase(measure.About);

    /// <summary>Unit of a measure.</summary>
    internal static Unit UnitOf(SweepMeasure measure) => measure.Unit switch
    {
        "TAO/alpha" => Unit.Price,
        "days" => Unit.Day,
        "rank" => new(Text.Name(measure.Unit), 1),
        "%" => new(Text.Verbatim(measure.Unit), 2),
        _ => new(Text.Name(measure.Unit), 3),
    };

    private static Text AnswerOf(SweepPlan plan, SweepStatistics statistics)
    {
        List<Text> parts = [];
        foreach (int measure in MainOf(plan))
        {
            double[] means =
            [
                .. plan.Points.Select(point => statistics.Band(measure, point)?.Mean)
                    .OfType<double>(),
            ];
            if (means.Length == 0) continue;
            Unit unit = UnitOf(plan.Measures[measure]);
            parts.Add(Text.Key(
                "sweep.answer-measure",
                NameOf(plan.Measures[measure]),
                Text.Of(Figure.Of(means.Min(), unit)),
                Text.Of(Figure.Of(means.Max(), unit))));
        }

        return parts.Count == 0 ? Text.Key("sweep.answer-none") : Text.Key(
            "sweep.answer", Text.Of(Figure.Count(plan.Count)), Text.List(parts));
    }

    /// <summary>What the scenario expects something of; the first measures if nothing.</summary>
    private static IEnumerable<int> MainOf(SweepPlan plan)
    {
        int[] all = [.. Enumerable.Range(0, plan.Measures.Length)];
        int[] expected = [.. all.Where(measure => IsExpected(plan.Base.Measures[measure]))];
        return expected.Length > 0 ? expected : all.Take(MostInAnswer);
    }

    private static bool IsExpected(MeasurePlan measure) =>
        measure.Least is not null || measure.Most is not null;

    private static Text SpanOf(SweepPlan plan) => Text.Key(
        "sweep.span",
        Text.Of(Figure.Count(plan.Points.Length)),
        Text.Of(Figure.Count(plan.Seeds.Length)),
        Text.Of(Figure.Of(plan.Points.Max(plan.BlocksOf), Unit.Block)));

    private static IEnumerable<Card> CardsOf(SweepPlan plan, SweepStatistics statistics)
    {
        int failed = statistics.Outcomes.Count(static one => one.Error is not null);
        yield return new(Figure.Count(plan.Count), Text.Key("sweep.runs"));
        yield return new(Figure.Count(failed), Text.Key("sweep.failed"));
        for (int measure = 0; measure < plan.Measures.Length; measure++)
        {
            MeasurePlan expected = plan.Base.Measures[measure];
            if (!IsExpected(expected) || failed == plan.Count) continue;
            // As for a single run: what is not seen is not as expected.
            int held = statistics.Outcomes.Count(
                one => one.ValueOf(measure) is { } value && IsWithin(value, expected));
            yield return new(
                Figure.Of((double)held / (plan.Count - failed), Unit.Share, 1),
                Text.Key("sweep.as-expected", NameOf(plan.Measures[measure])));
        }
    }

    private static bool IsWithin(double value, MeasurePlan expected) =>
        value >= (double)(expected.Least ?? decimal.MinValue)
        && value <= (double)(expected.Most ?? decimal.MaxValue);

    private static IEnumerable<Section> SectionsOf(SweepPlan plan, SweepStatistics statistics)
    {
        if (!statistics.EstimateNames.IsEmpty)
        {
            yield return new(
                "sensitivity",
                Text.Key("sweep.sensitivity"),
                [
                    new Prose(Text.Key(
                        plan.Design == DesignKind.Sobol
                            ? "sweep.about-sobol"
                            : "sweep.about-morris")),
                    Each(plan, measure => [SweepCharts.Sensitivity(plan, statistics, measure)]),
                ]);
        }

        yield return new(
            "bands",
            Text.Key("sweep.bands"),
            [
                new Prose(Text.Key("sweep.about-bands")),
                Each(plan, measure => SweepCharts.Bands(plan, statistics, measure)),
            ]);
        if (SweepCharts.HasMap(plan))
        {
            yield return new(
                "map",
                Text.Key("sweep.map"),
                [Each(plan, measure => [SweepCharts.Map(plan, statistics, measure)])]);
        }

        yield return new(
            "points", Text.Key("sweep.points"), [SweepTables.Points(plan, statistics)]);
        if (statistics.Outcomes.Any(static one => one.Error is not null))
        {
            yield return new(
                "failures", Text.Key("sweep.failures"), [SweepTables.Failures(plan, statistics)]);
        }

        yield return new(
            "values",
            Text.Key("run.values"),
            [new StatedValueList(PlanScenario.Of(plan.Base).Values)]);
    }

    private static Choice Each(SweepPlan plan, Func<int, ImmutableArray<Chart>> charts) => new(
        Text.Key("sweep.measure"),
        [
            .. plan.Measures.Select((measure, place) =>
                new ChoiceOption(NameOf(measure), charts(place))),
        ]);

    private static Provenance ProvenanceOf(SweepPlan plan) => new()
    {
        Command = plan.Request.Command,
        Chain = plan.Request.Version is { } version
            ? Text.Key("run.pinned", Text.Verbatim($"{version}"))
            : Text.Key("run.succession"),
        Seeds = plan.Seeds,
        Rules = [.. RuleTexts.InForce(plan.Rules ?? plan.Base.Rules)],
        More =
        [
            .. SweepMethods.Of(plan.Design).Select(static method => new NamedText(
                Text.Key($"sweep.method-{method.Name}"), Text.Phrase(method.Text))),
        ],
        Note = Text.Key("sweep.note"),
    };
}
