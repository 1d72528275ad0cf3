namespace Dtao.Runtime.Tests.Wire;

/// <summary>What the chain's interface declares and the engine does not have, with the reason.
/// </summary>
internal static class LeftOut
{
    private const string Maker = "belongs to whoever makes blocks";
    private const string Consensus = "consensus of blocks";
    private const string Code = "the runtime is compiled in";
    private const string Voting = "collective voting";
    private const string Holds = "the economy locks, freezes and holds nothing";
    private const string Machine = "another machine";
    private const string Never = "the chain keeps the number and tells it nowhere";

    /// <summary>Pallets of which nothing is there beyond what is found.</summary>
    private static readonly Dictionary<string, string> Pallets = new()
    {
        ["RandomnessCollectiveFlip"] = Maker,
        ["Timestamp"] = Maker,
        ["Aura"] = Consensus,
        ["Grandpa"] = Consensus,
        ["Triumvirate"] = Voting,
        ["TriumvirateMembers"] = Voting,
        ["SenateMembers"] = Voting,
        ["Preimage"] = "scheduled calls are stored where they are scheduled",
        ["Scheduler"] = "the economy schedules by itself, without names or retries",
        ["Registry"] = "superseded by the identities of the economy",
        ["Commitments"] = "bytes that the economy does not read",
        ["SafeMode"] = "never entered",
        ["Ethereum"] = Machine,
        ["EVM"] = Machine,
        ["EVMChainId"] = Machine,
        ["BaseFee"] = Machine,
        ["Drand"] = "fetching needs the network",
    };

    private static readonly Dictionary<string, string> Items = Join(
        (Maker, "System", [
            "ExtrinsicCount", "InherentsApplied", "BlockWeight", "AllExtrinsicsLen",
            "ExtrinsicData", "ParentHash", "Digest", "Events", "EventCount", "EventTopics",
            "ExecutionPhase",
        ]),
        (Code, "System", [
            "LastRuntimeUpgrade", "UpgradedToU32RefCount", "UpgradedToTripleRefCount",
            "AuthorizedUpgrade",
        ]),
        (Holds, "Balances", ["Locks", "Reserves", "Holds", "Freezes", "InactiveIssuance"]),
        ("balances lie in System.Account", "Balances", ["Account"]),
        ("the multiplier of fees is one and stays it", "TransactionPayment", [
            "NextFeeMultiplier", "StorageVersion",
        ]),
        (Machine, "AdminUtils", ["PrecompileEnable"]));

    private static readonly Dictionary<string, string> Events = Join(
        (Code, "System", ["CodeUpdated", "UpgradeAuthorized"]),
        (Holds, "Balances", [
            "ReserveRepatriated", "Slashed", "Suspended", "Restored", "Locked", "Unlocked",
            "Frozen", "Thawed",
        ]),
        ("balances change by transfer, fee and the economy only", "Balances", [
            "Minted", "Issued", "Rescinded",
        ]),
        (Never, "SubtensorModule", [
            "BulkNeuronsRegistered", "BulkBalancesSet", "RhoSet", "ValidatorPruneLenSet",
            "ScalingLawPowerSet", "EmissionValuesSet", "DelegateAdded", "DefaultTakeSet",
            "BurnSet", "SenateRequiredStakePercentSet",
            "AllBalanceUnstakedAndTransferredToNewColdkey", "ArbitrationPeriodExtended",
        ]),
        (Voting, "SubtensorModule", ["Sudid"]),
        ("the faucet is not built in", "SubtensorModule", ["Faucet"]),
        (Machine, "AdminUtils", ["PrecompileUpdated"]));

    /// <summary>Why an item of the storage is not held; null when no reason is known.</summary>
    public static string? ReasonForItem(string pallet, string name) =>
        Items.GetValueOrDefault($"{pallet}.{name}") ?? Pallets.GetValueOrDefault(pallet);

    /// <summary>Why an event is never told; null when no reason is known.</summary>
    public static string? ReasonForEvent(string pallet, string name) =>
        Events.GetValueOrDefault($"{pallet}.{name}") ?? Pallets.GetValueOrDefault(pallet);

    /// <summary>An item is left out by its name, not with its whole pallet.</summary>
    public static bool NamesItem(string pallet, string name) =>
        Items.ContainsKey($"{pallet}.{name}");

    /// <summary>An event is left out by its name, not with its whole pallet.</summary>
    public static bool NamesEvent(string pallet, string name) =>
        Events.ContainsKey($"{pallet}.{name}");

    /// <summary>Why no error of a pallet is known; null when no reason is known.</summary>
    public static string? ReasonForErrors(string pallet) => Pallets.GetValueOrDefault(pallet);

    private static Dictionary<string, string> Join(
        params (string Reason, string Pallet, string[] Names)[] groups) => groups
        .SelectMany(static group => group.Names.Select(name =>
            ($"{group.Pallet}.{name}", group.Reason)))
        .ToDictionary(static pair => pair.Item1, static pair => pair.Reason);
}
