namespace Dtao.Runtime.Spec;

/// <summary>One runtime version: every difference between versions as a named feature.</summary>
/// <remarks>Source: docs/spec/versions.md. Vectors: vectors/versions.</remarks>
public sealed record RuntimeSpec
{
    /// <summary>Number of the version as the chain reports it, for example 246.</summary>
    public required int Version { get; init; }

    /// <summary>Tag of the release, for example <c>v2.0.6</c>.</summary>
    public required string Tag { get; init; }

    /// <summary>How the moving price follows the price.</summary>
    public required MovingPriceRule MovingPrice { get; init; }

    /// <summary>Which closed registrations stop a subnet's TAO emission.</summary>
    public required EmissionGate EmissionGate { get; init; }

    /// <summary>When ripe pending children become active.</summary>
    public required ChildActivation ChildActivation { get; init; }

    /// <summary>Blocks before scheduled children may become active.</summary>
    public required ulong ChildCooldown { get; init; }

    /// <summary>Who cannot be pruned.</summary>
    public required PruningProtection PruningProtection { get; init; }

    /// <summary>How a share pool turns amounts into shares and back.</summary>
    public required SharePoolRule SharePool { get; init; }

    /// <summary>
    /// Moves, transfers and swaps require that the signer owns the origin hotkey.
    /// </summary>
    public required bool MovesRequireOwnership { get; init; }

    /// <summary>Moves require that the destination hotkey exists.</summary>
    public required bool MovesRequireDestination { get; init; }

    /// <summary>The block of the last stake change of each pair is stored.</summary>
    public required bool RecordsStakeBlocks { get; init; }

    /// <summary>
    /// A new account leaves a zero entry in the stake map of old, and key swaps move entries.
    /// </summary>
    public required bool RecordsLegacyStake { get; init; }

    /// <summary>A deposit that would give no shares is refused.</summary>
    public required bool ChecksPrecision { get; init; }

    /// <summary>Unstaking sells what was asked for before it takes the shares.</summary>
    public required bool SellsBeforeUnstaking { get; init; }

    /// <summary>The root part of dividends is paid a second time in alpha.</summary>
    public required bool PaysRootDividendsTwice { get; init; }

    /// <summary>The owner of a subnet sets its difficulty and the least of it.</summary>
    public required bool OwnersSetDifficulty { get; init; }

    /// <summary>Types of proxies know the ways to stake that came with dTAO.</summary>
    public required bool ProxiesKnowNewStaking { get; init; }

    /// <summary>The total stake of a coldkey counts shares as if they were alpha.</summary>
    public required bool TotalsCountShares { get; init; }

    /// <summary>Limited stakes and moves of strangers make the hotkey a delegate.</summary>
    public required bool StrangersMakeDelegates { get; init; }

    /// <summary>Take changes are limited by hotkey and decreases restart the clock.</summary>
    public required bool LimitsTakesByHotkey { get; init; }

    /// <summary>The owner's hotkey may set children without stake.</summary>
    public required bool OwnerSetsChildrenFreely { get; init; }

    /// <summary>The owner cut of a subnet follows its hotkey when that is swapped.</summary>
    public required bool OwnerCutFollowsHotkey { get; init; }

    /// <summary>
    /// Announcing measurements asks for the neuron before it looks at the address.
    /// </summary>
    public required bool PrometheusNeedsNeuronFirst { get; init; }

    /// <summary>Tempo of a subnet that has none stored. Unit: blocks.</summary>
    public required ushort DefaultTempo { get; init; }
}
