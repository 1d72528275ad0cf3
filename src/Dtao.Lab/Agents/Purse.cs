using Dtao.Lab.Networks;
using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Staking;

namespace Dtao.Lab.Agents;

/// <summary>An agent's keys, and what they hold.</summary>
/// <param name="Coldkey">Account that holds the TAO and owns the stakes.</param>
/// <param name="Hotkey">Hotkey of its own, for a slot on a subnet.</param>
public sealed record Purse(Coldkey Coldkey, Hotkey Hotkey)
{
    /// <summary>Keys drawn from a branch of the seed.</summary>
    public static Purse From(SeedTree seed) => new(
        new(seed.Branch("coldkey").Account()), new(seed.Branch("hotkey").Account()));

    /// <summary>Free TAO.</summary>
    public Tao Free(Chain chain) => chain.Balances.Spendable(Coldkey);

    /// <summary>Alpha of a subnet behind a hotkey.</summary>
    public Alpha StakeOn(Chain chain, Hotkey hotkey, NetUid subnet) =>
        chain.Stakes.StakeOf(hotkey, Coldkey, subnet);

    /// <summary>Alpha of a subnet behind all hotkeys.</summary>
    public Alpha HoldingOf(Chain chain, NetUid subnet)
    {
        Alpha sum = Alpha.Zero;
        foreach (Hotkey hotkey in chain.Stakes.StakingHotkeysOf(Coldkey))
        {
            sum = sum.SaturatingAdd(StakeOn(chain, hotkey, subnet));
        }

        return sum;
    }

    /// <summary>
    /// Stakes TAO behind a hotkey; nothing is submitted below the chain's minimum.
    /// </summary>
    public bool Buy(Turn turn, Hotkey hotkey, NetUid subnet, Tao amount)
    {
        if (amount < StakeLedger.Minimum.SaturatingAdd(StakeLedger.Fee)) return false;
        turn.Submit(new AddStake(hotkey, subnet, amount), Coldkey.Account);
        return true;
    }

    /// <summary>Stakes a part of the free TAO, but no more than a part of the pool.</summary>
    /// <param name="turn">The block.</param>
    /// <param name="hotkey">Hotkey to stake behind.</param>
    /// <param name="subnet">The subnet.</param>
    /// <param name="slice">Part of the free TAO, 0 to 1.</param>
    /// <param name="reach">Part of the pool's TAO, 0 to 1.</param>
    public bool BuySlice(Turn turn, Hotkey hotkey, NetUid subnet, double slice, double reach)
    {
        double most = turn.Chain.Pools.TaoReserve(subnet).Rao * reach;
        double wanted = Free(turn.Chain).Rao * slice;
        return Buy(turn, hotkey, subnet, Tao.FromRao((ulong)Math.Min(most, wanted)));
    }

    /// <summary>Unstakes a part of what stands behind every hotkey on a subnet.</summary>
    /// <param name="turn">The block.</param>
    /// <param name="subnet">The subnet.</param>
    /// <param name="part">Part of the holding, 0 to 1.</param>
    /// <returns>Whether anything was worth selling.</returns>
    public bool Sell(Turn turn, NetUid subnet, double part)
    {
        bool sold = false;
        double price = turn.Market.PriceOf(subnet);
        foreach (Hotkey hotkey in turn.Chain.Stakes.StakingHotkeysOf(Coldkey))
        {
            ulong held = StakeOn(turn.Chain, hotkey, subnet).Rao;
            ulong wanted = part >= 1 ? held : (ulong)(held * part);
            double worth = wanted * price;
            if (worth < StakeLedger.Minimum.Rao + (2 * StakeLedger.Fee.Rao)) continue;
            turn.Submit(
                new RemoveStake(hotkey, subnet, Alpha.FromRao(wanted)), Coldkey.Account);
            sold = true;
        }

        return sold;
    }
}
