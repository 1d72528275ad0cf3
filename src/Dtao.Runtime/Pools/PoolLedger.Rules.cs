using Dtao.Numerics;
using Dtao.Runtime.Flows;

namespace Dtao.Runtime.Pools;

public sealed partial class PoolLedger
{
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
