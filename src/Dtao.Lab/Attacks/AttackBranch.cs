using System.Collections.Immutable;
using Dtao.Lab.Agents;
using Dtao.Lab.Events;
using Dtao.Lab.Runs;
using Dtao.Lab.Scenarios;
using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Staking;

namespace Dtao.Lab.Attacks;

/// <summary>A branch of the attacked network, with the others that act in it.</summary>
/// <remarks>
/// The others are validators that keep setting weights, and, if the plan says so, stakers who
/// put a steady sum into all subnets but the attacked one. Nobody reacts to the attack.
/// </remarks>
internal sealed class AttackBranch
{
    private const ulong BetweenInflows = 600;
    private const ulong BetweenReports = 600;

    private readonly AttackPlan _plan;
    private readonly World _world;
    private readonly WeightSetters _setters;
    private readonly ImmutableArray<DatedEvent> _events;
    private int _happened;

    private AttackBranch(AttackPlan plan, World world, Chain chain, ShareMeter? meter)
    {
        _plan = plan;
        _world = world;
        _setters = world.WeightSetters.ForBranch();
        _events = plan.Events;
        _happened = _events.Count(one => one.Block.Value <= chain.Block.Value);
        Chain = chain;
        Meter = meter?.For(chain)
            ?? new(chain, plan.Subnet, new(EndOf(plan).Value - plan.Window));
    }

    /// <summary>The chain of the branch.</summary>
    public Chain Chain { get; }

    /// <summary>What the chain spends on the attacked subnet.</summary>
    public ShareMeter Meter { get; }

    /// <summary>A validator that others stake behind.</summary>
    public Hotkey Behind => _world.Validators[0].Hotkey;

    /// <summary>The network at its start, with the attacker's budget given out.</summary>
    public static AttackBranch Start(AttackPlan plan)
    {
        World world = plan.Network.Scenario.WorldOf(plan.Seed);
        AttackerAccount.Fund(
            world.Chain, world.Treasury, AttackerAccount.KeysOf(plan.Seed).Coldkey, plan.Budget);
        return new(plan, world, world.Chain, meter: null);
    }

    /// <summary>The block at which the goal must be held.</summary>
    public static BlockNumber EndOf(AttackPlan plan) =>
        new(plan.Network.Scenario.Start.Value + plan.Horizon.Blocks);

    /// <summary>The same as of now, independent from now on.</summary>
    public AttackBranch Branch()
    {
        // The parent marks what it shares: one branch at a time.
        lock (Chain)
        {
            return new(_plan, _world, Chain.Branch(), Meter);
        }
    }

    /// <summary>Runs blocks up to one.</summary>
    /// <param name="until">The last block that is run.</param>
    /// <param name="report">Hears how many blocks were run.</param>
    /// <param name="cancellation">Stops between two blocks.</param>
    public void RunTo(
        BlockNumber until, Action<ulong>? report, CancellationToken cancellation)
    {
        ulong unreported = 0;
        while (Chain.Block.Value < until.Value)
        {
            _happened += Simulator.ApplyDue(Chain, _events, _happened);
            BlockExecutor.RunBlock(Chain);
            Meter.Count();
            _setters.Act(Chain);
            Stake();
            unreported++;
            if (unreported < BetweenReports && Chain.Block.Value < until.Value) continue;
            cancellation.ThrowIfCancellationRequested();
            report?.Invoke(unreported);
            unreported = 0;
        }
    }

    private void Stake()
    {
        if (_plan.Inflow == Tao.Zero || Chain.Block.Value % BetweenInflows != 0) return;
        ulong others = (ulong)Chain.BlockSubnets.Count(IsOther);
        Tao each = Tao.FromRao(
            _plan.Inflow.Rao / (AttackClock.Day / BetweenInflows) / Math.Max(1, others));
        foreach (NetUid subnet in Chain.BlockSubnets)
        {
            if (!IsOther(subnet)) continue;
            Chain.Dispatch(new AddStake(Behind, subnet, each), _world.Treasury.Account);
        }
    }

    private bool IsOther(NetUid subnet) => subnet != NetUid.Root && subnet != _plan.Subnet;
}
