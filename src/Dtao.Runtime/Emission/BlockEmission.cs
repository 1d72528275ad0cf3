namespace Dtao.Runtime.Emission;

/// <summary>The emission curve of TAO and of every subnet's alpha: 21 million, halved again and
/// again.</summary>
/// <remarks>
/// Upstream takes the logarithm of 1 / (1 - issuance / 21 million) in numbers with 32 fraction
/// bits. Its floor is the number of halvings, which this rule finds without the logarithm: the
/// largest k for which 1 - issuance / 21 million, as such a number, is at most 2^-k.
/// Source: docs/spec/emission.md#curve; vectors: vectors/emission_curve.json.gz.
/// </remarks>
public static class BlockEmission
{
    /// <summary>All TAO there can ever be, and all alpha of a subnet. Unit: rao.</summary>
    public const ulong TotalSupply = 21_000_000_000_000_000;

    /// <summary>Emission of a block before the first halving. Unit: rao.</summary>
    public const ulong BeforeHalving = 1_000_000_000;

    private static readonly ulong FirstHalving = TotalSupply / 2;

    /// <summary>Emission of a block at this issuance, in rao.</summary>
    public static ulong At(ulong issuance)
    {
        if (issuance < FirstHalving) return BeforeHalving;
        if (issuance >= TotalSupply) return 0;
        ulong remaining = (1UL << 32)
            - (ulong)(((UInt128)issuance << 32) / TotalSupply);
        int halvings = 0;
        while (halvings < 32 && remaining <= 1UL << (31 - halvings))
        {
            halvings++;
        }

        return (ulong)(((UInt128)BeforeHalving << (32 - halvings)) >> 32);
    }
}
