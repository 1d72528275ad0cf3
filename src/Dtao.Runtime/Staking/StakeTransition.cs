using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Events;
using Dtao.Runtime.Flows;

namespace Dtao.Runtime.Staking;

/// <summary>Stake that goes from one place to another, through TAO.</summary>
/// <remarks>
/// Move, transfer and swap are all this, with different parts changed.
/// Source: docs/spec/staking.md#transition.
/// </remarks>
/// <param name="Origin">Where the stake comes from, and how much.</param>
/// <param name="Coldkey">Whose it becomes.</param>
/// <param name="Hotkey">Behind which hotkey it goes.</param>
/// <param name="NetUid">To which subnet it goes.</param>
/// <param name="Maximum">Most alpha the price limit lets pass; null when it does not bind.</param>
internal sealed record StakeTransition(
    StakeOrder<Alpha> Origin, Coldkey Coldkey, Hotkey Hotkey, NetUid NetUid, Alpha? Maximum)
{
    private static readonly Tao LeastProceeds = StakeLedger.Minimum + StakeLedger.HalfFee;

    /// <summary>The stake changes hands, so the subnets' toggles apply.</summary>
    public bool ChangesColdkey { get; init; }

    /// <summary>Checks, then moves.</summary>
    /// <param name="chain">The chain.</param>
    /// <param name="tell">The event of the call, from the TAO after both fees.</param>
    public DispatchResult Run(Chain chain, Func<Tao, IChainEvent> tell)
    {
        DispatchResult check = StakeChecks.Move(chain, this);
        if (!check.IsOk) return check;

        Tao proceeds = StakeLegs.Unstake(
            chain, Origin.Hotkey, Origin.Coldkey, Origin.NetUid, Origin.Amount,
            StakeLedger.HalfFee);

        // Upstream: smaller proceeds are neither staked nor paid; they are gone.
        if (proceeds >= LeastProceeds) Restake(chain, proceeds);
        else chain.Flows.Note(FlowCause.MoveBelowMinimum, Origin.NetUid, proceeds);
        if (chain.Events.IsKept)
        {
            chain.Events.Deposit(tell(proceeds.SaturatingSubtract(StakeLedger.HalfFee)));
        }

        return DispatchResult.Ok;
    }

    private void Restake(Chain chain, Tao proceeds)
    {
        if (chain.Spec.StrangersMakeDelegates && !chain.Stakes.Owns(Coldkey, Hotkey))
        {
            chain.Delegation.EnsureDelegate(Hotkey);
        }

        StakeLegs.Stake(chain, Hotkey, Coldkey, NetUid, proceeds, StakeLedger.HalfFee);
    }
}
