namespace Dtao.Runtime.Proxies;

/// <summary>What a proxy may do, with the wire's numbers and spelling.</summary>
/// <remarks>Source: docs/spec/dispatch.md#proxy.</remarks>
public enum ProxyType
{
    /// <summary>Everything.</summary>
    Any = 0,

    /// <summary>Parameters.</summary>
    Owner = 1,

    /// <summary>Everything but what cannot be taken back.</summary>
    NonCritical = 2,

    /// <summary>Everything but transfers.</summary>
    NonTransfer = 3,

    /// <summary>Membership of the senate.</summary>
    Senate = 4,

    /// <summary>Everything but balances, stakes and keys.</summary>
    NonFungibile = 5,

    /// <summary>The triumvirate.</summary>
    Triumvirate = 6,

    /// <summary>Senate and triumvirate.</summary>
    Governance = 7,

    /// <summary>Stakes.</summary>
    Staking = 8,

    /// <summary>Registering neurons.</summary>
    Registration = 9,

    /// <summary>Transfers.</summary>
    Transfer = 10,

    /// <summary>Transfers below half a TAO or half an alpha.</summary>
    SmallTransfer = 11,

    /// <summary>Weights of root.</summary>
    RootWeights = 12,

    /// <summary>Child keys.</summary>
    ChildKeys = 13,

    /// <summary>Replacing the code through the sudo key.</summary>
    SudoUncheckedSetCode = 14,
}
