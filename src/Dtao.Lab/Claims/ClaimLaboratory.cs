using System.Collections.Immutable;
using Dtao.Lab.Markets;
using Dtao.Lab.Networks;
using Dtao.Lab.Plans;
using Dtao.Lab.Runs;
using Dtao.Lab.Scenarios;
using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Emission.Rules;
using Dtao.Runtime.Epoch;

namespace Dtao.Lab.Claims;

/// <summary>Worlds and runs that claims are measured on; each is made once.</summary>
/// <param name="seed">Root of everything that is drawn.</param>
/// <param name="cancellation">Stops a run.</param>
public sealed class ClaimLaboratory(ulong seed, CancellationToken cancellation)
{
    /// <summary>Age of the young network. Unit: blocks.</summary>
    public const ulong YoungAge = 3_000;

    private const decimal RaoInOne = 1_000_000_000;
    private readonly Dictionary<string, RunResult> _runs = [];
    private readonly List<ClaimRun> _made = [];
    private World? _young;
    private Episode? _episode;

    /// <summary>The seed.</summary>
    public ulong Seed => seed;

    /// <summary>Stops a run.</summary>
    public CancellationToken Cancellation => cancellation;

    /// <summary>The runs that were made so far, in order.</summary>
    public ImmutableArray<ClaimRun> Runs => [.. _made];

    /// <summary>Emission rule under which everything is measured; null for that of the versions.
    /// </summary>
    public string? Rule { get; init; }

    /// <summary>What is done to the launch network before claims look at it; for tests that break
    /// a claim.</summary>
    internal Action<Chain>? Prepare { get; init; }

    /// <summary>The network at the launch.</summary>
    public World Launch => LaunchScenario.Value.WorldOf(seed);

    /// <summary>The launch network some hours later; claims work on branches of its chain.
    /// </summary>
    public World Young => _young ??= Aged();

    /// <summary>The SN28 episode, watched until shortly after the intervention.</summary>
    internal Episode Episode => _episode ??= Episode.Watch(PointOf("sn28"), cancellation);

    /// <summary>A branch of the young network's chain.</summary>
    public Chain Branch() => Young.Chain.Branch();

    /// <summary>The market of a chain, as agents would see it.</summary>
    internal static Market MarketOf(Chain chain) => new(
        chain,
        [.. LaunchScenario.Value.Subnets.Select(static subnet => subnet.NetUid)]);

    /// <summary>A run of a scenario, with some values changed.</summary>
    /// <param name="name">Name of the scenario.</param>
    /// <param name="days">How long; null for the scenario's own length.</param>
    /// <param name="changes">Changes, for example <c>owner.revenue=0 TAO/day</c>.</param>
    public RunResult Run(string name, ulong? days = null, params string[] changes)
    {
        string key = $"{name} {days} {string.Join(' ', changes)}";
        if (_runs.TryGetValue(key, out RunResult? known)) return known;
        RunResult result = Simulator.Run(
            PointOf(name, days, changes), report: null, cancellation);
        string[] parts = days is { } some ? [name, $"{some} days", .. changes] : [name, .. changes];
        _made.Add(new(string.Join(", ", parts), result.LastStateHash));
        return _runs[key] = result;
    }

    /// <summary>A run to be made. A scenario that names a rule keeps it.</summary>
    private Point PointOf(string name, ulong? days = null, params string[] changes)
    {
        Scenario scenario = ScenarioCatalog.Find(name)
            ?? throw new InvalidOperationException($"there is a scenario {name}");
        if (changes.Length > 0 && scenario.Plan?.Source is { } source)
        {
            scenario = PlanScenario.Of(source.With(changes.Select(Change.Parse)));
        }

        Horizon horizon = days is { } length ? Horizon.Days(length) : scenario.Horizon;
        bool hasItsOwn =
            scenario.Plan?.Rules is { } rules && rules.Text != RuleSchedule.OfVersion;
        return new(scenario, horizon, seed, Pinned: null)
        {
            Auditing = Auditing.Off,
            Rules = Rule is null || hasItsOwn ? null : RuleSchedule.Parse(Rule),
        };
    }

    /// <summary>Runs some blocks.</summary>
    public static void Advance(Chain chain, ulong blocks)
    {
        for (ulong block = 0; block < blocks; block++) BlockExecutor.RunBlock(chain);
    }

    /// <summary>Runs a call that must be applied.</summary>
    public static void Apply(Chain chain, ICall call, Coldkey signer)
    {
        DispatchResult result = chain.Dispatch(call, signer.Account);
        Invariant.Holds(result.IsOk, $"the call is applied: {result}");
    }

    /// <summary>Lets every validator of a subnet set the same weights, and runs to the next
    /// epoch but one, so that bonds follow.</summary>
    public void SetWeightsOfAll(Chain chain, NetUid subnet, ushort[] uids, ushort[] values)
    {
        for (int round = 0; round < 2; round++)
        {
            ulong left = Tempo.BlocksUntilEpoch(subnet, chain.Subnets.Tempo(subnet), chain.Block);
            Advance(chain, left > 5 ? left - 5 : 1);
            foreach (Validator validator in Young.Validators)
            {
                chain.Dispatch(
                    new Dtao.Runtime.Weights.SetWeights(subnet, uids, values, VersionKey: 0),
                    validator.Hotkey.Account);
            }

            Advance(chain, 10);
        }
    }

    /// <summary>TAO of a block's emission that a subnet gets. Unit: TAO a block.</summary>
    public static decimal EmissionOf(Chain chain, NetUid subnet) =>
        chain.Emission.TaoIn(subnet).Rao / RaoInOne;

    /// <summary>Price of the moment. Unit: TAO per alpha.</summary>
    public static decimal PriceOf(Chain chain, NetUid subnet)
    {
        ulong alpha = chain.Pools.AlphaReserve(subnet).Rao;
        return alpha == 0 ? 0 : (decimal)chain.Pools.TaoReserve(subnet).Rao / alpha;
    }

    /// <summary>Product of the reserves as a floating-point number.</summary>
    public static double ProductOf(Chain chain, NetUid subnet) =>
        (double)chain.Pools.TaoReserve(subnet).Rao * chain.Pools.AlphaReserve(subnet).Rao;

    private World Aged()
    {
        World world = Launch;
        if (Rule is not null) world.Chain.UseEmissionRule(EmissionRules.Find(Rule));
        Prepare?.Invoke(world.Chain);
        for (ulong block = 0; block < YoungAge; block++)
        {
            cancellation.ThrowIfCancellationRequested();
            BlockExecutor.RunBlock(world.Chain);
            world.WeightSetters.Act(world.Chain);
        }

        return world;
    }
}
