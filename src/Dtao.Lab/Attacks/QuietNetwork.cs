using System.Collections.Immutable;
using Dtao.Numerics;
using Dtao.Runtime;

namespace Dtao.Lab.Attacks;

/// <summary>The network without an attack, kept as it was at some times.</summary>
internal sealed class QuietNetwork
{
    private readonly AttackPlan _plan;
    private readonly SortedDictionary<ulong, AttackBranch> _kept = [];
    private readonly AttackBranch _end;

    private QuietNetwork(AttackPlan plan, AttackBranch branch)
    {
        _plan = plan;
        _end = branch;
    }

    /// <summary>Share of emission that the subnet has anyway, 0 to 1.</summary>
    public decimal Share => _end.Meter.Share;

    /// <summary>The chain at the end.</summary>
    public Chain End => _end.Chain;

    /// <summary>Shares by the hour, 0 to 1.</summary>
    public ImmutableArray<decimal> Hours => _end.Meter.Shares;

    /// <summary>TAO that the chain spent on the subnet. Unit: rao.</summary>
    public decimal Spent => _end.Meter.Spent;

    /// <summary>Runs the network and keeps it as it is after some numbers of blocks.</summary>
    public static QuietNetwork Watch(
        AttackPlan plan, IEnumerable<ulong> times, AttackWork work,
        CancellationToken cancellation)
    {
        AttackWork.Part part = work.Expect(plan.Horizon.Blocks);
        AttackBranch branch = AttackBranch.Start(plan);
        QuietNetwork network = new(plan, branch);
        ulong start = plan.Network.Scenario.Start.Value;
        foreach (ulong time in times.Distinct().Order())
        {
            branch.RunTo(new(start + time), part.Add, cancellation);
            network._kept[time] = branch.Branch();
        }

        branch.RunTo(AttackBranch.EndOf(plan), part.Add, cancellation);
        branch.Meter.Finish();
        part.Close();
        return network;
    }

    /// <summary>The network after some blocks, to act in.</summary>
    public AttackBranch BranchAt(ulong time) => _kept[time].Branch();

    /// <summary>Keeps the network as it is after one more number of blocks.</summary>
    /// <remarks>Not while others branch from it.</remarks>
    public void Keep(ulong time, AttackWork.Part part, CancellationToken cancellation)
    {
        if (_kept.ContainsKey(time)) return;
        ulong before = _kept.Keys.Last(one => one < time);
        AttackBranch branch = BranchAt(before);
        ulong start = _plan.Network.Scenario.Start.Value;
        part.Need(time - before);
        branch.RunTo(new(start + time), part.Add, cancellation);
        _kept[time] = branch;
    }

    /// <summary>TAO for which the owner could sell what it earns anyway. Unit: rao.</summary>
    public decimal OwnersSale(ulong since)
    {
        Alpha before = OwnersAlpha(_kept[since].Chain, _plan.Subnet);
        AttackBranch branch = _end.Branch();
        return (decimal)SellOwners(branch.Chain, _plan.Subnet, before, []);
    }

    /// <summary>Alpha of the subnet's owner.</summary>
    public static Alpha OwnersAlpha(Chain chain, NetUid subnet) => chain.Stakes.StakeOf(
        chain.Subnets.OwnerHotkey(subnet), chain.Subnets.Owner(subnet), subnet);

    /// <summary>Sells what the owner has more than before; says for how much. Unit: rao.
    /// </summary>
    public static Int128 SellOwners(
        Chain chain, NetUid subnet, Alpha before, List<AttackAction> trace)
    {
        AttackerAccount owner = new(chain, chain.Subnets.Owner(subnet), trace);
        return owner.Sell(
            chain.Subnets.OwnerHotkey(subnet), subnet,
            OwnersAlpha(chain, subnet).SaturatingSubtract(before), TradePurpose.OwnersCut);
    }
}
