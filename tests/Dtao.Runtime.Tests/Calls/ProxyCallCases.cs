using Dtao.Codec.Extrinsics;
using Dtao.Crypto;
using Dtao.Numerics;
using Dtao.Runtime.Balances;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Proxies;
using Dtao.Runtime.SystemCalls;
using Dtao.Testing;

namespace Dtao.Runtime.Tests.Calls;

/// <summary>Who may act for whom, with deposits paid to the last rao.</summary>
internal static class ProxyCallCases
{
    private const ulong Deposit = 93_000_000;
    private const ulong AnnouncementDeposit = 104_000_000;
    private const uint Delay = 10;

    private static readonly AccountId Alice = Actor.Alice.Coldkey.Account;
    private static readonly AccountId Bob = Actor.Bob.Coldkey.Account;
    private static readonly RemarkWithEvent Good = new([1, 2, 3]);
    private static readonly Burn Bad = new(Tao.Whole(99), KeepAlive: false);
    private static readonly ProxyDefinition OfBob = new(Bob, ProxyType.Any, 0);

    private static readonly AccountId Pure =
        ProxyLedger.PureAccount(Alice, ProxyType.Any, 1, 100, 0);

    private static readonly Hash256 HashOfGood =
        Hash256.FromBytes(Blake2b.Hash256(CallTable.Encode(Good)));

    private static readonly Remarked Said =
        new(Alice, Hash256.FromBytes(Blake2b.Hash256([1, 2, 3])));

    private static readonly (string, DispatchError) NoAddress =
        ("no address", DispatchError.CannotLookup);

    private static readonly (string, DispatchError) NoProxy = ("no proxy", ProxyError.NotProxy);

    private static readonly (string, DispatchError) OtherType =
        ("other type", ProxyError.NotProxy);

    private static readonly (string, DispatchError) Unknown = ("unknown", ProxyError.NotFound);

    private static readonly (string, DispatchError)[] OfDeposits =
    [
        ("too poor", BalancesError.InsufficientBalance.OnWire()),
        ("frozen", BalancesError.LiquidityRestrictions.OnWire()),
        ("too much needed", BalancesErrors.TooManyConsumers),
        ("nothing left", BalancesErrors.ConsumerRemaining),
    ];

    public static IReadOnlyList<CallCase> All { get; } =
        [.. OfProxies, .. OfPureAccounts, .. OfCalls, .. OfAnnouncements];

    private static IEnumerable<CallCase> OfProxies =>
    [
        new(
            "add_proxy",
            [
                NoAddress,
                ("self", ProxyError.NoSelfProxy),
                ("twice", ProxyError.Duplicate),
                ("too many", ProxyError.TooMany),
            ],
            [new Reserved(Alice, Tao.FromRao(33_000_000)), new ProxyAdded(Alice, OfBob)],
            Adding),
        new(
            "add_proxy for the first time",
            OfDeposits,
            [new Reserved(Alice, Tao.FromRao(Deposit)), new ProxyAdded(Alice, OfBob)],
            static faults => new(
                Paying(faults, Alice, Deposit), new AddProxy(AddressOf(faults, Bob), OfBob.Type, 0),
                Alice)),
        new(
            "remove_proxy",
            [NoAddress, Unknown],
            [new Unreserved(Alice, Tao.FromRao(Deposit)), new ProxyRemoved(Alice, OfBob)],
            static faults => new(
                World(Allows(faults, "unknown", 0)),
                new RemoveProxy(AddressOf(faults, Bob), ProxyType.Any, 0), Alice)),
        new(
            "remove_proxies",
            [],
            [new Unreserved(Alice, Tao.FromRao(Deposit))],
            static _ => new(World([OfBob]), new RemoveProxies(), Alice)),
    ];

    private static IEnumerable<CallCase> OfPureAccounts =>
    [
        new(
            "create_pure",
            [("again", ProxyError.Duplicate), .. OfDeposits],
            [
                new Reserved(Alice, Tao.FromRao(Deposit)),
                new PureCreated(Pure, Alice, ProxyType.Any, 1),
            ],
            Creating),
        new(
            "kill_pure",
            [NoAddress, ("another", ProxyError.NoPermission)],
            [new Unreserved(Alice, Tao.FromRao(Deposit))],
            Killing),
    ];

    private static IEnumerable<CallCase> OfCalls =>
    [
        new(
            "proxy",
            [NoAddress, NoProxy, OtherType, ("delayed", ProxyError.Unannounced)],
            [Said, new ProxyExecuted(DispatchResult.Ok)],
            static faults => Acting(faults, Good)),
        new(
            "proxy whose call fails",
            [NoProxy],
            [new ProxyExecuted(TokenError.FundsUnavailable.OnWire())],
            static faults => Acting(faults, Bad)),
        new(
            "proxy_announced",
            [
                NoAddress,
                ("no real address", DispatchError.CannotLookup),
                NoProxy,
                OtherType,
                ("not announced", ProxyError.Unannounced),
                ("too early", ProxyError.Unannounced),
            ],
            [
                new Unreserved(Bob, Tao.FromRao(AnnouncementDeposit)),
                Said,
                new ProxyExecuted(DispatchResult.Ok),
            ],
            ActingAnnounced),
    ];

    private static IEnumerable<CallCase> OfAnnouncements =>
    [
        new(
            "announce",
            [NoAddress, NoProxy, ("too many", ProxyError.TooMany)],
            [
                new Reserved(Bob, Tao.FromRao(68_000_000)),
                new Announced(Alice, Bob, HashOfGood),
            ],
            Announcing),
        new(
            "announce for the first time",
            OfDeposits,
            [
                new Reserved(Bob, Tao.FromRao(AnnouncementDeposit)),
                new Announced(Alice, Bob, HashOfGood),
            ],
            static faults =>
            {
                Chain chain = Paying(faults, Bob, AnnouncementDeposit);
                chain.Deposit(Actor.Alice.Coldkey, Tao.Whole(10));
                chain.Proxies.Add(chain.Balances, Alice, OfBob);
                return new(chain, new Announce(AddressOf(faults, Alice), HashOfGood), Bob);
            }),
        new(
            "remove_announcement",
            [NoAddress, Unknown],
            [new Unreserved(Bob, Tao.FromRao(AnnouncementDeposit))],
            static faults => new(
                Announced(faults), new RemoveAnnouncement(AddressOf(faults, Alice), HashOfGood),
                Bob)),
        new(
            "reject_announcement",
            [NoAddress, Unknown],
            [new Unreserved(Bob, Tao.FromRao(AnnouncementDeposit))],
            static faults => new(
                Announced(faults), new RejectAnnouncement(AddressOf(faults, Bob), HashOfGood),
                Alice)),
    ];

    private static CallCase.Situation Adding(IReadOnlySet<string> faults)
    {
        int others = faults.Contains("too many") ? 20 : 19;
        AccountId delegated = faults.Contains("self") ? Alice : Bob;
        ProxyDefinition[] before =
        [
            .. faults.Contains("twice") ? (ProxyDefinition[])[OfBob] : [],
            .. Enumerable.Range(1, others).Select(static number =>
                new ProxyDefinition(Bob, ProxyType.Staking, (uint)number)),
        ];
        return new(
            World(before[..others]), new AddProxy(AddressOf(faults, delegated), ProxyType.Any, 0),
            Alice);
    }

    private static CallCase.Situation Creating(IReadOnlySet<string> faults)
    {
        Chain chain = Paying(faults, Alice, Deposit);
        if (faults.Contains("again"))
        {
            chain.Deposit(Actor.Bob.Coldkey, Tao.Whole(1));
            chain.Proxies.Create(chain.Balances, Pure, OfBob);
        }

        return new(chain, new CreatePure(ProxyType.Any, 0, 1), Alice);
    }

    private static CallCase.Situation Killing(IReadOnlySet<string> faults)
    {
        Chain chain = World([]);
        chain.Proxies.Create(chain.Balances, Pure, new(Alice, ProxyType.Any, 0));
        return new(
            chain, new KillPure(AddressOf(faults, Alice), ProxyType.Any, 1, 100, 0),
            faults.Contains("another") ? Bob : Pure);
    }

    private static CallCase.Situation Acting(IReadOnlySet<string> faults, ICall call)
    {
        uint delay = faults.Contains("delayed") ? 1U : 0;
        ProxyType? type = faults.Contains("other type") ? ProxyType.Owner : null;
        return new(
            World(Allows(faults, "no proxy", delay)),
            new CallAsProxy(AddressOf(faults, Alice), type, call), Bob);
    }

    private static CallCase.Situation ActingAnnounced(IReadOnlySet<string> faults)
    {
        Chain chain = World(Allows(faults, "no proxy", Delay));
        uint height = faults.Contains("too early") ? 91U : 90;
        if (!faults.Contains("not announced"))
        {
            chain.Proxies.Announce(chain.Balances, Bob, new(Alice, HashOfGood, height));
        }

        ProxyType? type = faults.Contains("other type") ? ProxyType.Owner : ProxyType.Any;
        MultiAddress real = faults.Contains("no real address") ? NoAccount : MultiAddress.Of(Alice);
        return new(
            chain, new CallAnnounced(AddressOf(faults, Bob), real, type, Good),
            Actor.Charlie.Coldkey.Account);
    }

    private static CallCase.Situation Announcing(IReadOnlySet<string> faults)
    {
        Chain chain = World(Allows(faults, "no proxy", Delay));
        int others = faults.Contains("too many") ? 75 : 74;
        for (int index = 0; index < others; index++)
        {
            chain.Proxies.Announce(chain.Balances, Bob, new(Alice, default, 90));
        }

        return new(chain, new Announce(AddressOf(faults, Alice), HashOfGood), Bob);
    }

    private static Chain Announced(IReadOnlySet<string> faults)
    {
        Chain chain = World([OfBob]);
        Hash256 hash = faults.Contains("unknown") ? default : HashOfGood;
        chain.Proxies.Announce(chain.Balances, Bob, new(Alice, hash, 90));
        return chain;
    }

    private static ProxyDefinition[] Allows(
        IReadOnlySet<string> faults, string without, uint delay) =>
        faults.Contains(without) ? [] : [OfBob with { Delay = delay }];

    private static MultiAddress AddressOf(IReadOnlySet<string> faults, AccountId account) =>
        faults.Contains("no address") ? NoAccount : MultiAddress.Of(account);

    private static MultiAddress NoAccount => MultiAddress.Of(MultiAddressKind.Raw, [1]);

    /// <summary>Who pays has the deposit and 500 rao, unless something is wrong.</summary>
    private static Chain Paying(IReadOnlySet<string> faults, AccountId payer, ulong deposit)
    {
        ulong balance =
            faults.Contains("too poor") ? deposit - 1
            : faults.Contains("nothing left") ? deposit + 499
            : deposit + 500;
        Chain chain = new ChainBuilder()
            .AtBlock(100)
            .WithBalance(new(payer), Tao.FromRao(balance))
            .Build();
        AccountBalance account = chain.Balances.Of(payer);
        if (faults.Contains("frozen")) account = account with { Frozen = Tao.FromRao(501) };
        if (faults.Contains("too much needed")) account = account with { Consumers = 16 };
        StoredAccount.Put(chain, payer, account);
        return chain;
    }

    private static Chain World(ProxyDefinition[] proxies)
    {
        Chain chain = new ChainBuilder()
            .AtBlock(100)
            .With(Actor.Alice, Tao.Whole(10))
            .With(Actor.Bob, Tao.Whole(10))
            .Build();
        foreach (ProxyDefinition proxy in proxies)
        {
            chain.Proxies.Add(chain.Balances, Alice, proxy);
        }

        return chain;
    }
}
