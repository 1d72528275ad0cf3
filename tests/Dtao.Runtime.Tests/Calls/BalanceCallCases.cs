using Dtao.Codec.Extrinsics;
using Dtao.Numerics;
using Dtao.Runtime.Balances;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Events;
using Dtao.Testing;

namespace Dtao.Runtime.Tests.Calls;

/// <summary>Free TAO from account to account, and what root may do to it.</summary>
internal static class BalanceCallCases
{
    private const ulong Balance = 10_000;

    private static readonly AccountId Alice = Actor.Alice.Coldkey.Account;
    private static readonly AccountId Dave = Actor.Dave.Coldkey.Account;
    private static readonly Tao Whole = Tao.FromRao(Balance);
    private static readonly Tao AllButLast = Tao.FromRao(Balance - 500);

    private static readonly (string, DispatchError) NoAddress =
        ("no address", DispatchError.CannotLookup);

    private static readonly (string, DispatchError)[] OfPayers =
    [
        ("more than all", BalancesErrors.Underflow),
        ("too poor", TokenError.FundsUnavailable.OnWire()),
        ("held", TokenError.Frozen.OnWire()),
    ];

    private static readonly (string, DispatchError)[] OfPayees =
    [
        ("overflow", BalancesErrors.Overflow),
        ("too little", TokenError.BelowMinimum.OnWire()),
    ];

    private static readonly IChainEvent[] Emptied =
        [new KilledAccount(Alice), .. Arrived(Whole)];

    public static IReadOnlyList<CallCase> All { get; } = [.. OfTransfers, .. OfRoot];

    private static IEnumerable<CallCase> OfTransfers =>
    [
        new(
            "transfer_allow_death",
            [NoAddress, .. OfPayers, .. OfPayees],
            Emptied,
            static faults => Paying(faults, Balance, static (to, amount) =>
                new TransferAllowDeath(to, amount))),
        new(
            "transfer_keep_alive",
            [
                NoAddress,
                .. OfPayers,
                ("the last", TokenError.NotExpendable.OnWire()),
                .. OfPayees,
            ],
            Arrived(AllButLast),
            static faults => Paying(faults, Balance - 500, static (to, amount) =>
                new TransferKeepAlive(to, amount))),
        new(
            "transfer_all",
            [NoAddress, ("overflow", BalancesErrors.Overflow)],
            Emptied,
            static faults => Paying(faults, Balance, static (to, _) =>
                new TransferAll(to, KeepAlive: false))),
        new(
            "transfer_all but the last",
            [NoAddress, ("overflow", BalancesErrors.Overflow)],
            Arrived(AllButLast),
            static faults => Paying(faults, Balance, static (to, _) =>
                new TransferAll(to, KeepAlive: true))),
        new(
            "transfer_allow_death that leaves dust",
            [],
            [
                new KilledAccount(Alice),
                new DustLost(Alice, Tao.FromRao(499)),
                .. Arrived(Tao.FromRao(Balance - 499)),
            ],
            static faults => Paying(faults, Balance - 499, static (to, amount) =>
                new TransferAllowDeath(to, amount))),
        new(
            "transfer_allow_death to oneself",
            [],
            [],
            static faults => new(
                World(faults), new TransferAllowDeath(MultiAddress.Of(Alice), Whole), Alice)),
        new(
            "burn",
            [("too poor", TokenError.FundsUnavailable.OnWire())],
            [new KilledAccount(Alice), new Burned(Alice, Whole)],
            static faults => new(
                World(faults),
                new Burn(
                    Tao.FromRao(faults.Contains("too poor") ? Balance + 1 : Balance),
                    KeepAlive: false),
                Alice)),
        new(
            "burn but the last",
            [("the last", TokenError.FundsUnavailable.OnWire())],
            [new Burned(Alice, AllButLast)],
            static faults => new(
                World(faults),
                new Burn(
                    Tao.FromRao(Balance - (faults.Contains("the last") ? 499UL : 500)),
                    KeepAlive: true),
                Alice)),
        new(
            "upgrade_accounts",
            [],
            [new Upgraded(Dave)],
            static faults => Upgrading(faults)),
    ];

    private static IEnumerable<CallCase> OfRoot =>
    [
        new(
            "force_transfer",
            [NoAddress, .. OfPayers, .. OfPayees],
            Emptied,
            static faults => Paying(faults, Balance, static (to, amount) =>
                new ForceTransfer(MultiAddress.Of(Alice), to, amount))
                with { Origin = Origin.Root }),
        new(
            "force_unreserve",
            [NoAddress],
            [new Unreserved(Alice, Tao.FromRao(4_000))],
            static faults => new(
                World(faults, isHeld: true),
                new ForceUnreserve(AddressOf(faults, Alice), Tao.FromRao(9_999)), Origin.Root)),
        new(
            "force_set_balance",
            [NoAddress],
            [
                new NewAccount(Dave),
                new Endowed(Dave, Tao.FromRao(500)),
                new BalanceSet(Dave, Tao.FromRao(500)),
            ],
            static faults => new(
                World(faults), new ForceSetBalance(AddressOf(faults, Dave), Tao.FromRao(500)),
                Origin.Root)),
        new(
            "force_set_balance to nothing",
            [NoAddress, ("held", BalancesErrors.ConsumerRemaining)],
            [new KilledAccount(Alice), new BalanceSet(Alice, Tao.Zero)],
            static faults => new(
                World(faults), new ForceSetBalance(AddressOf(faults, Alice), Tao.FromRao(499)),
                Origin.Root)),
        new(
            "force_adjust_total_issuance",
            [("zero", BalancesError.DeltaZero.OnWire())],
            [new TotalIssuanceForced(Tao.FromRao(3 * Balance), Tao.FromRao((3 * Balance) - 1))],
            static faults => new(
                World(faults),
                new ForceAdjustTotalIssuance(
                    Increases: false, Tao.FromRao(faults.Contains("zero") ? 0UL : 1)),
                Origin.Root)),
    ];

    private static IChainEvent[] Arrived(Tao amount) =>
    [
        new NewAccount(Dave), new Endowed(Dave, amount), new Transfer(Alice, Dave, amount),
    ];

    private static CallCase.Situation Paying(
        IReadOnlySet<string> faults, ulong most, Func<MultiAddress, Tao, ICall> call)
    {
        ulong amount =
            faults.Contains("more than all") ? ulong.MaxValue
            : faults.Contains("too poor") ? Balance + 1
            : faults.Contains("held") || faults.Contains("the last") ? (Balance - 500) + 1
            : faults.Contains("too little") && !faults.Contains("overflow") ? 499
            : most;
        Chain chain = World(faults);
        if (faults.Contains("overflow"))
        {
            StoredAccount.Put(chain, Dave, new()
            {
                Providers = 1,
                Free = Tao.FromRao(ulong.MaxValue - 499),
                Flags = AccountBalance.NewLogic,
            });
        }

        return new(chain, call(AddressOf(faults, Dave), Tao.FromRao(amount)), Alice);
    }

    private static CallCase.Situation Upgrading(IReadOnlySet<string> faults)
    {
        Chain chain = World(faults);
        chain.Deposit(Actor.Dave.Coldkey, Whole);
        StoredAccount.Put(chain, Dave, chain.Balances.Of(Dave) with { Flags = 0 });
        return new(chain, new UpgradeAccounts([Alice, Dave, Account.Of(99)]), Alice);
    }

    private static MultiAddress AddressOf(IReadOnlySet<string> faults, AccountId account) =>
        faults.Contains("no address")
            ? MultiAddress.Of(MultiAddressKind.Raw, [1])
            : MultiAddress.Of(account);

    private static Chain World(IReadOnlySet<string> faults, bool isHeld = false)
    {
        Chain chain = new ChainBuilder()
            .WithBalance(Actor.Alice.Coldkey, Whole)
            .WithBalance(Actor.Bob.Coldkey, Tao.FromRao(2 * Balance))
            .Build();
        if (!isHeld && !faults.Contains("held")) return chain;
        chain.Deposit(Actor.Alice.Coldkey, Tao.FromRao(4_000));
        chain.Balances.Reserve(Alice, Tao.FromRao(4_000));
        return chain;
    }
}
