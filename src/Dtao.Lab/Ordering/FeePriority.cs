using Dtao.Lab.Networks;
using Dtao.Numerics;
using Dtao.Runtime;

namespace Dtao.Lab.Ordering;

/// <summary>The highest tip comes first; equal tips in random order.</summary>
/// <remarks>A tip that the signer cannot pay does not count.</remarks>
public sealed class FeePriority : IBlockOrder
{
    private readonly RandomOrder _ties = new();

    /// <inheritdoc/>
    public void Arrange(List<Order> orders, Chain chain, SeededRandom random)
    {
        _ties.Arrange(orders, chain, random);
        for (int place = 0; place < orders.Count; place++)
        {
            Order order = orders[place];
            if (order.Tip == Tao.Zero) continue;
            bool canPay = chain.Balances.Spendable(new(order.Signer)) > order.Tip;
            if (!canPay) orders[place] = order with { Tip = Tao.Zero };
        }

        Order[] sorted = [.. orders.OrderByDescending(static order => order.Tip.Rao)];
        orders.Clear();
        orders.AddRange(sorted);
    }
}
