using Dtao.Lab.Networks;
using Dtao.Runtime;

namespace Dtao.Lab.Ordering;

/// <summary>Everybody is equally likely to be first.</summary>
public sealed class RandomOrder : IBlockOrder
{
    /// <inheritdoc/>
    public void Arrange(List<Order> orders, Chain chain, SeededRandom random)
    {
        for (int last = orders.Count - 1; last > 0; last--)
        {
            int chosen = (int)random.Below((ulong)last + 1);
            (orders[last], orders[chosen]) = (orders[chosen], orders[last]);
        }
    }
}
