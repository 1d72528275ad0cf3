using Dtao.Codec.Extrinsics;
using Dtao.Crypto;
using Dtao.Numerics;
using Dtao.Runtime.Balances;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Sudo;
using Dtao.Runtime.SystemCalls;
using Dtao.Runtime.Wrappers;
using Dtao.Testing;

namespace Dtao.Runtime.Tests.Calls;

/// <summary>Calls that carry others, the key of root, and remarks.</summary>
internal static class WrapperCallCases
{
    private static readonly AccountId Alice = Actor.Alice.Coldkey.Account;
    private static readonly AccountId Bob = Actor.Bob.Coldkey.Account;
    private static readonly RemarkWithEvent Good = new([1, 2, 3]);
    private static readonly Burn Bad = new(Tao.Whole(99), KeepAlive: false);
    private static readonly ForceAdjustTotalIssuance RootOnly = new(true, Tao.FromRao(1));
    private static readonly DispatchError OfBad = TokenError.FundsUnavailable.OnWire();

    private static readonly TotalIssuanceForced Forced = new(
        Tao.Whole(20), Tao.FromRao(20_000_000_001));

    private static readonly (string, DispatchError) TooMany =
        ("too many", UtilityError.TooManyCalls);

    private static readonly (string, DispatchError) NotTheKey =
        ("another signer", SudoError.RequireSudo);

    private static readonly (string, DispatchError) NoAddress =
        ("no address", DispatchError.CannotLookup);

    public static IReadOnlyList<CallCase> All { get; } =
        [.. OfSystem, .. OfBatches, .. OfOrigins, .. OfSudo];

    private static IEnumerable<CallCase> OfSystem =>
    [
        new("remark", [], [], static _ => new(World(), new Remark([1]), Alice)),
        new("remark_with_event", [], [Said(Alice)], static _ => new(World(), Good, Alice)),
    ];

    private static IEnumerable<CallCase> OfBatches =>
    [
        new(
            "batch",
            [TooMany],
            [Said(Alice), new ItemCompleted(), Said(Alice), new ItemCompleted(), Completed],
            static faults => Batching(faults, [Good, Good], static calls => new Batch(calls))),
        new(
            "batch that is interrupted",
            [TooMany],
            [Said(Alice), new ItemCompleted(), new BatchInterrupted(1, OfBad)],
            static faults => Batching(
                faults, [Good, Bad, Good], static calls => new Batch(calls))),
        new(
            "batch_all",
            [
                TooMany,
                ("bad item", OfBad),
                ("batch_all within", SystemError.CallFiltered),
            ],
            [Said(Alice), new ItemCompleted(), Completed],
            static faults => Batching(
                faults,
                [
                    Good,
                    .. faults.Contains("bad item") ? (ICall[])[Bad] : [],
                    .. faults.Contains("batch_all within") ? (ICall[])[new BatchAll([])] : [],
                ],
                static calls => new BatchAll(calls))),
        new(
            "force_batch",
            [TooMany],
            [Said(Alice), new ItemCompleted(), Completed],
            static faults => Batching(faults, [Good], static calls => new ForceBatch(calls))),
        new(
            "force_batch with an item that fails",
            [TooMany],
            [
                new ItemFailed(OfBad),
                Said(Alice),
                new ItemCompleted(),
                new BatchCompletedWithErrors(),
            ],
            static faults => Batching(
                faults, [Bad, Good], static calls => new ForceBatch(calls))),
    ];

    private static IEnumerable<CallCase> OfOrigins =>
    [
        new(
            "as_derivative",
            [("bad call", OfBad)],
            [Said(AsDerivative.AccountOf(Alice, 3))],
            static faults => new(
                World(), new AsDerivative(3, faults.Contains("bad call") ? Bad : Good), Alice)),
        new(
            "dispatch_as",
            [],
            [Said(Bob), new DispatchedAs(DispatchResult.Ok)],
            static _ => new(
                World(), new DispatchAsOrigin(NamedOrigin.Signed(Bob), Good), Origin.Root)),
        new(
            "dispatch_as whose call fails",
            [],
            [new DispatchedAs(OfBad)],
            static _ => new(
                World(), new DispatchAsOrigin(NamedOrigin.Signed(Bob), Bad), Origin.Root)),
        new(
            "with_weight",
            [("bad call", DispatchError.BadOrigin)],
            [Forced],
            static faults => new(
                World(),
                new WithWeight(faults.Contains("bad call") ? Good : RootOnly, new(5)),
                Origin.Root)),
    ];

    private static IEnumerable<CallCase> OfSudo =>
    [
        new(
            "sudo",
            [NotTheKey],
            [Forced, new Sudid(DispatchResult.Ok)],
            static faults => Ruling(faults, new RunAsRoot(RootOnly))),
        new(
            "sudo whose call fails",
            [NotTheKey],
            [new Sudid(DispatchError.BadOrigin)],
            static faults => Ruling(faults, new RunAsRoot(Good))),
        new(
            "sudo_unchecked_weight",
            [NotTheKey],
            [Forced, new Sudid(DispatchResult.Ok)],
            static faults => Ruling(faults, new RunAsRootWeighing(RootOnly, new(5)))),
        new(
            "set_key",
            [NotTheKey, NoAddress],
            [new KeyChanged(Alice, Bob)],
            static faults => Ruling(faults, new SetSudoKey(AddressOf(faults)))),
        new(
            "sudo_as",
            [NotTheKey, NoAddress],
            [Said(Bob), new SudoAsDone(DispatchResult.Ok)],
            static faults => Ruling(faults, new RunAs(AddressOf(faults), Good))),
        new(
            "remove_key",
            [NotTheKey],
            [new KeyRemoved()],
            static faults => Ruling(faults, new RemoveSudoKey())),
    ];

    private static BatchCompleted Completed => new();

    private static Remarked Said(AccountId who) =>
        new Remarked(who, Hash256.FromBytes(Blake2b.Hash256([1, 2, 3])));

    private static CallCase.Situation Batching(
        IReadOnlySet<string> faults, ICall[] calls, Func<ICall[], ICall> batch)
    {
        ICall[] all = faults.Contains("too many")
            ? [.. calls, .. Enumerable.Repeat<ICall>(new Remark([]), 10_923 - calls.Length)]
            : calls;
        return new(World(), batch(all), Alice);
    }

    private static CallCase.Situation Ruling(IReadOnlySet<string> faults, ICall call)
    {
        Chain chain = World();
        chain.Sudo.SetKey(Alice);
        return new(chain, call, faults.Contains("another signer") ? Bob : Alice);
    }

    private static MultiAddress AddressOf(IReadOnlySet<string> faults) =>
        faults.Contains("no address")
            ? MultiAddress.Of(MultiAddressKind.Raw, [1])
            : MultiAddress.Of(Bob);

    private static Chain World() => new ChainBuilder()
        .AtBlock(100)
        .With(Actor.Alice, Tao.Whole(10))
        .With(Actor.Bob, Tao.Whole(10))
        .Build();
}
