using Dtao.Numerics;
using Dtao.Runtime.Flows;

namespace Dtao.Runtime.Pools;

public sealed partial class PoolLedger
{
    /// <summary>Above this price the chain itself does not buy, in TAO per alpha.</summary>
    private static readonly U64F64 HighestPrice = U64F64.FromInteger(1_000_000UL);

    /// <summary>The two sides of dynamic pools have weights.</summary>
    internal bool UsesWeights { get; set; }

    /// <summary>The price now with 64 fraction bits; one for root and stable subnets.</summary>
    internal U64F64 FineSpotPrice(NetUid subnet)
    {
        Pool pool = Of(subnet);
        return pool.QuoteWeight == 0
            ? SpotPrice(subnet).Value.ToU64F64()
            : pool.Weighted.SpotPrice;
    }

    /// <summary>Buys for the chain itself.</summary>
    /// <param name="subnet">Whose pool.</param>
    /// <param name="paid">TAO that is already issued.</param>
    /// <param name="entered">
    /// TAO that entered the pool, less than paid at the highest price.
    /// </param>
    /// <param name="received">Alpha that left the pool.</param>
    /// <returns>False when the pool refused, and nothing changed.</returns>
    internal bool TryBuyForChain(NetUid subnet, Tao paid, out Tao entered, out Alpha received)
    {
        Pool pool = Of(subnet);
        entered = pool.QuoteWeight == 0 ? paid : pool.Weighted.UpTo(paid, HighestPrice);
        if (entered == paid) return TryBuy(subnet, paid, FlowCause.ChainBuyRefused, out received);
        if (!pool.TryQuoteBuy(paid, out _)
            || !TryBuy(subnet, entered, FlowCause.ChainBuyRefused, out received))
        {
            received = Alpha.Zero;
            return false;
        }

        // Upstream: stake and volume are counted before the payment is cut.
        Tao cut = paid - entered;
        _totalStake.Value = _totalStake.Value.SaturatingAdd(cut);
        CountVolume(subnet, cut);
        _flows.Note(FlowCause.ChainBuyCut, subnet, cut);
        return true;
    }

    /// <summary>Changes the weights so that an injection leaves the price as it is.</summary>
    /// <returns>False when a weight would be too small; nothing changed then.</returns>
    internal bool TryWeigh(NetUid subnet, Tao tao, Alpha alpha)
    {
        WeightedPool pool = new(_taoReserve[subnet], _alphaReserve[subnet], _quoteWeight[subnet]);
        if (!pool.TryGrow(tao, alpha, out ulong weight)) return false;
        _quoteWeight[subnet] = weight;
        return true;
    }

    /// <summary>Adds TAO that the chain emits.</summary>
    internal void InjectTao(NetUid subnet, Tao amount)
    {
        _taoReserve[subnet] = _taoReserve[subnet].SaturatingAdd(amount);
        _totalStake.Value = _totalStake.Value.SaturatingAdd(amount);
        _flows.Note(FlowCause.TaoInjected, subnet, amount);
    }

    /// <summary>Adds alpha that the chain emits.</summary>
    internal void InjectAlpha(NetUid subnet, Alpha amount)
    {
        _alphaReserve[subnet] = _alphaReserve[subnet].SaturatingAdd(amount);
        _flows.Note(FlowCause.AlphaInjected, subnet, amount);
    }

    /// <summary>Mints alpha for participants.</summary>
    internal void MintAlpha(NetUid subnet, Alpha amount)
    {
        _alphaOutstanding[subnet] = _alphaOutstanding[subnet].SaturatingAdd(amount);
        _flows.Note(FlowCause.AlphaMinted, subnet, amount);
    }

    /// <summary>Takes alpha back that was minted in this block and has no receiver.</summary>
    internal void RecycleMinted(NetUid subnet, Alpha amount)
    {
        _alphaOutstanding[subnet] = _alphaOutstanding[subnet].SaturatingSubtract(amount);
        _flows.Note(FlowCause.RootAlphaRecycled, subnet, amount);
    }

    /// <summary>Writes a subnet's moving price.</summary>
    internal void SetMovingPrice(NetUid subnet, Price price) => _movingPrice[subnet] = price;
}
