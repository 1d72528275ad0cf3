using System.Collections.Immutable;

namespace Dtao.Runtime.Emission.Rules;

/// <summary>Rules of which only the formula is known, or that nobody ever released.</summary>
/// <remarks>Source: docs/spec/rules.md#formulas.</remarks>
internal static class FormulaRules
{
    private static readonly EmissionRule R1 = ReleasedRules.Find("R2@258") with
    {
        Name = "R1",
        Fidelity = RuleFidelity.Formula,
        Limits = "shares by the formula of the prototype of February 2025; injection as R2",
        Help = "TAO in the pool: s_i = SubnetTAO_i / sum, injection as R2",
        Shares = new ReserveShares(),
    };

    private static readonly EmissionRule R0 = R1 with
    {
        Name = "R0",
        Limits = "shares by the formula of before dTAO; votes are given by the host, without "
            + "them the last ones stay; injection as R2",
        Help = "root vote: E_j ~ R_j / (1 + exp(-10 (T_j - 1/2))), injection as R2",
        Shares = new RootVoteShares(),
    };

    private static readonly EmissionRule Spot = R1 with
    {
        Name = "spot",
        Limits = "a thought experiment: R2 with the price of the moment for the moving one",
        Help = "price of the moment: s_i = p_i / sum p, injection as R2",
        Shares = new SpotPriceShares(),
    };

    private static readonly EmissionRule Cap = R1 with
    {
        Name = "cap",
        Limits = "a proposal of 2024, never released; injection as R2",
        Help = "market cap: s_i ~ p_i (alpha in pool + outstanding), injection as R2",
        Shares = new MarketCapShares(),
    };

    private static readonly EmissionRule OutstandingCap = Cap with
    {
        Name = "cap-outstanding",
        Help = "market cap of alpha outside the pool: s_i ~ p_i alpha_out, injection as R2",
        Shares = new MarketCapShares { CountsOutstandingOnly = true },
    };

    private static readonly EmissionRule R7 = ReleasedRules.Find("R6b@425") with
    {
        Name = "R7@440",
        Fidelity = RuleFidelity.Formula,
        Limits = "gate by its published formula, equal to published shares to 1e-7; the rest "
            + "as R6b@425",
        Help = "Hill gate on R6b: g = w / (1 + (bar / w)^3), bar by quantile 0.61 or by rank",
        Shares = new HillGateShares(),
    };

    private static readonly EmissionRule R7b = R7 with
    {
        Name = "R7b@444",
        Help = "Hill gate on moving prices alone, without the miners' burn",
        Shares = new HillGateShares { IgnoresBurns = true },
    };

    private static readonly EmissionRule P7 = R7 with
    {
        Name = "P7",
        Limits = "our reading of arXiv 2507.02951, whose cap is one of wallets inside a subnet, "
            + "as a split between subnets; scores are given by the host; injection as R6b@425",
        Help = "performance: s_i ~ score_i min(stake_i, 88th percentile of the stakes)",
        Shares = new PerformanceShares(),
    };

    private static readonly EmissionRule P8 = R7 with
    {
        Name = "P8",
        Limits = "a proposal: scores or revenues are given by the host; injection as R6b@425",
        Help = "objective: s_i = (1 - L) price share x (1 - burn) + L score_i / sum of scores",
        Shares = new ObjectiveShares(new BurnShares()),
    };

    /// <summary>The rules.</summary>
    public static ImmutableArray<EmissionRule> All { get; } =
        [R0, R1, Spot, Cap, OutstandingCap, R7, R7b, P7, P8];
}
