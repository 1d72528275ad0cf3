using Dtao.Numerics;
using Dtao.Runtime;

namespace Dtao.Lab.Attacks;

/// <summary>The network without an attack, kept as it was at some times.</summary>
internal sealed class QuietNetwork
{
    private readonly AttackPlan _plan;
    private readonly Dictionary<ulong, Kept> _kept = [];
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

    /// <summary>Runs the network and keeps it as it is after some numbers of blocks.</summary>
    public static QuietNetwork Watch(
        AttackPlan plan, IEnumerable<ulong> times, Action<ulong>? report,
        CancellationToken cancellation)
    {
        AttackBranch branch = AttackBranch.Start(plan);
        QuietNetwork network = new(plan, branch);
        ulong start = plan.Network.Scenario.Start.Value;
        foreach (ulong time in times.Distinct().Order())
        {
            branch.RunTo(new(start + time), report, cancellation);
            network._kept[time] = new(branch.Branch(), branch.Meter.Spent);
        }

        branch.RunTo(AttackBranch.EndOf(plan), report, cancellation);
        branch.Meter.Finish();
        return network;
    }

    /// <summary>The network after some blocks, to act in.</summary>
    public AttackBranch BranchAt(ulong time) => _kept[time].Branch.Branch();

    /// <summary>TAO that the chain spends on the subnet from a time to the end. Unit: rao.
    /// </summary>
    public decimal EmittedSince(ulong time) => _end.Meter.Spent - _kept[time].Spent;

    /// <summary>TAO for which the owner could sell what it earns anyway. Unit: rao.</summary>
    public decimal OwnersSale(ulong since)
    {
        Alpha before = OwnersAlpha(_kept[since].Branch.Chain, _plan.Subnet);
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
            OwnersAlpha(chain, subnet).SaturatingSubtract(before));
    }

    private sealed record Kept(AttackBranch Branch, decimal Spent);
}
