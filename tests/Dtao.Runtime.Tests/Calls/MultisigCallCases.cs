using Dtao.Codec.Extrinsics;
using Dtao.Crypto;
using Dtao.Numerics;
using Dtao.Runtime.Balances;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Multisigs;
using Dtao.Runtime.SystemCalls;
using Dtao.Testing;
using static Dtao.Runtime.Tests.Dispatch.MultisigBench;

namespace Dtao.Runtime.Tests.Calls;

/// <summary>Accounts that several share: begun by Alice, carried on by Bob.</summary>
internal static class MultisigCallCases
{
    private static readonly Tao Deposit = Tao.FromRao(196_000_000);
    private static readonly Hash256 Hash = HashOf(Harmless);
    private static readonly Hash256 HashOfFailing = HashOf(FailingCall);

    private static readonly (string, DispatchError) LowThreshold =
        ("low threshold", MultisigError.MinimumThreshold);

    private static readonly (string, DispatchError)[] OfOthers =
    [
        ("too few", MultisigError.TooFewSignatories),
        ("too many", MultisigError.TooManySignatories),
        ("out of order", MultisigError.SignatoriesOutOfOrder),
        ("signer among them", MultisigError.SenderInSignatories),
    ];

    private static readonly (string, DispatchError)[] OfTimes =
    [
        ("no time", MultisigError.NoTimepoint),
        ("another time", MultisigError.WrongTimepoint),
    ];

    public static IReadOnlyList<CallCase> All { get; } =
    [
        new(
            "as_multi_threshold_1",
            [.. OfOthers, ("bad call", SubtensorError.SubnetNotExists)],
            [Said(MultisigLedger.AccountOf([Alice, Bob, Carol], threshold: 1))],
            static faults => new(
                World(),
                new CallAsAnyOf(
                    Others(faults, Alice), faults.Contains("bad call") ? FailingCall : Harmless),
                Alice)),
        new(
            "as_multi that begins",
            [
                LowThreshold,
                .. OfOthers,
                ("time", MultisigError.UnexpectedTimepoint),
                ("too poor", BalancesError.InsufficientBalance.OnWire()),
            ],
            [new Reserved(Alice, Deposit), new NewMultisig(Alice, Shared, Hash)],
            Beginning),
        new(
            "as_multi that executes",
            [
                LowThreshold,
                .. OfOthers,
                .. OfTimes,
                ("light", MultisigError.MaxWeightTooLow),
            ],
            [
                new Unreserved(Alice, Deposit),
                Said(Shared),
                new MultisigExecuted(Bob, Now, Shared, Hash, DispatchResult.Ok),
            ],
            static faults => Carrying(faults, Harmless)),
        new(
            "as_multi whose call fails",
            [],
            [
                new Unreserved(Alice, Deposit),
                new MultisigExecuted(
                    Bob, Now, Shared, HashOfFailing, SubtensorError.SubnetNotExists),
            ],
            static faults => Carrying(faults, FailingCall)),
        new(
            "approve_as_multi",
            [
                LowThreshold,
                .. OfOthers,
                .. OfTimes,
                ("approved", MultisigError.AlreadyApproved),
            ],
            [new MultisigApproval(Bob, Now, Shared, Hash)],
            static faults => new(
                Begun(Hash, faults.Contains("approved") ? Bob : Alice),
                new ApproveMultisig(
                    Threshold(faults), Others(faults, Bob), Time(faults), Hash, default),
                Bob)),
        new(
            "cancel_as_multi",
            [
                LowThreshold,
                .. OfOthers,
                ("not begun", MultisigError.NotFound),
                ("another time", MultisigError.WrongTimepoint),
                ("another one's", MultisigError.NotOwner),
            ],
            [new Unreserved(Bob, Deposit), new MultisigCancelled(Bob, Now, Shared, Hash)],
            Cancelling),
    ];

    private static CallCase.Situation Beginning(IReadOnlySet<string> faults)
    {
        Chain chain = World();
        if (faults.Contains("too poor"))
        {
            chain.DispatchAs(
                Origin.Root,
                new ForceSetBalance(
                    MultiAddress.Of(Alice), Tao.FromRao(Deposit.Rao - 1)));
        }

        CallAsMultisig call = new(
            Threshold(faults), Others(faults, Alice), faults.Contains("time") ? Now : null,
            Harmless, Plenty);
        return new(chain, call, Alice);
    }

    private static CallCase.Situation Carrying(IReadOnlySet<string> faults, ICall inner)
    {
        Weight least = CallTable.TermsOf(inner).Weight;
        Weight less = least with { RefTime = least.RefTime - 1 };
        CallAsMultisig call = new(
            Threshold(faults), Others(faults, Bob), Time(faults), inner,
            faults.Contains("light") ? less : least);
        return new(Begun(HashOf(inner), Alice), call, Bob);
    }

    private static CallCase.Situation Cancelling(IReadOnlySet<string> faults)
    {
        Chain chain = faults.Contains("not begun")
            ? World()
            : Begun(Hash, faults.Contains("another one's") ? Alice : Bob);
        CancelMultisig call = new(
            Threshold(faults), Others(faults, Bob), Time(faults) ?? Now, Hash);
        return new(chain, call, Bob);
    }

    private static ushort Threshold(IReadOnlySet<string> faults) =>
        faults.Contains("low threshold") ? (ushort)1 : (ushort)2;

    private static Timepoint? Time(IReadOnlySet<string> faults) =>
        faults.Contains("no time") ? null
        : faults.Contains("another time") ? new(100, 1)
        : Now;

    private static AccountId[] Others(IReadOnlySet<string> faults, AccountId signer)
    {
        if (faults.Contains("too few")) return [];
        AccountId[] others = signer == Alice ? AlicesOthers : BobsOthers;
        if (faults.Contains("signer among them")) others[0] = signer;
        if (faults.Contains("out of order")) Array.Reverse(others);
        return faults.Contains("too many")
            ? [.. others, .. Enumerable.Range(1_000, 98).Select(static x => Account.Of((ulong)x))]
            : others;
    }

    private static Remarked Said(AccountId who) =>
        new(who, Hash256.FromBytes(Blake2b.Hash256([1, 2, 3])));

    private static Chain Begun(Hash256 hash, AccountId by)
    {
        Chain chain = World();
        chain.Multisigs.Begin(chain.Balances, Shared, hash, new(Now, Deposit, by, [by]));
        return chain;
    }

    private static Chain World()
    {
        Chain chain = Funded().Chain;
        chain.Events.IsKept = false;
        return chain;
    }
}
