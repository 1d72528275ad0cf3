namespace Dtao.Lab.Agents;

/// <summary>An agent that stands for several accounts, each with keys of its own.</summary>
public interface IManyPurses
{
    /// <summary>The keys of all of them.</summary>
    IReadOnlyList<Purse> Purses { get; }
}
