namespace Dtao.Runtime.Emission.Rules;

/// <summary>What becomes of the alpha that root's share is.</summary>
/// <remarks>Source: docs/spec/rules.md#root-part.</remarks>
public enum RootPart
{
    /// <summary>Sold through the pool in the same block.</summary>
    SoldAtOnce,

    /// <summary>Kept for root; one pending amount for all participants.</summary>
    Kept,

    /// <summary>
    /// Kept for root if the moving prices sum to more than one, else recycled; miners and
    /// validators have pending amounts of their own.
    /// </summary>
    KeptOrRecycled,
}
