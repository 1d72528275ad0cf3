namespace Dtao.Runtime.Dispatch;

/// <summary>Kinds of failure with their wire numbers.</summary>
/// <remarks>Source: docs/spec/errors.md.</remarks>
public enum DispatchErrorKind
{
    /// <summary>Something without a number of its own.</summary>
    Other = 0,

    /// <summary>An address that names no account.</summary>
    CannotLookup = 1,

    /// <summary>The origin may not do this.</summary>
    BadOrigin = 2,

    /// <summary>An error of a pallet.</summary>
    Module = 3,

    /// <summary>Others still need the account.</summary>
    ConsumerRemaining = 4,

    /// <summary>Nothing keeps the account alive.</summary>
    NoProviders = 5,

    /// <summary>Too many need the account.</summary>
    TooManyConsumers = 6,

    /// <summary>An error of balances; the detail says which.</summary>
    Token = 7,

    /// <summary>An error of arithmetic; the detail says which.</summary>
    Arithmetic = 8,

    /// <summary>An error of storage layers.</summary>
    Transactional = 9,

    /// <summary>A resource is exhausted.</summary>
    Exhausted = 10,

    /// <summary>The state is corrupt.</summary>
    Corruption = 11,

    /// <summary>Something is not available.</summary>
    Unavailable = 12,

    /// <summary>Root may not do this.</summary>
    RootNotAllowed = 13,
}
