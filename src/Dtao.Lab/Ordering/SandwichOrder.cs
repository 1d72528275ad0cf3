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
/// of at least ten times the two staking fees. Its calls are checked as anybody's.
/// </remarks>
/// <param name="sandwicher">Keys of the block maker.</param>
public sealed class SandwichOrder(Agents.Purse sandwicher) : IBlockOrder
{
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
        RemoveStake last = new(sandwicher.Hotkey, purchase.NetUid, bought);
        orders.Insert(victim + 1, new(last, sandwicher.Coldkey.Account, default, -1));
        orders.Insert(victim, new(first, sandwicher.Coldkey.Account, default, -1));
    }

    private static Tao Reserve => Tao.FromRao(10_000_000);
}
