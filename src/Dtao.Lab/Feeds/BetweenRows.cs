namespace Dtao.Lab.Feeds;

/// <summary>What the price is taken to be between two observations.</summary>
public enum BetweenRows
{
    /// <summary>It goes in a straight line from one to the next.</summary>
    Line,

    /// <summary>It stays until the next.</summary>
    Last,
}
