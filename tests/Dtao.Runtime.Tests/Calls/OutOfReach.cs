namespace Dtao.Runtime.Tests.Calls;

/// <summary>What no user can cause, with the reason.</summary>
internal static class OutOfReach
{
    private const string Unused = "the chain keeps the number and raises it nowhere";
    private const string Vesting = "there is no vesting, and nothing sets an account up";
    private const string Named = "the economy reserves without names and holds nothing";
    private const string Code = "code is replaced between two blocks and not by a call";
    private const string OneAsset = "there is one asset, and it is neither held nor blocked";

    /// <summary>Errors that nothing raises.</summary>
    public static IReadOnlyDictionary<string, string> NeverRaised { get; } =
        new Dictionary<string, string>
        {
            ["SubtensorError.AllNetworksInImmunity"] = Unused,
            ["SubtensorError.CannotUnstakeLock"] = Unused,
            ["SubtensorError.ColdkeyIsInArbitration"] = Unused,
            ["SubtensorError.HotKeyAlreadyDelegate"] = Unused,
            ["SubtensorError.NotEnoughStake"] = Unused,
            ["SubtensorError.NotRootSubnet"] = Unused,
            ["SubtensorError.StakingRateLimitExceeded"] = Unused,
            ["SubtensorError.MechanismDoesNotExist"] =
                "both calls that found a subnet ask for mechanism 1, which exists",
            ["ProxyError.Unproxyable"] = Unused,
            ["MultisigError.AlreadyStored"] = Unused,
            ["MultisigError.NoApprovalsNeeded"] = Unused,
            ["BalancesError.DeadAccount"] = Vesting,
            ["BalancesError.ExistentialDeposit"] =
                "transfers say BelowMinimum, an error of tokens, instead",
            ["BalancesError.ExistingVestingSchedule"] = Vesting,
            ["BalancesError.Expendability"] =
                "transfers say NotExpendable, an error of tokens, instead",
            ["BalancesError.IssuanceDeactivated"] = "no part of the issuance is inactive",
            ["BalancesError.TooManyFreezes"] = Named,
            ["BalancesError.TooManyHolds"] = Named,
            ["BalancesError.TooManyReserves"] = Named,
            ["BalancesError.VestingBalance"] = Vesting,
            ["SystemError.FailedToExtractRuntimeVersion"] = Code,
            ["SystemError.InvalidSpecName"] = Code,
            ["SystemError.MultiBlockMigrationsOngoing"] = Code,
            ["SystemError.NonDefaultComposite"] = "no call kills an account of others",
            ["SystemError.NonZeroRefCount"] = "no call kills an account of others",
            ["SystemError.NothingAuthorized"] = Code,
            ["SystemError.SpecVersionNeedsToIncrease"] = Code,
            ["SystemError.Unauthorized"] = Code,
            ["TokenError.Blocked"] = OneAsset,
            ["TokenError.CannotCreate"] = OneAsset,
            ["TokenError.CannotCreateHold"] = OneAsset,
            ["TokenError.UnknownAsset"] = OneAsset,
            ["TokenError.Unsupported"] = OneAsset,
        };

    /// <summary>Errors that a check before them always prevents.</summary>
    public static IReadOnlyDictionary<string, string> Guarded { get; } =
        new Dictionary<string, string>
        {
            ["SubtensorError.BalanceWithdrawalError"] =
                "what is withdrawn is cut to what may be withdrawn first",
            ["TokenError.OnlyProvider"] =
                "an account that others need keeps 500 rao, and says Frozen first",
        };

    /// <summary>Errors that a call cannot answer although its specification names them.</summary>
    public static IReadOnlyDictionary<string, string> Pairs { get; } = Join(
        ("it is prevented for every call",
        [
            "BalanceWithdrawalError by balance withdrawals",
            "BalanceWithdrawalError by swap_coldkey",
            "MechanismDoesNotExist by register_network",
            "MechanismDoesNotExist by register_network_with_identity",
        ]),
        ("the faucet is not built in, which is all that it says",
        [
            "InvalidDifficulty by faucet",
            "InvalidSeal by faucet",
            "InvalidWorkBlock by faucet",
        ]),
        ("only the variant with a limit has one",
        [
            "SlippageTooHigh by add_stake",
            "SlippageTooHigh by move_stake",
            "SlippageTooHigh by remove_stake",
            "SlippageTooHigh by swap_stake",
            "SlippageTooHigh by transfer_stake",
        ]),
        ("only a transfer asks for the switch",
        [
            "TransferDisallowed by move_stake",
            "TransferDisallowed by swap_stake",
            "TransferDisallowed by swap_stake_limit",
        ]),
        ("it only says in general what the cases of each call say", [
            "HotKeyNotRegisteredInSubNet by several (missing uid)",
            "ZeroBalanceAfterWithdrawn by balance withdrawals",
        ]),
        ("a batch carries pairs, which cannot be unequal", [
            "WeightVecNotEqualSize by batch_set_weights items",
        ]),
        ("the call carries no identity", ["InvalidIdentity by register_network"]),
        ("where weights are revealed, the rate of commits is limited", [
            "SettingWeightsTooFast by reveals",
        ]));

    /// <summary>Events that the chain declares and the economy never tells.</summary>
    public static IReadOnlyDictionary<string, string> Events { get; } =
        new Dictionary<string, string>
        {
            ["TaskCanceled"] = "no call of the economy cancels what it scheduled",
        };

    private static Dictionary<string, string> Join(
        params (string Reason, string[] Items)[] groups) => groups
        .SelectMany(static group => group.Items.Select(item => (item, group.Reason)))
        .ToDictionary(static pair => pair.item, static pair => pair.Reason);
}
