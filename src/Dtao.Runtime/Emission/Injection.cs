using Dtao.Numerics;

namespace Dtao.Runtime.Emission;

/// <summary>What one subnet gets in one block, before anything is rounded.</summary>
/// <param name="TaoIn">TAO for the pool.</param>
/// <param name="AlphaIn">Alpha for the pool: as much as keeps the price, up to the cap.</param>
/// <param name="AlphaOut">Alpha for owner, miners, validators and their stakers.</param>
/// <remarks>Source: docs/spec/emission.md#injection; vectors: vectors/coinbase.json.gz.</remarks>
public readonly record struct Injection(
    Fractional<Tao> TaoIn, Fractional<Alpha> AlphaIn, Fractional<Alpha> AlphaOut)
{
    /// <summary>The terms of a subnet.</summary>
    /// <param name="emission">TAO that the subnet's share of the block's emission is.</param>
    /// <param name="spotPrice">Price before the injection.</param>
    /// <param name="alphaEmission">Alpha emission of the subnet in this block: the cap.</param>
    /// <param name="emissionIsStopped">Closed registrations keep the TAO back.</param>
    /// <remarks>
    /// The cap lets the price rise. Stopped TAO is not emitted elsewhere, and the alpha that
    /// would have matched it still enters the pool, so that the price falls.
    /// </remarks>
    public static Injection Of(
        Fractional<Tao> emission, Price spotPrice, Alpha alphaEmission, bool emissionIsStopped)
    {
        Fractional<Alpha> cap = Fractional<Alpha>.From(alphaEmission);
        Fractional<Alpha> alphaIn = spotPrice.TryWorthOf(emission, out Fractional<Alpha> wanted)
            ? Fractional<Alpha>.Min(wanted, cap)
            : cap;
        return new(emissionIsStopped ? Fractional<Tao>.Zero : emission, alphaIn, cap);
    }

    /// <summary>
    /// The split of before the coinbase took over; no rule of these versions uses it.
    /// </summary>
    /// <param name="emission">TAO emission of the subnet.</param>
    /// <param name="spotPrice">Price before the injection.</param>
    /// <param name="alphaEmission">Alpha emission of the subnet in this block: the cap.</param>
    /// <remarks>Less than one rao on either side of the pool puts nothing into it.</remarks>
    public static Injection OfLegacySplit(Tao emission, Price spotPrice, Alpha alphaEmission)
    {
        Injection found = Of(
            Fractional<Tao>.From(emission), spotPrice, alphaEmission, emissionIsStopped: false);
        return found.TaoIn.Value >= I96F32.One && found.AlphaIn.Value >= I96F32.One
            ? found
            : new(Fractional<Tao>.Zero, Fractional<Alpha>.Zero, found.AlphaOut);
    }
}
