namespace Dtao.Lab.Agents;

/// <summary>Somebody who acts on the chain by its own calls, and by nothing else.</summary>
/// <remarks>
/// An agent sees public state, pays the fees and takes the slippage that anyone does. Everything
/// it draws comes from its own branch of the seed. Source: docs/lab/agents.md.
/// </remarks>
public interface IAgent
{
    /// <summary>Looks, and submits what it wants done in this block.</summary>
    /// <returns>Blocks until it looks again, at least one.</returns>
    ulong Act(Turn turn);
}
