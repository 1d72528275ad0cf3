using Dtao.Lab.Networks;

namespace Dtao.Lab.Scoring;

/// <summary>What a validator runs off-chain: it looks at public state and scores miners.</summary>
/// <remarks>
/// The laboratory turns scores into weights and sends the real <c>set_weights</c>. A program is
/// one file; docs/lab/extend.md shows how to add one.
/// </remarks>
public interface IScoringProgram
{
    /// <summary>Name in a scenario.</summary>
    string Name { get; }

    /// <summary>What it pays for, in one sentence.</summary>
    string Help { get; }

    /// <summary>Blocks until it wants to set weights; 0 is now.</summary>
    /// <param name="view">The subnet.</param>
    /// <param name="sinceLast">Blocks since this validator last set weights there.</param>
    ulong Wait(SubnetView view, ulong sinceLast);

    /// <summary>Scores every slot; only the proportions count.</summary>
    /// <param name="view">The subnet.</param>
    /// <param name="noise">Draws of this validator at this look.</param>
    /// <param name="scores">One score for each slot, zero at first, never negative.</param>
    void Score(SubnetView view, SeededRandom noise, Span<double> scores);
}
