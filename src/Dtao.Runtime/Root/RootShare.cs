using Dtao.Numerics;

namespace Dtao.Runtime.Root;

/// <summary>
/// The share of root in the validators' part of a subnet: the article's blue line.
/// </summary>
/// <remarks>Source: docs/spec/emission.md#root-share; vectors: vectors/coinbase.json.gz.</remarks>
public static class RootShare
{
    private static readonly I96F32 Half = I96F32.FromBits((Int128)1 << 31);

    /// <summary>Weighted root TAO against itself and all alpha of the subnet.</summary>
    /// <param name="weightedRootTao">TAO on root times its weight.</param>
    /// <param name="alphaIssuance">Alpha reserve plus outstanding, after the injection.</param>
    public static I96F32 Of(Fractional<Tao> weightedRootTao, Alpha alphaIssuance)
    {
        I96F32 root = weightedRootTao.Value;
        I96F32 all = root.SaturatingAdd(I96F32.FromInteger(alphaIssuance.Rao));
        return root.SafeDivide(all);
    }

    /// <summary>
    /// Alpha that is sold for root: half of its share, for only validators share.
    /// </summary>
    public static Fractional<Alpha> AlphaFor(I96F32 share, Fractional<Alpha> alphaOut) =>
        Fractional<Alpha>.FromValue(share.SaturatingMultiply(alphaOut.Value)).Times(Half);
}
