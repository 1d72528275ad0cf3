using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Registration;
using Dtao.Runtime.Root;
using Dtao.Runtime.Senate;
using Dtao.Testing;

namespace Dtao.Runtime.Tests.Calls;

/// <summary>Seats of the senate, given by stake on root.</summary>
internal static class SenateCallCases
{
    private const ulong LeastStake = 1_000;
    private const ulong FirstMember = 101;

    private static readonly Actor Alice = Actor.Alice;

    private static readonly (string, SubtensorError) Member =
        ("member", SubtensorError.HotKeyAlreadyRegisteredInSubNet);

    // Only a genesis can fill more than all seats.
    private static readonly (string, SubtensorError) Overfull =
        ("overfull", SubtensorError.CouldNotJoinSenate);

    private static readonly (string, SubtensorError)[] OfAdjustments =
    [
        ("no root", SubtensorError.RootNetworkDoesNotExist),
        ("not on root", SubtensorError.HotKeyNotRegisteredInSubNet),
        Member,
    ];

    public static IReadOnlyList<CallCase> All { get; } =
    [
        new(
            "adjust_senate",
            [.. OfAdjustments, Overfull, ("little stake", SubtensorError.StakeTooLowForRoot)],
            [new SenateMembersSwapped(), new SenateAdjusted(Alice.Hotkey)],
            static faults => Adjusting(faults, SenateLedger.Capacity)),
        new(
            "adjust_senate with a free seat",
            [.. OfAdjustments],
            [new SenateMemberAdded(), new SenateAdjusted(Alice.Hotkey)],
            static faults => Adjusting(faults, SenateLedger.Capacity - 1)),
        new(
            "root_register of a rich hotkey into a full senate",
            [Member, Overfull],
            [
                new SenateMembersSwapped(),
                new NeuronRegistered(NetUid.Root, new(0), Alice.Hotkey),
            ],
            static faults => Registering(faults, LeastStake + 1)),
        new(
            "root_register of a poor hotkey into a full senate",
            [Member, Overfull],
            [new NeuronRegistered(NetUid.Root, new(0), Alice.Hotkey)],
            static faults => Registering(faults, LeastStake)),
        new(
            "vote",
            [
                ("foreign hotkey", SubtensorError.NonAssociatedColdKey),
                ("no member", SubtensorError.NotSenateMember),
            ],
            [],
            Voting)
        {
            Always = DispatchError.Module(8, 2, "ProposalNotExists"),
        },
    ];

    private static CallCase.Situation Adjusting(IReadOnlySet<string> faults, int seats)
    {
        ulong stake = faults.Contains("little stake") ? LeastStake : LeastStake + 1;
        Chain chain = World(faults, seats, stake);
        if (!faults.Contains("not on root"))
        {
            chain.Neurons.Append(NetUid.Root, Alice.Hotkey, new(1));
        }

        return new(chain, new AdjustSenate(Alice.Hotkey), Alice.Coldkey.Account);
    }

    private static CallCase.Situation Registering(IReadOnlySet<string> faults, ulong stake) => new(
        World(faults, SenateLedger.Capacity, stake), new RootRegister(Alice.Hotkey),
        Alice.Coldkey.Account);

    private static CallCase.Situation Voting(IReadOnlySet<string> faults)
    {
        Coldkey owner = faults.Contains("foreign hotkey") ? Actor.Bob.Coldkey : Alice.Coldkey;
        Chain chain = new ChainBuilder().AtBlock(1_000).WithOwner(Alice.Hotkey, owner).Build();
        Seat(chain, faults.Contains("no member") ? [Actor.Bob.Hotkey] : [Alice.Hotkey]);
        return new(
            chain, new Vote(Alice.Hotkey, new byte[32], 0, Approves: true),
            Alice.Coldkey.Account);
    }

    private static Chain World(IReadOnlySet<string> faults, int seats, ulong stake)
    {
        ChainBuilder builder = new ChainBuilder()
            .AtBlock(1_000)
            .WithRoot(Tao.Whole(10))
            .With("NetworksAdded", !faults.Contains("no root"), NetUid.Root)
            .With("MaxRegistrationsPerBlock", 1, NetUid.Root)
            .With("TargetRegistrationsPerInterval", 1, NetUid.Root)
            .WithOwner(Alice.Hotkey, Alice.Coldkey)
            .WithStake(Alice.Hotkey, Alice.Coldkey, 0, Alpha.FromRao(stake));
        int members = faults.Contains("overfull") ? SenateLedger.Capacity + 1 : seats;
        List<Hotkey> seated = [];
        for (int index = 0; index < members; index++)
        {
            Hotkey member = Account.Hotkey(FirstMember + (ulong)index);
            seated.Add(member);

            // The one in the middle has least.
            ulong own = index == 5 ? LeastStake : LeastStake + 500;
            builder.WithStake(member, Actor.Bob.Coldkey, 0, Alpha.FromRao(own));
        }

        if (faults.Contains("member")) seated[0] = Alice.Hotkey;
        Chain chain = builder.Build();
        Seat(chain, seated);
        return chain;
    }

    private static void Seat(Chain chain, List<Hotkey> members)
    {
        ScaleWriter list = new();
        list.WriteCompact((ulong)members.Count);
        foreach (Hotkey member in members)
        {
            list.WriteRaw(WireValue.Encode("account", member));
        }

        chain.State.Find("SenateMembers", "Members")!.Put([], list.ToArray());
    }
}
