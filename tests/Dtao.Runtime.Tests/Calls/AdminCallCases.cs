using Dtao.Numerics;
using Dtao.Runtime.Admin;
using Dtao.Runtime.Balances;
using Dtao.Runtime.Delegation;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Events;
using Dtao.Runtime.Staking;
using Dtao.Runtime.Tests.Admin;
using Dtao.Testing;

namespace Dtao.Runtime.Tests.Calls;

/// <summary>What owners and root may set.</summary>
internal static class AdminCallCases
{
    private static readonly NetUid Subnet = new(1);
    private static readonly AccountId Owner = Actor.Alice.Coldkey.Account;
    private static readonly AccountId Stranger = Actor.Dave.Coldkey.Account;

    // 10^6 rao of alpha for pools of 1,000 TAO and 1,000 alpha; a sweep costs no fee.
    private static readonly Tao Sold = Tao.FromRao(999_999);

    private static readonly (string, DispatchError) NotAllowed =
        ("stranger", DispatchError.BadOrigin);

    private static readonly (string, DispatchError) NoSubnet =
        ("no subnet", AdminUtilsError.SubnetDoesNotExist);

    public static IReadOnlyList<CallCase> All { get; } =
    [
        .. Hyperparameter.WithSetting.Select(static row => Of(row)),
        .. OfBounds,
        .. OfChildkeys,
        .. Unavailable,
    ];

    private static IEnumerable<CallCase> OfBounds =>
    [
        new(
            "sudo_set_max_allowed_validators at the bound",
            [
                NotAllowed,
                NoSubnet,
                ("too many", AdminUtilsError.MaxValidatorsLargerThanMaxUIds),
            ],
            [new MaxAllowedValidatorsSet(Subnet, 256)],
            static faults => Setting(
                faults, EpochSettings.MaximumValidators,
                faults.Contains("too many") ? 257UL : 256)),
        new(
            "sudo_set_max_allowed_uids at the bound",
            [
                NotAllowed,
                NoSubnet,
                ("too few", AdminUtilsError.MaxAllowedUIdsLessThanCurrentUIds),
            ],
            [new MaxAllowedUidsSet(Subnet, 2)],
            static faults => Setting(
                faults, SubnetSettings.Capacity, faults.Contains("too few") ? 1UL : 2)),
        new(
            "sudo_set_alpha_values",
            [
                NotAllowed,
                ("off", SubtensorError.LiquidAlphaDisabled),
                ("high too low", SubtensorError.AlphaHighTooLow),
                ("low too high", SubtensorError.AlphaLowOutOfRange),
                ("low is zero", SubtensorError.AlphaLowOutOfRange),
            ],
            [],
            SettingAlpha),
        new(
            "sudo_set_subnet_moving_alpha",
            [NotAllowed],
            [],
            static faults => new(
                World(), new SetMovingAlpha(I96F32.FromBits(1)),
                faults.Contains("stranger") ? Origin.Signed(Stranger) : Origin.Root)),
        new(
            "sudo_set_nominator_min_required_stake that sells a small nomination",
            [NotAllowed],
            [
                new StakeRemoved(
                    Actor.Bob.Coldkey, Actor.Alice.Hotkey, Sold, Alpha.FromRao(1_000_000),
                    Subnet),
                new NewAccount(Actor.Bob.Coldkey.Account),
                new Endowed(Actor.Bob.Coldkey.Account, Sold),
                new BalanceDeposited(Actor.Bob.Coldkey.Account, Sold),
            ],
            static faults => Sweeping(faults)),
    ];

    private static IEnumerable<CallCase> OfChildkeys =>
    [
        new(
            "sudo_set_tx_childkey_take_rate_limit",
            [NotAllowed],
            [new TxChildKeyTakeRateLimitSet(7)],
            static faults => ByRoot(faults, new SetChildkeyTakeRateLimit(7))),
        new(
            "sudo_set_min_childkey_take",
            [NotAllowed],
            [new MinChildKeyTakeSet(7)],
            static faults => ByRoot(faults, new SetMinimumChildkeyTake(7))),
        new(
            "sudo_set_max_childkey_take",
            [NotAllowed],
            [new MaxChildKeyTakeSet(7)],
            static faults => ByRoot(faults, new SetMaximumChildkeyTake(7))),
    ];

    private static IEnumerable<CallCase> Unavailable =>
    [
        LeftOut("swap_authorities", 0, [0]),
        LeftOut("sudo_set_evm_chain_id", 58, new byte[8]),
        LeftOut("schedule_grandpa_change", 59, new byte[6]),
        LeftOut("sudo_toggle_evm_precompile", 62, new byte[2]),
    ];

    private static CallCase Of(Hyperparameter row)
    {
        ulong value = row.Type == "bool" ? 1UL : 200;
        NetUid subnet = row.IsOfSubnet ? Subnet : NetUid.Root;
        return new(
            row.Setter!["AdminUtils.".Length..],
            row.NeedsSubnet ? [NotAllowed, NoSubnet] : [NotAllowed],
            row.Setting.Event is { } told ? [told(subnet, value)] : [],
            faults => Setting(faults, row.Setting, value));
    }

    private static CallCase.Situation Setting(
        IReadOnlySet<string> faults, Setting setting, ulong value)
    {
        NetUid subnet = faults.Contains("no subnet") ? new(77) : Subnet;
        return ByRoot(
            faults, setting.IsOfSubnet ? setting.To(subnet, value) : setting.To(value));
    }

    private static CallCase.Situation SettingAlpha(IReadOnlySet<string> faults)
    {
        Chain chain = World();
        chain.Put("LiquidAlphaOn", !faults.Contains("off"), Subnet);
        ushort low =
            faults.Contains("low too high") ? (ushort)52_428
            : faults.Contains("low is zero") ? (ushort)0
            : (ushort)52_427;
        ushort high = faults.Contains("high too low") ? (ushort)52_427 : (ushort)52_428;
        return new(
            chain, new SetAlphaValues(Subnet, low, high),
            faults.Contains("stranger") ? Stranger : Owner);
    }

    private static CallCase.Situation Sweeping(IReadOnlySet<string> faults)
    {
        Chain chain = new ChainBuilder()
            .AtBlock(1_000)
            .WithSubnet(1, Tao.Whole(1_000), Alpha.Whole(1_000), Alpha.Whole(1_000))
            .WithOwner(Actor.Alice.Hotkey, Actor.Alice.Coldkey)
            .WithStake(Actor.Alice.Hotkey, Actor.Bob.Coldkey, 1, Alpha.FromRao(1_000_000))
            .Build();
        return new(
            chain, DelegationSettings.NominatorMinimum.To(1_000_001),
            faults.Contains("stranger") ? Origin.Signed(Stranger) : Origin.Root);
    }

    private static CallCase.Situation ByRoot(IReadOnlySet<string> faults, ICall call) => new(
        World(), call, faults.Contains("stranger") ? Origin.Signed(Stranger) : Origin.Root);

    private static CallCase LeftOut(string name, byte number, byte[] arguments) => new(
        name,
        [NotAllowed],
        [],
        faults => ByRoot(faults, new UnavailableAdminCall(number, arguments)))
    {
        Always = DispatchError.OutOfScope,
    };

    private static Chain World()
    {
        Chain chain = new ChainBuilder()
            .AtBlock(1_000)
            .WithSubnet(1, Tao.Whole(10), Alpha.Whole(10), Alpha.Whole(10))
            .With("SubnetOwner", Actor.Alice.Coldkey, Subnet)
            .Build();
        chain.Neurons.Append(Subnet, Actor.Alice.Hotkey, new(1));
        return chain;
    }
}
