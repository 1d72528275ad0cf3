using System.Collections.Immutable;
using System.Globalization;
using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Emission;
using Dtao.Runtime.Spec;

namespace Dtao.Lab.Explaining;

/// <summary>Puts the numbers of a traced block into words.</summary>
/// <remarks>Source: docs/spec/emission.md#coinbase.</remarks>
public static class Stages
{
    private const string Cut = "cut to 32 fraction bits";
    private const string WholeRao = "cut to whole rao";
    private const string Spec = "docs/spec/emission.md";

    /// <summary>The stages in the order of the block.</summary>
    public static ImmutableArray<Stage> Of(ReplayedBlock block)
    {
        (Chain before, Chain chain, CoinbaseTrace trace) = block;
        Stage emission = BlockEmission(before, chain);
        return chain.EmissionRule is null
            ?
            [
                Price(trace), emission, Share(chain, trace), Injection(trace), OwnerCut(trace),
                RootShare(trace), Sale(trace), Pending(trace), MovingPrice(chain, trace),
                .. Epoch(chain, trace),
            ]
            : [Price(trace), emission, .. RuleStages.Of(chain, trace), .. Epoch(chain, trace)];
    }

    private static Stage Price(CoinbaseTrace trace) => new(
        "price",
        [
            Rao("TAO in the pool", trace.PoolBefore.TaoReserve),
            Rao("alpha in the pool", trace.PoolBefore.AlphaReserve),
        ],
        "price = TAO in the pool / alpha in the pool; a stable pool's is 1",
        Cut,
        [Fixed("price", trace.PoolBefore.SpotPrice.Value, "TAO per alpha")],
        "docs/spec/pools.md#price");

    private static Stage BlockEmission(Chain before, Chain chain) => new(
        "emission of the block",
        [
            Rao("TAO issuance, which the curve reads", before.Issuance.Total),
            new("runtime version", $"{chain.Spec.Version}", "number"),
        ],
        "1 TAO, halved whenever half of what was left to 21 million TAO has been issued",
        WholeRao,
        [
            new(
                "TAO emission of the block",
                Text(Runtime.Emission.BlockEmission.At(before.Issuance.Total.Rao)), "rao"),
        ],
        $"{Spec}#curve");

    private static Stage Share(Chain chain, CoinbaseTrace trace) => new(
        "share and TAO in",
        [
            Fixed("TAO emission of the block", trace.BlockEmission.Value, "rao"),
            Fixed("moving price", trace.MovingPrice.Value, "TAO per alpha"),
            Fixed("sum of all moving prices", trace.SumOfMovingPrices, "TAO per alpha"),
        ],
        "share = emission · moving price / sum; kept back while "
            + (chain.Spec.EmissionGate == EmissionGate.BothClosed
                ? "both ways to register are closed"
                : "work is the only way to register"),
        $"{Cut} twice, then {WholeRao}",
        [
            Fixed("the subnet's share", trace.Share.Value, "rao"),
            new("emission is stopped", trace.EmissionIsStopped ? "yes" : "no", "statement"),
            Rao("TAO in", trace.Injection.TaoIn.Floor()),
        ],
        $"{Spec}#shares");

    private static Stage Injection(CoinbaseTrace trace) => new(
        "alpha wanted, cap and injection",
        [
            Fixed("the subnet's share", trace.Share.Value, "rao"),
            Fixed("price", trace.PoolBefore.SpotPrice.Value, "TAO per alpha"),
            Rao("alpha issuance, which the curve reads", trace.IssuanceBefore),
            Rao("cap: alpha emission of the curve", trace.AlphaEmission),
        ],
        "alpha wanted = share / price; alpha in = the smaller of alpha wanted and cap",
        $"{Cut}, then {WholeRao}",
        [
            Fixed("alpha wanted", Wanted(trace), "10^-9 alpha"),
            Rao("alpha in", trace.Injection.AlphaIn.Floor()),
            Rao("alpha out", trace.Injection.AlphaOut.Floor()),
        ],
        $"{Spec}#injection");

    private static Stage OwnerCut(CoinbaseTrace trace) => new(
        "owner cut",
        [
            Fixed("alpha out", trace.Injection.AlphaOut.Value, "10^-9 alpha"),
            Fixed("owner's share", trace.OwnerShare, "of 1"),
        ],
        "owner cut = alpha out · owner's share; the rest goes on",
        $"{Cut}; the cut then to whole rao, the rest keeps its fraction",
        [
            Rao("owner cut", trace.OwnerCut.Floor()),
            Fixed("rest", trace.AfterOwnerCut.Value, "10^-9 alpha"),
        ],
        $"{Spec}#owner-cut");

    private static Stage RootShare(CoinbaseTrace trace) => new(
        "root share",
        [
            Fixed("TAO on root times TAO weight", trace.WeightedRoot.Value, "rao"),
            Rao("alpha issuance after the injection", trace.IssuanceAfter),
            Fixed("rest", trace.AfterOwnerCut.Value, "10^-9 alpha"),
        ],
        "root share = root / (root + alpha issuance); for root = root share · rest / 2",
        Cut,
        [
            Fixed("root share", trace.RootShare, "of 1"),
            Fixed("alpha for root", trace.ForRoot.Value, "10^-9 alpha"),
        ],
        $"{Spec}#root-share");

    private static Stage Sale(CoinbaseTrace trace) => new(
        "sale for root",
        [
            Rao("alpha sold", trace.ForRoot.Floor()),
            Rao("TAO in the pool before", trace.PoolAtSale.TaoReserve),
            Rao("alpha in the pool before", trace.PoolAtSale.AlphaReserve),
        ],
        "TAO out = TAO in the pool - product / (alpha in the pool + alpha sold)",
        "reserve cut to 18 fraction bits, TAO out to whole rao; nothing if the pool refuses",
        [
            Rao("root dividends", trace.RootDividends),
            Rao("TAO in the pool afterwards", trace.PoolAfter.TaoReserve),
            Rao("alpha in the pool afterwards", trace.PoolAfter.AlphaReserve),
        ],
        "docs/spec/pools.md#swap");

    private static Stage Pending(CoinbaseTrace trace) => new(
        "pending",
        [],
        "the parts wait for the subnet's epoch",
        WholeRao,
        [
            Rao("for owner", trace.OwnerCut.Floor()),
            Rao("for miners, validators and stakers", trace.Participants),
            Rao("sold for root", trace.ForRoot.Floor()),
            Rao("root dividends", trace.RootDividends),
        ],
        $"{Spec}#epochs");

    private static Stage MovingPrice(Chain chain, CoinbaseTrace trace) => new(
        "moving price",
        [
            Fixed("moving price before", trace.MovingPrice.Value, "TAO per alpha"),
            Fixed(
                "price after injection and sale", trace.PoolAfter.SpotPrice.Value,
                "TAO per alpha"),
            Fixed("rate", chain.Pools.MovingAlpha, "of 1"),
            new("age of the subnet", Text(AgeOf(chain, trace.Subnet)), "blocks"),
        ],
        chain.Spec.MovingPrice switch
        {
            MovingPriceRule.Uncapped =>
                "rate · price + (1 - rate) · moving price; it decides the next block's share",
            MovingPriceRule.Capped =>
                "rate · min(price, 1) + (1 - rate) · moving price; it decides the next block's "
                + "share",
            _ =>
                "a · min(price, 1) + (1 - a) · moving price, a = rate · age / (age + 100,800); "
                + "it decides the next block's share",
        },
        $"{Cut}, each product and quotient for itself",
        [Fixed("moving price afterwards", trace.MovingPriceAfter.Value, "TAO per alpha")],
        "docs/spec/pools.md#moving-price");

    private static ulong AgeOf(Chain chain, NetUid subnet)
    {
        ulong registered = chain.Subnets.RegisteredAt(subnet).Value;
        return chain.Block.Value > registered ? chain.Block.Value - registered : 0;
    }

    private static ImmutableArray<Stage> Epoch(Chain chain, CoinbaseTrace trace)
    {
        if (trace.Epoch is not { } epoch) return [];
        bool hasOwner = chain.Subnets.HasOwner(trace.Subnet)
            && chain.Subnets.HasOwnerHotkey(trace.Subnet);
        return
        [
            new(
                "epoch",
                [
                    Rao("waited for miners, validators and stakers", epoch.Participants),
                    Rao("sold for root, dealt out once more", epoch.SoldForRoot),
                    Rao("waited for the owner", epoch.OwnerCut),
                    Rao("root dividends that waited", epoch.RootDividends),
                ],
                "consensus deals out participants + sold; root's part of every dividend is paid "
                    + (chain.Spec.PaysRootDividendsTwice ? "in TAO as well" : "in TAO instead"),
                "every amount cut to whole rao",
                [
                    Rao("paid to the owner", hasOwner ? epoch.OwnerCut : Alpha.Zero),
                    Rao("incentives", Sum(trace, static paid => paid.Incentive.Rao)),
                    Rao("dividends before root's part",
                        Sum(trace, static paid => paid.Dividend.Floor().Rao)),
                    Rao("takes of the owners of hotkeys",
                        Sum(trace, static paid => paid.AlphaTake.Rao)),
                    Rao("dividends to stakers",
                        Sum(trace, static paid => paid.AlphaToStakers.Rao)),
                    new("root dividends to the owners, as takes", Text(
                        Sum(trace, static paid => paid.TaoTake.Rao).Rao), "rao"),
                    new("root dividends to stakers", Text(
                        Sum(trace, static paid => paid.TaoToStakers.Rao).Rao), "rao"),
                ],
                $"{Spec}#distribution"),
        ];
    }

    private static Alpha Sum(CoinbaseTrace trace, Func<CoinbasePayment, ulong> amount) =>
        Alpha.FromRao(trace.Payments.Aggregate(0UL, (sum, paid) => sum + amount(paid)));

    private static I96F32 Wanted(CoinbaseTrace trace) =>
        trace.PoolBefore.SpotPrice.TryWorthOf(trace.Share, out Fractional<Alpha> wanted)
            ? wanted.Value
            : I96F32.FromInteger(trace.AlphaEmission.Rao);

    private static Quantity Rao(string name, Tao amount) => new(name, Text(amount.Rao), "rao");

    private static Quantity Rao(string name, Alpha amount) =>
        new(name, Text(amount.Rao), "10^-9 alpha");

    private static Quantity Fixed(string name, I96F32 value, string unit) =>
        new(name, value.ToString(), unit);

    private static string Text(ulong rao) => rao.ToString(CultureInfo.InvariantCulture);
}
