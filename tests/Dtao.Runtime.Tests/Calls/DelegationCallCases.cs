using Dtao.Numerics;
using Dtao.Runtime.Delegation;
using Dtao.Runtime.Dispatch;
using Dtao.Testing;

namespace Dtao.Runtime.Tests.Calls;

/// <summary>Takes and children.</summary>
internal static class DelegationCallCases
{
    private static readonly (string, SubtensorError) NoHotkey =
        ("no hotkey", SubtensorError.HotKeyAccountNotExists);

    private static readonly (string, SubtensorError) Foreign =
        ("foreign hotkey", SubtensorError.NonAssociatedColdKey);

    public static IReadOnlyList<CallCase> All { get; } =
    [
        new(
            "increase_take",
            [
                NoHotkey,
                Foreign,
                ("not above", SubtensorError.DelegateTakeTooLow),
                ("too high", SubtensorError.DelegateTakeTooHigh),
                ("too soon", SubtensorError.DelegateTxRateLimitExceeded),
            ],
            [new TakeIncreased(Actor.Alice.Coldkey, Actor.Alice.Hotkey, 11_796)],
            Raising),
        new(
            "decrease_take",
            [
                NoHotkey,
                Foreign,
                ("not below", SubtensorError.DelegateTakeTooLow),
                ("too low", SubtensorError.DelegateTakeTooLow),
            ],
            [new TakeDecreased(Actor.Alice.Coldkey, Actor.Alice.Hotkey, 200)],
            Lowering),
        new(
            "set_childkey_take",
            [
                Foreign,
                ("too high", SubtensorError.InvalidChildkeyTake),
                ("too soon", SubtensorError.TxChildkeyTakeRateLimitExceeded),
            ],
            [new ChildKeyTakeSet(Actor.Alice.Hotkey, 11_796)],
            SettingChildkeyTake),
        new(
            "set_children",
            [
                ("too soon", SubtensorError.TxRateLimitExceeded),
                ("root", SubtensorError.RegistrationNotPermittedOnRootSubnet),
                ("no subnet", SubtensorError.SubNetworkDoesNotExist),
                Foreign,
                ("too many", SubtensorError.TooManyChildren),
                ("own child", SubtensorError.InvalidChild),
                ("overflow", SubtensorError.ProportionOverflow),
                ("twice", SubtensorError.DuplicateChild),
                ("little stake", SubtensorError.NotEnoughStakeToSetChildkeys),
            ],
            [
                new SetChildrenScheduled(
                    Actor.Alice.Hotkey, new(1), new(1_007_200),
                    [
                        new(ulong.MaxValue - 4, Account.Hotkey(20)),
                        .. Enumerable.Range(31, 4).Select(static number =>
                            new Relation(1, Account.Hotkey((ulong)number))),
                    ]),
            ],
            SettingChildren),
    ];

    private static CallCase.Situation Raising(IReadOnlySet<string> faults)
    {
        // Both faults together need a take above the maximum that is not above the present one.
        ushort take = faults.Contains("too high") ? (ushort)11_797 : (ushort)11_796;
        ushort present = faults.Contains("not above") ? take : (ushort)(take - 1);
        Chain chain = World(faults)
            .With("Delegates", present, Actor.Alice.Hotkey)
            .With(
                "LastTxBlockDelegateTake", faults.Contains("too soon") ? 784_000 : 783_999,
                Actor.Alice.Hotkey)
            .Build();
        return new(chain, new IncreaseTake(Actor.Alice.Hotkey, take), Signer);
    }

    private static CallCase.Situation Lowering(IReadOnlySet<string> faults)
    {
        ushort take = faults.Contains("too low") ? (ushort)199 : (ushort)200;
        ushort present = faults.Contains("not below") ? take : (ushort)(take + 1);
        Chain chain = World(faults)
            .With("Delegates", present, Actor.Alice.Hotkey)
            .With("MinDelegateTake", 200)
            .Build();
        return new(chain, new DecreaseTake(Actor.Alice.Hotkey, take), Signer);
    }

    private static CallCase.Situation SettingChildkeyTake(IReadOnlySet<string> faults)
    {
        ushort take = faults.Contains("too high") ? (ushort)11_797 : (ushort)11_796;
        Chain chain = World(faults)
            .With(
                "TransactionKeyLastBlock", faults.Contains("too soon") ? 784_001 : 784_000,
                Actor.Alice.Hotkey, 1, 1)
            .Build();
        return new(chain, new SetChildkeyTake(Actor.Alice.Hotkey, new(1), take), Signer);
    }

    private static CallCase.Situation SettingChildren(IReadOnlySet<string> faults)
    {
        NetUid subnet = new(faults.Contains("root")
            ? (ushort)0
            : faults.Contains("no subnet") ? (ushort)77 : (ushort)1);
        List<Relation> children = [new(ulong.MaxValue - 4, Account.Hotkey(20))];
        if (faults.Contains("own child")) children.Add(new(1, Actor.Alice.Hotkey));
        if (faults.Contains("twice")) children.Add(new(1, Account.Hotkey(20)));
        if (faults.Contains("overflow")) children.Add(new(5, Account.Hotkey(21)));
        int count = faults.Contains("too many") ? 6 : 5;
        while (children.Count < count)
        {
            children.Add(new(
                faults.Contains("overflow") ? 0UL : 1, Account.Hotkey(30 + (ulong)children.Count)));
        }

        ulong stake = faults.Contains("little stake") ? 999UL : 1_000;
        Chain chain = World(faults)
            .With("StakeThreshold", 1_000)
            .With(
                "TransactionKeyLastBlock", faults.Contains("too soon") ? 999_851 : 999_850,
                Actor.Alice.Hotkey, subnet, 0)
            .WithStake(Actor.Alice.Hotkey, Actor.Bob.Coldkey, 1, Alpha.FromRao(stake))
            .Build();
        return new(
            chain, new SetChildren(Actor.Alice.Hotkey, subnet, [.. children]), Signer);
    }

    private static AccountId Signer => Actor.Alice.Coldkey.Account;

    private static ChainBuilder World(IReadOnlySet<string> faults)
    {
        ChainBuilder builder = new ChainBuilder()
            .AtBlock(1_000_000)
            .WithSubnet(1, Tao.Whole(10), Alpha.Whole(10), Alpha.Whole(10));
        if (faults.Contains("no hotkey")) return builder;
        return builder.WithOwner(
            Actor.Alice.Hotkey,
            faults.Contains("foreign hotkey") ? Actor.Bob.Coldkey : Actor.Alice.Coldkey);
    }
}
