using Dtao.Lab.Networks;
using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Staking;

namespace Dtao.Lab.Ordering;

/// <summary>
/// Whoever makes the block buys before the largest purchase of it and sells right after.
/// </summary>
/// <remarks>
/// The sandwicher spends its own free TAO, at most as much as its victim, and takes only victims
/// of at least ten times the two staking fees. The three calls come first in the block, so that
/// nobody else moves the price between. Its calls are checked as anybody's.
/// </remarks>
/// <param name="sandwicher">Coldkey of the block maker, and a hotkey that it stakes behind.</param>
public sealed class SandwichOrder(Agents.Purse sandwicher) : IBlockOrder
{
    /// <summary>Left in place at a sale, because shares of a pool are rounded. Unit: rao.
    /// </summary>
    private const ulong Rounding = 1_000;

    private readonly RandomOrder _others = new();

    /// <inheritdoc/>
    public void Arrange(List<Order> orders, Chain chain, SeededRandom random)
    {
        _others.Arrange(orders, chain, random);
        int victim = -1;
        AddStake? purchase = null;
        for (int place = 0; place < orders.Count; place++)
        {
            if (orders[place].Call is not AddStake found || found.NetUid == NetUid.Root) continue;
            if (purchase is not null && found.Amount <= purchase.Amount) continue;
            (victim, purchase) = (place, found);
        }

        ulong least = StakeLedger.Fee.Rao * 20;
        if (purchase is null || purchase.Amount.Rao < least) return;
        Tao stake = Tao.Min(purchase.Amount, sandwicher.Free(chain).SaturatingSubtract(Reserve));
        if (stake.Rao < least) return;
        AddStake first = new(sandwicher.Hotkey, purchase.NetUid, stake);
        Tao net = stake.SaturatingSubtract(StakeLedger.Fee);
        if (!chain.Pools.Of(purchase.NetUid).TryQuoteBuy(net, out Alpha bought)) return;
        Alpha held = sandwicher.StakeOn(chain, sandwicher.Hotkey, purchase.NetUid);
        Alpha sold = held.SaturatingAdd(bought).SaturatingSubtract(Alpha.FromRao(Rounding));
        RemoveStake last = new(sandwicher.Hotkey, purchase.NetUid, sold);
        Order sandwiched = orders[victim];
        orders.RemoveAt(victim);
        orders.InsertRange(
            0,
            [
                new(first, sandwicher.Coldkey.Account, default, -1),
                sandwiched,
                new(last, sandwicher.Coldkey.Account, default, -1),
            ]);
    }

    private static Tao Reserve => Tao.FromRao(10_000_000);
}
