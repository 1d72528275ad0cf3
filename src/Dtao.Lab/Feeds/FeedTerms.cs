using Dtao.Numerics;
using Dtao.Runtime.Emission;

namespace Dtao.Lab.Feeds;

/// <summary>What a subnet gets in one block, by the rule in force.</summary>
/// <param name="Share">Its part of the block's emission by moving prices.</param>
/// <param name="TaoIn">TAO for its pool.</param>
/// <param name="AlphaIn">Alpha for its pool.</param>
/// <param name="AlphaOut">Alpha for owner, miners, validators and their stakers.</param>
/// <remarks>Source: docs/how-to/feed.md#versions.</remarks>
public readonly record struct FeedTerms(
    Fractional<Tao> Share,
    Fractional<Tao> TaoIn,
    Fractional<Alpha> AlphaIn,
    Fractional<Alpha> AlphaOut)
{
    /// <summary>TAO with which the chain buys alpha.</summary>
    public Fractional<Tao> Buying => Share.SaturatingSubtract(TaoIn);

    /// <summary>The terms of a subnet.</summary>
    /// <param name="emission">TAO emission of the block.</param>
    /// <param name="moving">Its moving price.</param>
    /// <param name="sum">Sum of all moving prices.</param>
    /// <param name="spot">Its price.</param>
    /// <param name="alphaEmission">Its alpha emission of the block, the cap.</param>
    /// <param name="isBound">TAO for the pool is bound by the price.</param>
    public static FeedTerms Of(
        Fractional<Tao> emission,
        Price moving,
        I96F32 sum,
        Price spot,
        Alpha alphaEmission,
        bool isBound)
    {
        Fractional<Tao> share = SubnetShares.Of(emission, moving, sum);
        if (isBound && spot.Value < share.Value.SafeDivide(emission.Value))
        {
            Fractional<Alpha> cap = Fractional<Alpha>.From(alphaEmission);
            return new(share, emission.Times(spot.Value), cap, cap);
        }

        Injection injection = Injection.Of(share, spot, alphaEmission, emissionIsStopped: false);
        return new(share, injection.TaoIn, injection.AlphaIn, injection.AlphaOut);
    }
}
