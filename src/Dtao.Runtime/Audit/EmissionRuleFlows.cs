using System.Collections.Immutable;
using static Dtao.Runtime.Audit.FlowKind;
using static Dtao.Runtime.Audit.FlowRules;
using static Dtao.Runtime.Audit.Posting;
using static Dtao.Runtime.Flows.FlowCause;

namespace Dtao.Runtime.Audit;

/// <summary>What flows of the emission rules of later releases do to the books.</summary>
/// <remarks>Source: docs/spec/audit.md#emission-rules.</remarks>
internal static class EmissionRuleFlows
{
    /// <summary>The rules.</summary>
    public static ImmutableArray<FlowRule> All { get; } = [.. OfTao(), .. OfAlpha(), .. OfEpochs()];

    private static ImmutableArray<FlowRule> OfTao() =>
    [
        Tao(ChainBuyPaid, Memo, "paid by the chain for alpha", Minus(Book.Granted)),
        Tao(
            ChainBuyUncounted, Leak, "new: purchases of the chain, not counted as issued",
            Plus(Book.TaoInHand), Minus(Book.Gap)),
        Tao(
            ChainBuyRefused, Leak, "gone: pool refused a purchase of the chain",
            Minus(Book.TaoInHand), Plus(Book.Gap)),
        Tao(
            ChainBuyCut, Leak, "counted as stake, but above the chain's highest price",
            Minus(Book.TaoInHand), Plus(Book.TotalStake)),
        Tao(
            CreditReturned, Supply, "returned: minted, but no subnet got it",
            Minus(Book.Issuance), Minus(Book.TaoInHand), Minus(Book.Granted)),
        Tao(BeyondSupply, Memo, "not emitted: beyond all TAO there can be", Minus(Book.Granted)),
        Tao(
            StableSalePaid, Leak, "new: paid by stable pools for root's alpha",
            Plus(Book.TaoInHand), Minus(Book.Gap)),
    ];

    private static ImmutableArray<FlowRule> OfAlpha() =>
    [
        Alpha(
            ChainAlphaRecycled, Supply, "recycled: bought by the chain",
            Minus(Book.Outstanding), Minus(Book.AlphaInHand)),
        Alpha(
            ProtocolAlphaKept, Move, "kept by the chain that bought it",
            Minus(Book.AlphaInHand), Plus(Book.ProtocolAlpha)),
        Alpha(
            RootAlphaAwaited, Move, "minted: waits for root",
            Minus(Book.Minted), Plus(Book.PendingRootAlpha)),
        Alpha(
            ServersAwaited, Move, "minted: waits for miners",
            Minus(Book.Minted), Plus(Book.PendingServers)),
        Alpha(
            ValidatorsAwaited, Move, "minted: waits for validators",
            Minus(Book.Minted), Plus(Book.PendingValidators)),
        Alpha(
            RootAlphaUnpaid, Leak, "unheld: root's part of a subsidised subnet",
            Minus(Book.Minted), Plus(Book.Unheld)),
        Alpha(
            RootAlphaRecycled, Supply, "recycled: root's part while root is not paid",
            Minus(Book.Minted), Minus(Book.Outstanding)),
        Alpha(
            StableSaleUnbooked, Leak, "unheld: root's part taken by stable pools",
            Minus(Book.AlphaInHand), Plus(Book.Unheld)),
    ];

    private static ImmutableArray<FlowRule> OfEpochs() =>
    [
        Alpha(
            RootAlphaDue, Move, "taken by epochs to sell it for root",
            Minus(Book.PendingRootAlpha), Plus(Book.AlphaInHand)),
        Alpha(
            ServersDue, Move, "taken by epochs for miners",
            Minus(Book.PendingServers), Plus(Book.AlphaInHand)),
        Alpha(
            ValidatorsDue, Move, "taken by epochs for validators",
            Minus(Book.PendingValidators), Plus(Book.AlphaInHand)),
        Alpha(
            RootPartDealtOut, Leak, "dealt out once more although set apart for root",
            Plus(Book.AlphaInHand), Minus(Book.Unheld)),
    ];
}
