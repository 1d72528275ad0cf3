using System.Collections.Immutable;
using Dtao.Lab.Agents;

namespace Dtao.Lab.Ordering;

/// <summary>The orders within a block that a scenario can name.</summary>
public static class BlockOrders
{
    /// <summary>Name of the order that holds when a scenario says nothing.</summary>
    public const string Usual = "random";

    /// <summary>Name of the order in which tips decide.</summary>
    public const string FeePriority = "fee-priority";

    /// <summary>Name of the order in which the block maker trades against others.</summary>
    public const string Sandwich = "sandwich";

    /// <summary>Their names.</summary>
    public static ImmutableArray<string> Names { get; } = [Usual, FeePriority, Sandwich];

    /// <summary>The order with a name.</summary>
    /// <param name="name">One of the names.</param>
    /// <param name="blockMaker">Keys of whoever makes the blocks.</param>
    public static IBlockOrder Find(string name, Purse blockMaker) => name switch
    {
        Usual => new RandomOrder(),
        FeePriority => new FeePriority(),
        Sandwich => new SandwichOrder(blockMaker),
        _ => throw new FormatException(
            $"unknown order '{name}'; known are {string.Join(", ", Names)}"),
    };
}
