namespace Dtao.Runtime.Balances;

/// <summary>Errors of tokens with their wire numbers.</summary>
/// <remarks>Source: docs/spec/balances.md#errors.</remarks>
public enum TokenError
{
    /// <summary>The balance is too low.</summary>
    FundsUnavailable = 0,

    /// <summary>The account is needed and this is all that keeps it alive.</summary>
    OnlyProvider = 1,

    /// <summary>The account would have less than the existential deposit.</summary>
    BelowMinimum = 2,

    /// <summary>The account cannot come into being.</summary>
    CannotCreate = 3,

    /// <summary>There is no such asset.</summary>
    UnknownAsset = 4,

    /// <summary>The balance is frozen.</summary>
    Frozen = 5,

    /// <summary>The operation is not supported.</summary>
    Unsupported = 6,

    /// <summary>The hold cannot come into being.</summary>
    CannotCreateHold = 7,

    /// <summary>The account was to be kept alive.</summary>
    NotExpendable = 8,

    /// <summary>The account cannot receive the asset.</summary>
    Blocked = 9,
}
