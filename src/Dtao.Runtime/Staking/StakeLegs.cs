using Dtao.Numerics;
using Dtao.Runtime.Emission.Rules;
using Dtao.Runtime.Flows;

namespace Dtao.Runtime.Staking;

/// <summary>The two halves of every stake operation: into a pool and out of it.</summary>
/// <remarks>
/// A refusing pool does not stop a half; who needs that checks before.
/// Source: docs/spec/staking.md#legs; vectors: vectors/versions (ops.json.gz).
/// </remarks>
internal static class StakeLegs
{
    /// <summary>Takes stake out and sells it.</summary>
    /// <returns>TAO after the fee; zero when the pool refused, and the stake is gone.</returns>
    public static Tao Unstake(
        Chain chain, Hotkey hotkey, Coldkey coldkey, NetUid subnet, Alpha amount, Tao fee)
    {
        Tao proceeds;
        Alpha removed;
        if (chain.Spec.SellsBeforeUnstaking)
        {
            proceeds = chain.Pools.Sell(subnet, amount);
            removed = chain.Stakes.RemoveShares(hotkey, coldkey, subnet, amount);
            if (removed == Alpha.Zero)
            {
                // Upstream: a stake smaller than the amount gives nothing up.
                chain.Flows.Note(FlowCause.SoldWithoutStake, subnet, amount);
            }
        }
        else
        {
            removed = chain.Stakes.RemoveShares(hotkey, coldkey, subnet, amount);
            proceeds = chain.Pools.Sell(subnet, removed);
        }

        Tao paid = proceeds.SaturatingSubtract(fee);
        RuleFlows.CountUnstake(chain, subnet, paid);
        chain.Pools.KeepFee(subnet, proceeds - paid);
        RecordBlock(chain, coldkey, hotkey);
        if (chain.Events.IsKept)
        {
            chain.Events.Deposit(new StakeRemoved(coldkey, hotkey, paid, removed, subnet));
        }

        return paid;
    }

    /// <summary>Buys with TAO that is already withdrawn, and stakes what was bought.</summary>
    /// <returns>Alpha staked; zero when the pool refused, and the TAO is gone.</returns>
    public static Alpha Stake(
        Chain chain, Hotkey hotkey, Coldkey coldkey, NetUid subnet, Tao amount, Tao fee)
    {
        Tao spent = amount.SaturatingSubtract(fee);
        Alpha bought = chain.Pools.Buy(subnet, spent);
        Alpha staked = Alpha.Zero;
        if (spent > Tao.Zero && bought > Alpha.Zero)
        {
            RuleFlows.CountStake(chain, subnet, amount);
            staked = chain.Stakes.AddShares(hotkey, coldkey, subnet, bought);
            chain.Stakes.RememberStaking(coldkey, hotkey);
        }

        chain.Pools.KeepFee(subnet, amount - spent);
        RecordBlock(chain, coldkey, hotkey);
        if (chain.Events.IsKept)
        {
            chain.Events.Deposit(new StakeAdded(coldkey, hotkey, spent, staked, subnet));
        }

        return staked;
    }

    /// <summary>Sells a nomination that is too small to keep, without a fee.</summary>
    /// <remarks>The owner's own stake stays. Compared is alpha, whatever it is worth.</remarks>
    public static void SweepSmallNomination(
        Chain chain, Hotkey hotkey, Coldkey coldkey, NetUid subnet)
    {
        if (chain.Stakes.Owns(coldkey, hotkey)) return;
        Alpha stake = chain.Stakes.StakeOf(hotkey, coldkey, subnet);
        if (stake.Rao >= chain.Stakes.NominatorMinimum) return;
        Tao paid = Unstake(chain, hotkey, coldkey, subnet, stake, Tao.Zero);
        chain.Balances.Give(coldkey, paid);
    }

    /// <summary>TAO value of everything staked behind a hotkey at present prices.</summary>
    public static ulong TotalStake(Chain chain, Hotkey hotkey)
    {
        ulong total = 0;
        foreach (NetUid subnet in chain.Subnets.InHashedKeyOrder())
        {
            Fractional<Tao> value = chain.Pools.SpotPrice(subnet)
                .ValueOf(chain.Stakes.StakeOf(hotkey, subnet));

            // Upstream: a plain sum, which wraps in a release build.
            total = unchecked(total + value.Floor().Rao);
        }

        return total;
    }

    /// <summary>Withdraws scheduled children of a hotkey that lost its stake.</summary>
    public static void ForgetChildrenBelowThreshold(Chain chain, Hotkey hotkey)
    {
        // Asked first, because the sum over all subnets is dear and mostly decides nothing.
        if (!chain.Delegation.HasPending(hotkey)) return;
        if (TotalStake(chain, hotkey) >= chain.Stakes.Threshold) return;
        foreach (NetUid subnet in chain.Subnets.InHashedKeyOrder())
        {
            chain.Delegation.ForgetPending(hotkey, subnet);
        }
    }

    private static void RecordBlock(Chain chain, Coldkey coldkey, Hotkey hotkey)
    {
        if (!chain.Spec.RecordsStakeBlocks) return;
        chain.Stakes.RecordStakeBlock(coldkey, hotkey, chain.Block);
    }
}
