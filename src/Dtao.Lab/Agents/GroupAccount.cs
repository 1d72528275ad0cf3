namespace Dtao.Lab.Agents;

/// <summary>What one group of agents put in, took out and holds at the end.</summary>
/// <remarks>
/// Unit of every amount: TAO. Tokens count at the price of the moment, before the slippage of
/// selling them; stake on root counts one to one. Source: docs/lab/scenarios.md#accounts.
/// </remarks>
/// <param name="Group">Name of the group.</param>
/// <param name="Kind">Name of its kind.</param>
/// <param name="Agents">Number of agents.</param>
/// <param name="ValueBefore">Value at the start, capital included.</param>
/// <param name="Received">TAO that came from outside, for example revenue.</param>
/// <param name="Paid">TAO that went outside, for example running costs.</param>
/// <param name="Spent">TAO spent on tokens.</param>
/// <param name="Raised">TAO got for tokens.</param>
/// <param name="TiedUp">The most TAO that was spent on tokens and not got back.</param>
/// <param name="FreeAfter">Free TAO at the end.</param>
/// <param name="TokensAfter">Value of tokens and root stake at the end.</param>
public sealed record GroupAccount(
    string Group, string Kind, int Agents, decimal ValueBefore, decimal Received, decimal Paid,
    decimal Spent, decimal Raised, decimal TiedUp, decimal FreeAfter, decimal TokensAfter)
{
    /// <summary>Value at the end and what was paid, less value before and what was received.
    /// </summary>
    public decimal Profit => FreeAfter + TokensAfter + Paid - Received - ValueBefore;
}
