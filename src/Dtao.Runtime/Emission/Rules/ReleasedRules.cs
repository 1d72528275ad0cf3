using System.Collections.Immutable;
using Dtao.Runtime.Pools;

namespace Dtao.Runtime.Emission.Rules;

/// <summary>The rules of real releases, held by vectors.</summary>
/// <remarks>Source: docs/spec/rules.md#releases; vectors: vectors/rules.</remarks>
internal static class ReleasedRules
{
    private const string BelowIsMarch2025 =
        "exact to the last unit for the block's emission; epochs, fees and pools stay those of "
        + "the version that runs";

    private const string RootIsPaidAtEpochs = BelowIsMarch2025
        + "; root's kept alpha is sold at each epoch, where later releases sell it by claims";

    private static readonly EmissionRule R2At252 = new()
    {
        Name = "R2@252",
        Fidelity = RuleFidelity.Exact,
        Limits = BelowIsMarch2025,
        Help = "moving price: tao_i = E m_i / sum m, alpha_in = min(tao_i / p_i, curve)",
        Shares = new PriceShares(PriceFormat.I96F32),
        Injection = new CappedInjection(),
        Emits = EmitSet.Existing,
        Root = RootPart.SoldAtOnce,
        MovingPrices = PriceFormat.I96F32,
        Age = AgeOrigin.Registration,
        StoresRefusedSales = true,
    };

    private static readonly EmissionRule R2At246 = R2At252 with
    {
        Name = "R2@246",
        Help = "moving price as R2@252, which follows at half its speed at 100,800 blocks of age",
        HalvingBlocks = MovingPrice.HalfTime,
    };

    private static readonly EmissionRule R2At258 = R2At252 with
    {
        Name = "R2@258",
        Help = "moving price as R2@252, only started subnets, age since the start",
        Emits = EmitSet.Started,
        Age = AgeOrigin.Start,
    };

    private static readonly EmissionRule R3At298 = R2At258 with
    {
        Name = "R3@298",
        Help = "subsidy: if p_i < tao_i / E, inject p_i E and buy alpha with the rest",
        Shares = new PriceShares(PriceFormat.U96F32),
        Injection = new SubsidyInjection(),
        MovingPrices = PriceFormat.U96F32,
        BooksStableTrades = false,
        StoresRefusedSales = false,
    };

    private static readonly EmissionRule R3At320 = R3At298 with
    {
        Name = "R3@320",
        Help = "subsidy as R3@298, alpha_in = E where subsidised, nothing for closed subnets",
        Injection = new SubsidyInjection { InjectsEmission = true, ClosedStopsAlpha = true },
        BooksStableTrades = true,
    };

    private static readonly EmissionRule R4At338 = R3At320 with
    {
        Name = "R4@338",
        Limits = RootIsPaidAtEpochs,
        Help = "Taoflow: share of the average net flow S_i, starting at 10^9 min(m_i, p_i)",
        Shares = new FlowShares { StartsAtPrice = true },
        Root = RootPart.Kept,
        Counts = CountedFlows.Stakes,
    };

    private static readonly EmissionRule R4At348 = R4At338 with
    {
        Name = "R4@348",
        Help = "Taoflow starting at 0; alpha_in = min(tao_i / p_i, curve), excess buys alpha",
        Shares = new FlowShares(),
        Injection = new ExcessInjection { AsksForRegistration = true, BuysFractions = true },
        Root = RootPart.KeptOrRecycled,
    };

    private static readonly EmissionRule R4At362 = R4At348 with
    {
        Name = "R4@362",
        Help = "Taoflow as R4@348, cap min(curve of alpha, curve of TAO), closed subnets out",
        Injection = new ExcessInjection { CapsByCurve = true },
        Emits = EmitSet.Started | EmitSet.Traded | EmitSet.AnyRegistration,
        MovesPricesLast = true,
    };

    private static readonly EmissionRule R4At401 = R4At362 with
    {
        Name = "R4@401",
        Help = "Taoflow as R4@362, open by burn alone",
        Emits = EmitSet.Started | EmitSet.Traded | EmitSet.BurnRegistration,
        StoresRootShares = true,
    };

    private static readonly EmissionRule R5bAt419 = R4At401 with
    {
        Name = "R5b@419",
        Help = "net flow: S_i = U_i - nu P_i, nu = min(sum U+ / sum P+, 1); bought alpha is kept",
        Shares = new FlowShares { NetsProtocol = true, LeavesOutDisabled = true },
        Injection = new CreditInjection(),
        MintsFirst = true,
        AsksForOwnerCut = true,
        Counts = CountedFlows.Stakes | CountedFlows.Registrations | CountedFlows.Protocol,
    };

    private static readonly EmissionRule R6At421 = R5bAt419 with
    {
        Name = "R6@421",
        Help = "price x root share x (1 - miner burn); cap root share x curve of alpha",
        Shares = new BurnShares { CountsRootShare = true },
        Injection = new CreditInjection { CapsByRootShare = true },
        MeasuresBurns = true,
    };

    private static readonly EmissionRule R6bAt425 = R6At421 with
    {
        Name = "R6b@425",
        Help = "price x (1 - miner burn); cap root share x curve of alpha",
        Shares = new BurnShares(),
        MovingPrices = PriceFormat.U64F64,
    };

    private static readonly EmissionRule R6bWeighted = R6bAt425 with
    {
        Name = "R6b@425 weighted",
        Limits = RootIsPaidAtEpochs + "; price limits of calls are found as for equal weights",
        Help = "R6b@425 on pools with weights: injections change weights, not the price",
        WeighsPools = true,
    };

    /// <summary>The rules, by release.</summary>
    public static ImmutableArray<EmissionRule> All { get; } =
    [
        R2At246, R2At252, R2At258, R3At298, R3At320, R4At338, R4At348, R4At362, R4At401, R5bAt419,
        R6At421, R6bWeighted, R6bAt425,
    ];

    /// <summary>The rule with exactly this name.</summary>
    public static EmissionRule Find(string name) => All.First(rule => rule.Name == name);
}
