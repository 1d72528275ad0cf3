namespace Dtao.Runtime.Balances;

/// <summary>Errors of the balances pallet with their wire numbers.</summary>
/// <remarks>Source: docs/spec/balances.md#errors.</remarks>
public enum BalancesError
{
    /// <summary>Vesting balance too high.</summary>
    VestingBalance = 0,

    /// <summary>Account liquidity restrictions prevent the withdrawal.</summary>
    LiquidityRestrictions = 1,

    /// <summary>The balance is too low.</summary>
    InsufficientBalance = 2,

    /// <summary>The value is too low to create an account.</summary>
    ExistentialDeposit = 3,

    /// <summary>The transfer would kill the account.</summary>
    Expendability = 4,

    /// <summary>A vesting schedule exists already.</summary>
    ExistingVestingSchedule = 5,

    /// <summary>The beneficiary must exist before.</summary>
    DeadAccount = 6,

    /// <summary>Too many named reserves.</summary>
    TooManyReserves = 7,

    /// <summary>Too many holds.</summary>
    TooManyHolds = 8,

    /// <summary>Too many freezes.</summary>
    TooManyFreezes = 9,

    /// <summary>The issuance cannot fall below what is inactive.</summary>
    IssuanceDeactivated = 10,

    /// <summary>A change of zero is no change.</summary>
    DeltaZero = 11,
}
