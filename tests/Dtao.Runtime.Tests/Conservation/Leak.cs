namespace Dtao.Runtime.Tests.Conservation;

/// <summary>
/// Why the tracked issuance may exceed what can be counted; the documented causes.
/// </summary>
internal enum Leak
{
    /// <summary>Alpha sold for root: the TAO leaves the total stake and never returns.</summary>
    RootDividends,

    /// <summary>A new subnet's pool is not counted as stake.</summary>
    SubnetRegistration,

    /// <summary>Less than the existential deposit, given to nobody.</summary>
    BelowExistentialDeposit,

    /// <summary>Proceeds of a move below its minimum.</summary>
    SubThresholdMove,

    /// <summary>TAO for a pool that refuses it.</summary>
    RefusedPool,
}
