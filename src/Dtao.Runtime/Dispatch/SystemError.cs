namespace Dtao.Runtime.Dispatch;

/// <summary>Errors of the pallet <c>System</c> with their wire numbers.</summary>
/// <remarks>Source: docs/spec/errors.md.</remarks>
public enum SystemError
{
    /// <summary>New code is of another chain.</summary>
    InvalidSpecName = 0,

    /// <summary>New code has no higher version.</summary>
    SpecVersionNeedsToIncrease = 1,

    /// <summary>New code does not tell its version.</summary>
    FailedToExtractRuntimeVersion = 2,

    /// <summary>An account that is not empty.</summary>
    NonDefaultComposite = 3,

    /// <summary>An account that others refer to.</summary>
    NonZeroRefCount = 4,

    /// <summary>The origin may not make this call.</summary>
    CallFiltered = 5,

    /// <summary>A migration is running.</summary>
    MultiBlockMigrationsOngoing = 6,

    /// <summary>No upgrade was authorised.</summary>
    NothingAuthorized = 7,

    /// <summary>Another upgrade was authorised.</summary>
    Unauthorized = 8,
}
