using System.Collections.Immutable;
using Dtao.Lab.Events;
using Dtao.Lab.Plans;
using Dtao.Lab.Scenarios;
using Dtao.Runtime.Spec;

namespace Dtao.Lab.Runs;

/// <summary>One choice of a scenario's parameters, with the seed: all that decides a run.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Horizon">How long the run is.</param>
/// <param name="Seed">Root of everything that is drawn.</param>
/// <param name="Pinned">Version that runs throughout; null for the real succession.</param>
public sealed record Point(Scenario Scenario, Horizon Horizon, ulong Seed, RuntimeSpec? Pinned)
{
    /// <summary>Seed that is used unless another is asked for.</summary>
    public const ulong UsualSeed = 1;

    /// <summary>Whether the run's books are checked.</summary>
    public Auditing Auditing { get; init; } = Auditing.EveryBlock;

    /// <summary>Whether the state before the run is hashed, too, which takes its time.</summary>
    public bool HashesFirstState { get; init; } = true;

    /// <summary>Emission rules instead of the scenario's; null for the scenario's own.</summary>
    public RuleSchedule? Rules { get; init; }

    /// <summary>The emission rules in force, or null for those of the versions that run.</summary>
    public RuleSchedule? RulesInForce => Rules ?? Scenario.Plan?.Rules;

    /// <summary>What happens to the network as a whole, in order of time.</summary>
    public ImmutableArray<DatedEvent> Events =>
    [
        .. Scenario.Timeline(Pinned)
            .Concat(RulesInForce?.EventsFrom(Scenario.Start) ?? [])
            .OrderBy(static happening => happening.Block.Value),
    ];

    /// <summary>What the run must show; claims speak of the real succession of versions.</summary>
    public ImmutableArray<Claim> Claims =>
        Pinned is null && RulesInForce is null ? Scenario.Claims : [];

    /// <summary>Which versions run, in words.</summary>
    public string SpecText => Pinned is null
        ? "the succession of the real network"
        : $"version {Pinned.Version} throughout, without the upgrades of the real network";

    /// <summary>What the command line calls the scenario.</summary>
    private string NameOrFile =>
        Scenario.Plan?.Source is { IsBuiltIn: false } source ? source.File : Scenario.Name;

    /// <summary>The command that repeats the run.</summary>
    public string Command
    {
        get
        {
            string pin = Pinned is null ? string.Empty : $" --spec {Pinned.Version}";
            string rules = Rules is null ? string.Empty : $" --rule '{Rules.Text}'";
            string audit = Auditing == Auditing.Off ? " --no-audit" : string.Empty;
            string sets = string.Concat(
                (Scenario.Plan?.Source?.Changes ?? []).Select(static one => $" --set '{one}'"));
            return $"./dtao lab run {NameOrFile} --days {Horizon.DaysText} --seed {Seed}{pin}"
                + rules + sets + audit;
        }
    }
}
