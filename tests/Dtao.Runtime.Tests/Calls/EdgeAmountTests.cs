using Dtao.Codec.Extrinsics;
using Dtao.Numerics;
using Dtao.Runtime.Audit;
using Dtao.Runtime.Balances;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Extrinsics;
using Dtao.Runtime.Staking;
using Dtao.Runtime.State;
using Dtao.Runtime.Tests.Dispatch;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Calls;

/// <summary>Amounts of nothing, of one rao and of all that a number holds.</summary>
public class EdgeAmountTests
{
    private const string Ok = "Ok";

    private static readonly ulong[] Amounts = [0, 1, ulong.MaxValue - 1, ulong.MaxValue];

    private static readonly NetUid One = new(1);
    private static readonly NetUid Two = new(2);
    private static readonly Actor Alice = Actor.Alice;
    private static readonly Hotkey Bob = Actor.Bob.Hotkey;
    private static readonly MultiAddress ToAlice = MultiAddress.Of(Actor.Alice.Coldkey.Account);
    private static readonly MultiAddress ToBob = MultiAddress.Of(Actor.Bob.Coldkey.Account);
    private static readonly MultiAddress ToNobody = MultiAddress.Of(Account.Of(99));

    /// <summary>A call, and what it answers for each of the amounts.</summary>
    private static readonly
        Dictionary<string, (Func<ulong, ICall> Call, string[] Answers)> Rows = new()
        {
            ["add_stake"] = (
                static x => new AddStake(Bob, One, Tao.FromRao(x)),
                ["AmountTooLow", "AmountTooLow", "NotEnoughBalanceToStake",
                    "NotEnoughBalanceToStake"]),
            ["add_stake_limit"] = (
                static x => new AddStakeLimit(Bob, One, Tao.FromRao(x), 2_000_000_000, false),
                ["AmountTooLow", "AmountTooLow", "SlippageTooHigh", "SlippageTooHigh"]),
            ["add_stake_limit at any price"] = (
                static x => new AddStakeLimit(Bob, One, Tao.FromRao(x), ulong.MaxValue, false),
                ["AmountTooLow", "AmountTooLow", "NotEnoughBalanceToStake",
                    "NotEnoughBalanceToStake"]),
            ["add_stake_limit in part"] = (
                static x => new AddStakeLimit(Bob, One, Tao.FromRao(x), ulong.MaxValue, true),
                ["AmountTooLow", "AmountTooLow", "NotEnoughBalanceToStake",
                    "NotEnoughBalanceToStake"]),
            ["remove_stake"] = (
                static x => new RemoveStake(Bob, One, Alpha.FromRao(x)),
                ["AmountTooLow", "AmountTooLow", "InsufficientLiquidity",
                    "InsufficientLiquidity"]),
            ["remove_stake_limit"] = (
                static x => new RemoveStakeLimit(Bob, One, Alpha.FromRao(x), 0, true),
                ["AmountTooLow", "AmountTooLow", "InsufficientLiquidity",
                    "InsufficientLiquidity"]),
            ["move_stake"] = (
                static x => new MoveStake(Bob, Alice.Hotkey, One, Two, Alpha.FromRao(x)),
                ["AmountTooLow", "AmountTooLow", "NotEnoughStakeToWithdraw",
                    "NotEnoughStakeToWithdraw"]),
            ["transfer_stake"] = (
                static x => new TransferStake(
                    Actor.Bob.Coldkey, Bob, One, Two, Alpha.FromRao(x)),
                ["AmountTooLow", "AmountTooLow", "NotEnoughStakeToWithdraw",
                    "NotEnoughStakeToWithdraw"]),
            ["transfer_stake to oneself"] = (
                static x => new TransferStake(Alice.Coldkey, Bob, One, One, Alpha.FromRao(x)),
                ["AmountTooLow", "AmountTooLow", "NotEnoughStakeToWithdraw",
                    "NotEnoughStakeToWithdraw"]),
            ["swap_stake"] = (
                static x => new SwapStake(Bob, One, Two, Alpha.FromRao(x)),
                ["AmountTooLow", "AmountTooLow", "NotEnoughStakeToWithdraw",
                    "NotEnoughStakeToWithdraw"]),
            ["swap_stake_limit"] = (
                static x => new SwapStakeLimit(Bob, One, Two, Alpha.FromRao(x), 0, false),
                ["AmountTooLow", "AmountTooLow", "NotEnoughStakeToWithdraw",
                    "NotEnoughStakeToWithdraw"]),
            ["transfer_allow_death"] = (
                static x => new TransferAllowDeath(ToBob, Tao.FromRao(x)),
                [Ok, Ok, "Underflow", "Underflow"]),
            ["transfer_allow_death to nobody yet"] = (
                static x => new TransferAllowDeath(ToNobody, Tao.FromRao(x)),
                [Ok, "BelowMinimum", "Underflow", "Underflow"]),
            ["transfer_allow_death to oneself"] = (
                static x => new TransferAllowDeath(ToAlice, Tao.FromRao(x)),
                [Ok, Ok, "Underflow", "Underflow"]),
            ["transfer_keep_alive"] = (
                static x => new TransferKeepAlive(ToBob, Tao.FromRao(x)),
                [Ok, Ok, "Underflow", "Underflow"]),
            ["burn"] = (
                static x => new Burn(Tao.FromRao(x), KeepAlive: true),
                [Ok, Ok, "FundsUnavailable", "FundsUnavailable"]),
        };

    public static TheoryData<string> Names => [.. Rows.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_amount_at_an_edge_has_the_chain_s_answer_and_costs_a_failure_only_its_fee(
        string name)
    {
        (Func<ulong, ICall> call, string[] answers) = Rows[name];
        for (int index = 0; index < Amounts.Length; index++)
        {
            ExtrinsicBench bench = new(World());
            Auditor auditor = new(bench.Chain);
            Dictionary<string, string> before = Entries(bench.Chain);

            ExtrinsicOutcome outcome = bench.Apply(
                Alice.Coldkey.Account, call(Amounts[index]), tip: 3);
            auditor.CountAll();

            Assert.True(
                answers[index] == outcome.Result.ToString(),
                $"{name} of {Amounts[index]}: {outcome.Result}");
            Assert.All(auditor.Report.Statements, static x => Assert.Equal(0, x.Unexplained));
            if (outcome.Kind != OutcomeKind.Failed) continue;
            Assert.Subset(
                (HashSet<string>)
                [
                    $"System.Account {Alice.Coldkey.Account.ToHex()}",
                    "Balances.TotalIssuance ",
                    "SubtensorModule.TotalIssuance ",
                ],
                Differences(before, Entries(bench.Chain)));
        }
    }

    private static HashSet<string> Differences(
        Dictionary<string, string> before, Dictionary<string, string> after) =>
    [
        .. before.Keys.Concat(after.Keys).Where(key =>
            before.GetValueOrDefault(key) != after.GetValueOrDefault(key)),
    ];

    private static Dictionary<string, string> Entries(Chain chain)
    {
        Dictionary<string, string> all = [];
        foreach (IStorageItem item in chain.State.Items)
        {
            foreach ((byte[] key, byte[] value) in item.Entries())
            {
                all.Add(
                    $"{item.Pallet}.{item.Name} {Convert.ToHexStringLower(key)}",
                    Convert.ToHexStringLower(value));
            }
        }

        return all;
    }

    private static Chain World() => new ChainBuilder()
        .AtBlock(1_000)
        .WithSubnet(1, Tao.Whole(1_000), Alpha.Whole(1_000), Alpha.Whole(1_000))
        .WithSubnet(2, Tao.Whole(1_000), Alpha.Whole(1_000), Alpha.Whole(1_000))
        .With(Alice, Tao.Whole(10))
        .With(Actor.Bob, Tao.Whole(10))
        .WithStake(Bob, Alice.Coldkey, 1, Alpha.Whole(10))
        .Build();
}
