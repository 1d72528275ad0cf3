using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Extrinsics;
using Dtao.Runtime.Keys;
using Dtao.Runtime.Serving;
using Dtao.Runtime.Spec;
using Dtao.Runtime.Tests.Dispatch;
using Dtao.Runtime.Wrappers;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Calls;

/// <summary>What a hotkey swap says that it weighed: 25 µs a read, 100 µs a write.</summary>
public class HotkeySwapWeightTests
{
    private const ulong Reads = 18;
    private const ulong Writes = 17;

    private static readonly NetUid Subnet = new(1);
    private static readonly Coldkey Alice = Actor.Alice.Coldkey;
    private static readonly Hotkey Old = Actor.Alice.Hotkey;
    private static readonly Hotkey New = Account.Hotkey(9);
    private static readonly SwapHotkey Swap = new(Old, New);

    /// <summary>What makes the swap longer, by how many reads and writes.</summary>
    private static readonly Dictionary<string, (Action<Chain> Make, int Reads, int Writes)> Rows =
        new()
        {
            ["nothing"] = (static _ => { }, 0, 0),
            ["another subnet"] = (static chain =>
            {
                chain.Put("NetworksAdded", true, 2);
                chain.Put("TotalNetworks", 2);
            }, 9, 10),
            ["a take"] = (static chain => chain.Put("Delegates", 5, Old), 2, 2),
            ["a neuron"] = (static chain => chain.Neurons.Append(Subnet, Old, new(1)), 1, 3),
            ["a neuron and its endpoints"] = (static chain =>
            {
                chain.Neurons.Append(Subnet, Old, new(1));
                chain.Serving.Announce(Subnet, Old, new Axon { Block = 5 });
                chain.Serving.Announce(Subnet, Old, new PrometheusEndpoint { Block = 5 });
                chain.Serving.Show(Subnet, Old, new Certificate([1], 7));
                chain.Commits.Keep(Subnet, Old, [new(Hash256.Zero, 900, 0, 0)]);
            }, 5, 11),
            ["an endpoint without a neuron"] = (static chain =>
                chain.Serving.Announce(Subnet, Old, new Axon { Block = 5 }), 0, 0),
            ["a nominator who does not list the hotkey"] = (static chain =>
                chain.Put("Alpha", U64F64.One, Old, Alice, Subnet), 3, 2),
            ["a nominator on two subnets who lists it"] = (static chain =>
            {
                chain.Put("Alpha", U64F64.One, Old, Alice, Subnet);
                chain.Put("Alpha", U64F64.One, Old, Alice, 3);
                chain.Put("StakingHotkeys", new object[] { Old }, Alice);
            }, 6, 5),
            ["a child and two parents"] = (static chain =>
            {
                chain.Put("ChildKeys", new object[] { (3UL, Account.Of(20)) }, Old, Subnet);
                chain.Put(
                    "ParentKeys",
                    new object[] { (3UL, Account.Of(21)), (3UL, Account.Of(22)) }, Old, Subnet);
            }, 3, 3),
            ["children that wait"] = (static chain => chain.Delegation.Schedule(
                Old, Subnet, new([new(1, Account.Hotkey(25))], new(1))), 2, 2),
            ["children that wait for both"] = (static chain =>
            {
                foreach (Hotkey parent in (Hotkey[])[Old, New])
                {
                    chain.Delegation.Schedule(
                        parent, Subnet, new([new(1, Account.Hotkey(25))], new(1)));
                }
            }, 2, 2),
            ["being waited for"] = (static chain => chain.Delegation.Schedule(
                Account.Hotkey(25), Subnet, new([new(1, Old)], new(1))), 2, 2),
            ["the cut of the subnet"] = (static chain =>
                chain.Put("SubnetOwnerHotkey", Old, Subnet), 0, 1),
        };

    public static TheoryData<string> Names => [.. Rows.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_swap_weighs_what_it_reads_and_writes(string name)
    {
        Chain chain = World(Specs.Latest);
        Rows[name].Make(chain);

        DispatchResult result = chain.Dispatch(Swap, Alice.Account);

        Assert.Equal(
            Weigh(Reads + (ulong)Rows[name].Reads, Writes + (ulong)Rows[name].Writes),
            result.ActualWeight);
    }

    [Theory]
    [InlineData(233, 18, 18)]
    [InlineData(239, 19, 18)]
    [InlineData(244, 18, 17)]
    public void The_old_stake_map_and_the_owner_cut_count_where_they_move(
        int version, ulong reads, ulong writes)
    {
        Chain chain = World(Specs.Find(version)!);
        if (version < 244) chain.Stakes.SetLegacyStake(Old, Alice, Tao.Zero);

        DispatchResult result = chain.Dispatch(Swap, Alice.Account);

        Assert.Equal(Weigh(reads, writes), result.ActualWeight);
    }

    [Fact]
    public void A_batch_pays_for_what_the_swap_weighed()
    {
        ExtrinsicBench bench = new(World(Specs.Latest));
        Batch batch = new([Swap]);
        int length = ExtrinsicBench.Encode(Alice.Account, batch).Length;
        DispatchTerms declared = CallTable.TermsOf(batch);
        Weight saved = new Weight(61_440_000_000).SaturatingSubtract(Weigh(Reads, Writes));

        ExtrinsicOutcome outcome = bench.Apply(Alice.Account, batch);

        DispatchTerms actual = declared with { Weight = declared.Weight.SaturatingSubtract(saved) };
        Assert.Equal(OutcomeKind.Applied, outcome.Kind);
        Assert.Equal(TransactionFees.Of(length, actual, Tao.Zero), outcome.Fee);
    }

    // Checks 4, subnets 2, owner and clocks 3, pools 4, seat, relations 2, pending, cut.
    private static Chain World(RuntimeSpec spec) => new ChainBuilder(spec)
        .AtBlock(10_000)
        .WithSubnet(1, Tao.Whole(10), Alpha.Whole(10), Alpha.Whole(10))
        .With("TotalNetworks", 1)
        .With("SubnetOwnerHotkey", Account.Hotkey(77), 1)
        .With(Actor.Alice, Tao.Whole(10))
        .Build();

    private static Weight Weigh(ulong reads, ulong writes) =>
        new((25_000_000 * reads) + (100_000_000 * writes));
}
