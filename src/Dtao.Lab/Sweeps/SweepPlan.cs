using System.Collections.Immutable;
using Dtao.Lab.Plans;
using Dtao.Lab.Runs;
using Dtao.Lab.Scenarios;
using Dtao.Lab.Sweeps.Designs;
using Dtao.Runtime.Spec;

namespace Dtao.Lab.Sweeps;

/// <summary>All runs of a sweep, checked before the first one starts.</summary>
/// <remarks>Source: docs/lab/sweeps.md#plan.</remarks>
public sealed class SweepPlan
{
    private const int MostRuns = 1_000_000;

    private readonly PlanSource _source;
    private readonly Horizon? _horizon;
    private readonly RuntimeSpec? _pinned;
    private readonly ImmutableArray<ulong> _blocks;

    private SweepPlan(SweepRequest request, Plan plan)
    {
        Request = request;
        Base = plan;
        _source = plan.Source!;
        _horizon = HorizonOf(request.Days);
        _pinned = SpecOf(request.Version);
        Rules = request.Rule is { } rule ? RuleSchedule.Parse(rule) : null;
        Design = Designs.Design.Find(request.Design) ?? throw new FormatException(
            $"there is no design '{request.Design}'; there are grid, lhs, morris, sobol");
        Variations = VariationsOf(request, plan);
        Seeds = SeedList.Parse(request.Seeds);
        Measures = [.. plan.Measures.Select(SweepMeasure.Of)];
        if (Measures.IsEmpty)
        {
            throw new FormatException($"the scenario {plan.Name} measures nothing");
        }

        Points = PointsOf();
        if ((long)Points.Length * Seeds.Length > MostRuns)
        {
            throw new FormatException(
                $"{Points.Length} points with {Seeds.Length} seeds each are too many runs; "
                + $"{MostRuns} are the most");
        }

        _blocks = [.. Points.Select(Check)];
    }

    /// <summary>What was asked for.</summary>
    public SweepRequest Request { get; }

    /// <summary>The scenario without the varied values.</summary>
    public Plan Base { get; }

    /// <summary>Emission rules instead of the scenario's; null for its own.</summary>
    public RuleSchedule? Rules { get; }

    /// <summary>How the points were chosen.</summary>
    public DesignKind Design { get; }

    /// <summary>What varies.</summary>
    public ImmutableArray<Variation> Variations { get; }

    /// <summary>The seeds of each point.</summary>
    public ImmutableArray<ulong> Seeds { get; }

    /// <summary>What every run gives.</summary>
    public ImmutableArray<SweepMeasure> Measures { get; }

    /// <summary>The points in their order.</summary>
    public ImmutableArray<SweepPoint> Points { get; }

    /// <summary>Number of runs.</summary>
    public int Count => Points.Length * Seeds.Length;

    /// <summary>Makes the plan and checks every point of it.</summary>
    /// <exception cref="FormatException">Something does not fit; the message says what.
    /// </exception>
    public static SweepPlan Of(SweepRequest request)
    {
        Plan plan = ScenarioFile.Read(
            ScenarioCatalog.TextOf(request.Scenario) is null
                ? request.Scenario
                : ScenarioCatalog.FileOf(request.Scenario),
            request.Text,
            request.Sets.Select(Change.Parse));
        return new(request, plan);
    }

    /// <summary>Blocks of every run of a point.</summary>
    public ulong BlocksOf(SweepPoint point) => _blocks[point.Number - 1];

    /// <summary>
    /// The run with a number from 1: the points in order, each with all its seeds.
    /// </summary>
    public SweepRun this[int number] =>
        new(number, Points[(number - 1) / Seeds.Length], Seeds[(number - 1) % Seeds.Length]);

    /// <summary>What a run runs.</summary>
    public Point PointOf(SweepRun run)
    {
        Plan plan = Watching(_source.With(run.Point.Changes));
        Scenario scenario = PlanScenario.Of(plan);
        return new(scenario, _horizon ?? plan.Horizon, run.Seed, _pinned)
        {
            Rules = Rules,
            Auditing = Request.IsAudited ? Auditing.EveryBlock : Auditing.Off,
            HashesFirstState = false,
        };
    }

    /// <summary>Without the price paths that no measure reads.</summary>
    private static Plan Watching(Plan plan)
    {
        ushort[] subnets =
        [
            .. plan.Measures.Select(static one => one.Subnet)
                .Where(static subnet => subnet > 0).Distinct().Order(),
        ];
        return subnets.Length == 0
            ? plan
            : plan with { Watched = new(string.Join(", ", subnets)) };
    }

    private ulong Check(SweepPoint point)
    {
        try
        {
            Plan plan = _source.With(point.Changes);
            return (_horizon ?? plan.Horizon).Blocks;
        }
        catch (FormatException problem)
        {
            throw new FormatException(
                $"point {point.Number} ({string.Join(", ", point.Changes)}): "
                + problem.Message,
                problem);
        }
    }

    private ImmutableArray<SweepPoint> PointsOf()
    {
        ImmutableArray<int?> levels = [.. Variations.Select(static one => one.Levels)];
        if (Design == DesignKind.Grid)
        {
            if (Variations.FirstOrDefault(static one => one.Levels is null) is { } endless)
            {
                throw new FormatException(
                    $"'{endless}' has no steps; a grid needs them: '{endless} in 5 steps'");
            }

            if (Request.Size != 0)
            {
                throw new FormatException("a grid has all points; a number of points is for lhs, "
                    + "morris and sobol");
            }
        }
        else if (Request.Size is < 2)
        {
            throw new FormatException($"the design {Request.Design} needs 2 or more points");
        }

        long count = Designs.Design.CountOf(Design, levels, Request.Size);
        if (count > Designs.Design.MostPoints)
        {
            throw new FormatException(
                $"the design has {count} points; {Designs.Design.MostPoints} are the most");
        }

        return
        [
            .. Designs.Design.PointsOf(Design, levels, Request.Size, Request.DesignSeed)
                .Select((positions, number) => new SweepPoint(
                    number + 1,
                    positions,
                    [.. Variations.Select((one, place) => one.At(positions[place]))])),
        ];
    }

    private static ImmutableArray<Variation> VariationsOf(SweepRequest request, Plan plan)
    {
        if (request.Variations.IsEmpty)
        {
            throw new FormatException(
                "nothing varies; give for example --vary 'holders.capital=1..9 TAO in 5 steps'");
        }

        ImmutableArray<Variation> variations =
            [.. request.Variations.Select(text => Variation.Parse(text, plan))];
        HashSet<string> paths = [.. request.Sets.Select(static one => Change.Parse(one).Path)];
        foreach (Variation variation in variations)
        {
            if (!paths.Add(variation.Path))
            {
                throw new FormatException($"'{variation.Path}' is given twice");
            }

            if ((variation.Path == "horizon" && request.Days is not null)
                || (variation.Path == "rule" && request.Rule is not null))
            {
                throw new FormatException($"'{variation.Path}' varies and is given by an option");
            }
        }

        return variations;
    }

    private static Horizon? HorizonOf(string? days)
    {
        if (days is null) return null;
        return Horizon.TryParse(days, out Horizon horizon)
            ? horizon
            : throw new FormatException(
                $"--days '{days}' is no length; give days from 0.0001 to "
                + $"{Horizon.LongestInDays}, for example 30 or 0.5");
    }

    private static RuntimeSpec? SpecOf(int? version)
    {
        if (version is not { } number) return null;
        return Specs.Find(number) ?? throw new FormatException(
            $"there is no version {number}; there are "
            + string.Join(", ", Specs.All.Select(static spec => spec.Version)));
    }
}
