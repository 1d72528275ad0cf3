using Dtao.Codec.Extrinsics;
using Dtao.Numerics;
using Dtao.Runtime.Balances;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Events;
using Dtao.Runtime.Proxies;
using Dtao.Runtime.Spec;
using Dtao.Runtime.Staking;
using Dtao.Runtime.Tests.Calls;
using Dtao.Testing;
using Xunit;
using static Dtao.Runtime.Tests.Dispatch.ExtrinsicBench;

namespace Dtao.Runtime.Tests.Dispatch;

/// <summary>What a proxy of each type may do, row by row of the specification.</summary>
public class ProxyTypeTests
{
    private const string Everything = "*";

    private static readonly string[] Staking =
    [
        "add_stake", "add_stake_limit", "remove_stake", "remove_stake_limit", "unstake_all",
        "unstake_all_alpha", "swap_stake", "swap_stake_limit", "move_stake",
    ];

    /// <summary>What each type may call, and what of that it may not.</summary>
    private static readonly (ProxyType Type, string[] May, string[] MayNot)[] Rows =
    [
        (ProxyType.Any, [Everything], []),
        (ProxyType.Owner, ["AdminUtils"], []),
        (
            ProxyType.NonCritical,
            [Everything],
            [
                "dissolve_network", "root_register", "burned_register", "set_tao_weights",
                "Triumvirate", "Sudo",
            ]),
        (
            ProxyType.NonTransfer,
            [Everything],
            ["Balances", "transfer_stake", "schedule_swap_coldkey", "swap_coldkey"]),
        (ProxyType.Senate, ["SenateMembers"], []),
        (
            ProxyType.NonFungibile,
            [Everything],
            [
                "Balances", .. Staking, "transfer_stake", "burned_register", "root_register",
                "schedule_swap_coldkey", "swap_coldkey", "swap_hotkey",
            ]),
        (ProxyType.Triumvirate, ["Triumvirate", "TriumvirateMembers"], []),
        (ProxyType.Governance, ["SenateMembers", "Triumvirate", "TriumvirateMembers"], []),
        (ProxyType.Staking, Staking, []),
        (ProxyType.Registration, ["burned_register", "register"], []),
        (
            ProxyType.Transfer,
            ["transfer_keep_alive", "transfer_allow_death", "transfer_all", "transfer_stake"],
            []),

        // Small ones: the amounts here are, but of the stake.
        (ProxyType.SmallTransfer, ["transfer_keep_alive", "transfer_allow_death"], []),
        (ProxyType.RootWeights, ["set_tao_weights"], []),
        (ProxyType.ChildKeys, ["set_children", "set_childkey_take"], []),

        // Its one call carries another that is out of scope.
        (ProxyType.SudoUncheckedSetCode, [], []),
    ];

    /// <summary>Which types each type may give on, besides its own.</summary>
    private static readonly Dictionary<ProxyType, ProxyType[]> Parts = new()
    {
        [ProxyType.Any] = Enum.GetValues<ProxyType>(),
        [ProxyType.NonTransfer] =
        [
            .. Enum.GetValues<ProxyType>().Except(
                [ProxyType.Any, ProxyType.Transfer, ProxyType.SmallTransfer]),
        ],
        [ProxyType.Governance] = [ProxyType.Triumvirate, ProxyType.Senate],
        [ProxyType.Transfer] = [ProxyType.SmallTransfer],
    };

    public static TheoryData<ProxyType> Types => [.. Enum.GetValues<ProxyType>()];

    [Fact]
    public void There_is_a_row_for_each_type() =>
        Assert.Equal(Enum.GetValues<ProxyType>(), Rows.Select(static row => row.Type));

    [Theory]
    [MemberData(nameof(Types))]
    public void A_type_allows_the_calls_of_its_row_and_no_others(ProxyType type)
    {
        (_, string[] may, string[] mayNot) = Rows.Single(row => row.Type == type);

        Assert.All(CallCases.All.Values, item =>
        {
            CallDescription call = item.Call;
            bool expected = Names(may, call) && !Names(mayNot, call);

            Assert.True(
                expected == ProxyRules.Allows(type, item.WithoutFault().Call, Specs.Latest),
                $"{type} and {call.Pallet}.{call.Name}");
        });
    }

    /// <summary>Before 238 the lists named none of the ways to stake that came with dTAO.</summary>
    [Theory]
    [InlineData(ProxyType.NonTransfer, new[] { "*" }, new[] { "Balances" })]
    [InlineData(
        ProxyType.NonFungibile,
        new[] { "*" },
        new[]
        {
            "Balances", "add_stake", "remove_stake", "burned_register", "root_register",
            "schedule_swap_coldkey", "swap_hotkey",
        })]
    [InlineData(ProxyType.Staking, new[] { "add_stake", "remove_stake" }, new string[0])]
    [InlineData(
        ProxyType.Transfer,
        new[] { "transfer_keep_alive", "transfer_allow_death", "transfer_all" },
        new string[0])]
    [InlineData(
        ProxyType.SmallTransfer,
        new[] { "transfer_keep_alive", "transfer_allow_death" },
        new string[0])]
    public void Before_238_a_type_does_not_know_the_new_ways_to_stake(
        ProxyType type, string[] may, string[] mayNot)
    {
        foreach (RuntimeSpec spec in Specs.All.Where(static spec => spec.Version < 238))
        {
            Assert.All(CallCases.All.Values, item =>
            {
                bool expected = Names(may, item.Call) && !Names(mayNot, item.Call);

                Assert.True(
                    expected == ProxyRules.Allows(type, item.WithoutFault().Call, spec),
                    $"{type} and {item.Call.Pallet}.{item.Call.Name}");
            });
        }
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void A_type_gives_on_only_what_it_includes(ProxyType type)
    {
        ProxyType[] parts = [type, .. Parts.GetValueOrDefault(type, [])];
        bool mayCallProxies = ProxyRules.Allows(type, new RemoveProxies(), Specs.Latest);
        foreach (ProxyType given in Enum.GetValues<ProxyType>())
        {
            AddProxy add = new(MultiAddress.Of(Account.Of(77)), given, 0);
            RemoveProxy remove = new(add.Delegate, given, 0);
            bool expected = mayCallProxies && parts.Contains(given);

            Assert.Equal(expected, Outcome(type, add) is null);
            Assert.Equal(expected ? "NotFound" : "CallFiltered", Outcome(type, remove));
        }
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Only_any_may_take_all_proxies_away_or_give_up_an_account(ProxyType type)
    {
        bool isAny = type == ProxyType.Any;
        KillPure kill = new(MultiAddress.Of(Alice), ProxyType.Any, 1, 100, 0);

        Assert.Equal(isAny ? null : "CallFiltered", Outcome(type, new RemoveProxies()));
        Assert.Equal(isAny ? "NoPermission" : "CallFiltered", Outcome(type, kill));
    }

    [Theory]
    [InlineData(499_999_999UL, true)]
    [InlineData(500_000_000UL, false)]
    public void A_small_transfer_is_less_than_half_a_tao(ulong rao, bool isAllowed)
    {
        MultiAddress to = MultiAddress.Of(Bob);
        ICall[] calls =
        [
            new TransferAllowDeath(to, Tao.FromRao(rao)),
            new TransferKeepAlive(to, Tao.FromRao(rao)),
            new TransferStake(
                Actor.Bob.Coldkey, Actor.Bob.Hotkey, new(1), new(1), Alpha.FromRao(rao)),
        ];

        Assert.All(calls, call =>
            Assert.Equal(
                isAllowed, ProxyRules.Allows(ProxyType.SmallTransfer, call, Specs.Latest)));
        Assert.False(ProxyRules.Allows(
            ProxyType.SmallTransfer, new ForceTransfer(to, to, Tao.FromRao(1)), Specs.Latest));
    }

    [Theory]
    [InlineData(233, false)]
    [InlineData(234, false)]
    [InlineData(238, true)]
    public void A_small_transfer_of_stake_came_with_238(int version, bool isAllowed)
    {
        TransferStake call = new(
            Actor.Bob.Coldkey, Actor.Bob.Hotkey, new(1), new(1), Alpha.FromRao(1));

        Assert.Equal(
            isAllowed,
            ProxyRules.Allows(ProxyType.SmallTransfer, call, Specs.Find(version)!));
    }

    private static bool Names(string[] list, CallDescription call) =>
        list.Contains(Everything) || list.Contains(call.Pallet) || list.Contains(call.Name);

    /// <summary>Name of the error of what Bob does for Alice; null when it succeeds.</summary>
    private static string? Outcome(ProxyType type, ICall call)
    {
        Chain chain = SimpleChain();
        chain.Proxies.Add(chain.Balances, Alice, new(Bob, type, 0));
        chain.Events.IsKept = true;

        chain.Dispatch(new CallAsProxy(MultiAddress.Of(Alice), Type: null, call), Bob);

        IChainEvent last = chain.Events.Records[^1].Event;
        return Assert.IsType<ProxyExecuted>(last).Result.Failure?.Name;
    }
}
