using Dtao.Lab.Networks;
using Dtao.Runtime;

namespace Dtao.Lab.Ordering;

/// <summary>The highest tip comes first; equal tips in random order.</summary>
public sealed class FeePriority : IBlockOrder
{
    private readonly RandomOrder _ties = new();

    /// <inheritdoc/>
    public void Arrange(List<Order> orders, Chain chain, SeededRandom random)
    {
        _ties.Arrange(orders, chain, random);
        Order[] sorted = [.. orders.OrderByDescending(static order => order.Tip.Rao)];
        orders.Clear();
        orders.AddRange(sorted);
    }
}
