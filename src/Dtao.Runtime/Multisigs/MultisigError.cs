namespace Dtao.Runtime.Multisigs;

/// <summary>Errors of the pallet <c>Multisig</c> with their wire numbers.</summary>
/// <remarks>Source: docs/spec/errors.md.</remarks>
public enum MultisigError
{
    /// <summary>A threshold below two.</summary>
    MinimumThreshold = 0,

    /// <summary>The signer approved before.</summary>
    AlreadyApproved = 1,

    /// <summary>Enough approved already.</summary>
    NoApprovalsNeeded = 2,

    /// <summary>No other signatory.</summary>
    TooFewSignatories = 3,

    /// <summary>More signatories than allowed.</summary>
    TooManySignatories = 4,

    /// <summary>The other signatories do not rise.</summary>
    SignatoriesOutOfOrder = 5,

    /// <summary>The signer is among the other signatories.</summary>
    SenderInSignatories = 6,

    /// <summary>No such operation.</summary>
    NotFound = 7,

    /// <summary>Another account began the operation.</summary>
    NotOwner = 8,

    /// <summary>The operation was begun, so its time is needed.</summary>
    NoTimepoint = 9,

    /// <summary>The operation was begun at another time.</summary>
    WrongTimepoint = 10,

    /// <summary>The operation was not begun, so it has no time.</summary>
    UnexpectedTimepoint = 11,

    /// <summary>The call weighs more than allowed.</summary>
    MaxWeightTooLow = 12,

    /// <summary>The call is stored already.</summary>
    AlreadyStored = 13,
}
