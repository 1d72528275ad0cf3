namespace Dtao.Runtime.Audit;

/// <summary>What the auditor keeps a running amount of.</summary>
/// <remarks>
/// Those up to <see cref="Unheld"/> exist for every subnet, root included; the others once.
/// Source: docs/spec/audit.md#books.
/// </remarks>
internal enum Book
{
    /// <summary>TAO reserve of the pool; root's TAO. Stored: SubnetTAO.</summary>
    Reserve,

    /// <summary>TAO locked since before dTAO. Stored: SubnetLocked.</summary>
    Locked,

    /// <summary>Waiting root dividends. Stored: PendingRootDivs.</summary>
    PendingRoot,

    /// <summary>Root dividends between the wait and the stake; zero after a block.</summary>
    RootInHand,

    /// <summary>Alpha reserve of the pool. Stored: SubnetAlphaIn.</summary>
    AlphaReserve,

    /// <summary>Alpha outside the pool. Stored: SubnetAlphaOut.</summary>
    Outstanding,

    /// <summary>Value of all share pools, by what was paid and taken.</summary>
    Staked,

    /// <summary>Value of all share pools, by what was written. Stored: TotalHotkeyAlpha.</summary>
    StakeWritten,

    /// <summary>Alpha that waits for the participants. Stored: PendingEmission.</summary>
    PendingParticipants,

    /// <summary>Alpha offered for root since the epoch. Stored: PendingAlphaSwapped.</summary>
    PendingOffered,

    /// <summary>Alpha that waits for the owner. Stored: PendingOwnerCut.</summary>
    PendingOwner,

    /// <summary>Alpha that waits for root. Stored: PendingRootAlphaDivs.</summary>
    PendingRootAlpha,

    /// <summary>Alpha that waits for miners. Stored: PendingServerEmission.</summary>
    PendingServers,

    /// <summary>Alpha that waits for validators. Stored: PendingValidatorEmission.</summary>
    PendingValidators,

    /// <summary>Alpha that the chain keeps. Stored: SubnetProtocolAlpha.</summary>
    ProtocolAlpha,

    /// <summary>Minted alpha that has no purpose yet; rounding is what remains.</summary>
    Minted,

    /// <summary>Alpha between two places; zero after a block.</summary>
    AlphaInHand,

    /// <summary>How often key swaps parted shares from pools since they were counted.</summary>
    Parted,

    /// <summary>Outstanding alpha that nobody holds; negative when more is held.</summary>
    Unheld,

    /// <summary>Sum of all balances. Stored: Balances.TotalIssuance.</summary>
    Balances,

    /// <summary>Free and reserved TAO, by what was written. Stored: System.Account.</summary>
    Accounts,

    /// <summary>By how much root forced the sum of balances beyond the balances.</summary>
    Forced,

    /// <summary>TAO counted as stake. Stored: TotalStake.</summary>
    TotalStake,

    /// <summary>TAO there is. Stored: TotalIssuance.</summary>
    Issuance,

    /// <summary>TAO between two places; zero after a block.</summary>
    TaoInHand,

    /// <summary>By how much the issuance exceeds what can be counted.</summary>
    Gap,

    /// <summary>Granted TAO of the block that is neither emitted nor kept back yet.</summary>
    Granted,
}
