using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Root;

namespace Dtao.Lab.Measures;

/// <summary>Root's share of one subnet, by each reading of the article's blue line.</summary>
/// <param name="Staked">
/// Weighted root TAO against itself and the alpha that is staked: root's part of all stake weight.
/// </param>
/// <param name="Protocol">
/// The chain's own formula: weighted root TAO against itself and all alpha, the pool's included.
/// </param>
/// <param name="Counted">
/// Weighted root TAO against itself and the chain's counter of alpha outside the pool.
/// </param>
/// <remarks>
/// Shares of one, without unit. Until version 244 the chain pays out alpha that it has already
/// sold for root, so more is staked than its counter says. Source: docs/lab/launch.md#root-share.
/// </remarks>
public readonly record struct RootShares(I96F32 Staked, I96F32 Protocol, I96F32 Counted)
{
    /// <summary>The shares of a subnet at the end of the present block.</summary>
    /// <param name="chain">The chain.</param>
    /// <param name="subnet">The subnet.</param>
    /// <param name="staked">Alpha of the subnet that is staked.</param>
    public static RootShares Of(Chain chain, NetUid subnet, Alpha staked)
    {
        Fractional<Tao> root = Fractional<Tao>.From(chain.Pools.RootTao)
            .Times(chain.Stakes.TaoWeight);
        return new(
            RootShare.Of(root, staked),
            RootShare.Of(root, chain.Pools.AlphaIssuance(subnet)),
            RootShare.Of(root, chain.Pools.AlphaOutstanding(subnet)));
    }

    /// <summary>The mean over subnets, cut to 32 fraction bits; zero for none.</summary>
    public static RootShares MeanOf(IReadOnlyList<RootShares> shares) => shares.Count == 0
        ? default
        : new(
            Mean(shares, static share => share.Staked),
            Mean(shares, static share => share.Protocol),
            Mean(shares, static share => share.Counted));

    private static I96F32 Mean(
        IReadOnlyList<RootShares> shares, Func<RootShares, I96F32> choose)
    {
        Int128 sum = 0;
        foreach (RootShares share in shares)
        {
            sum += choose(share).Bits;
        }

        return I96F32.FromBits(sum / shares.Count);
    }
}
