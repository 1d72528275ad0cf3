using Dtao.Lab.Networks;
using Dtao.Runtime;

namespace Dtao.Lab.Ordering;

/// <summary>Who comes first within a block.</summary>
public interface IBlockOrder
{
    /// <summary>Brings the waiting calls of a block in order; it may add some.</summary>
    /// <param name="orders">Calls in the order of their agents; changed in place.</param>
    /// <param name="chain">The chain, to be read.</param>
    /// <param name="random">Draws of this block.</param>
    void Arrange(List<Order> orders, Chain chain, SeededRandom random);
}
