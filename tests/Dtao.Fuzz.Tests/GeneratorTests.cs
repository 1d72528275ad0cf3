using Dtao.Codec;
using Dtao.Fuzz.Draws;
using Dtao.Fuzz.Worlds;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Keys;
using Dtao.Runtime.Multisigs;
using Dtao.Runtime.Proxies;
using Xunit;

namespace Dtao.Fuzz.Tests;

/// <summary>Every call of the table is drawn.</summary>
public sealed class GeneratorTests
{
    public static TheoryData<string> AllCalls =>
        [.. CallTable.All.Select(static call => $"{call.Pallet}.{call.Name}")];

    [Theory]
    [MemberData(nameof(AllCalls))]
    public void Every_call_has_a_generator_whose_bytes_decode_to_the_same(string name)
    {
        CallDescription wire =
            CallTable.All.Single(call => $"{call.Pallet}.{call.Name}" == name);
        FuzzWorld world = WorldMaker.Make(3);
        Chance chance = Chance.Of(1, name);

        for (int round = 0; round < 50; round++)
        {
            ICall? call = CallDraws.Draw(wire, Scene.Draw(world.Chain, world.Cast, chance));

            Assert.NotNull(call);
            Assert.Equal(wire.Index, call.Index);
            byte[] bytes = CallTable.Encode(call);
            ScaleReader reader = new(bytes);
            ICall decoded = CallTable.Decode(ref reader);
            Assert.True(reader.IsAtEnd);
            Assert.Equal(bytes, CallTable.Encode(decoded));
        }
    }

    [Fact]
    public void Every_call_is_drawn_by_some_seed_and_none_by_all()
    {
        Dictionary<CallIndex, int> seedsOf = [];
        for (ulong seed = 0; seed < 40; seed++)
        {
            Swarm swarm = Swarm.Of(seed);
            Chance chance = Chance.Of(seed, "draws");
            HashSet<CallIndex> drawn = [];
            for (int draw = 0; draw < 20_000; draw++)
            {
                drawn.Add(swarm.Draw(chance).Index);
            }

            foreach (CallIndex index in drawn)
            {
                seedsOf[index] = seedsOf.GetValueOrDefault(index) + 1;
            }
        }

        Assert.All(
            CallTable.All,
            call => Assert.InRange(seedsOf.GetValueOrDefault(call.Index), 1, 39));
    }

    [Fact]
    public void Signatories_meet_and_run_what_one_of_them_began()
    {
        FuzzWorld world = WorldMaker.Make(3);
        Chance chance = Chance.Of(1, "signatories");
        world.Chain.Events.IsKept = true;
        CallDescription[] wire = [.. CallTable.All
            .Where(static call => call.Index.Pallet == DispatchError.MultisigPallet)];

        for (int round = 0; round < 2_000; round++)
        {
            Scene scene = Scene.Draw(world.Chain, world.Cast, chance);
            ICall call = CallDraws.Draw(chance.Among(wire), scene)!;
            world.Chain.DispatchAs(Origin.Signed(scene.Signer), call);
        }

        string[] told = [.. world.Chain.Events.Records
            .Select(static record => record.Event.GetType().Name).Distinct()];
        Assert.Contains(nameof(NewMultisig), told);
        Assert.Contains(nameof(MultisigApproval), told);
        Assert.Contains(nameof(MultisigExecuted), told);
        Assert.Contains(nameof(MultisigCancelled), told);
    }

    [Fact]
    public void Proxies_act_announce_and_are_rejected_and_keys_are_swapped()
    {
        FuzzWorld world = WorldMaker.Make(3);
        Chance chance = Chance.Of(1, "proxies");
        CallDescription[] wire = [.. CallTable.All
            .Where(static call => call.Index.Pallet == DispatchError.ProxyPallet
                || call.Index == new CallIndex(DispatchError.SubtensorPallet, 70))];
        HashSet<Type> applied = [];

        for (int round = 0; round < 2_000; round++)
        {
            Scene scene = Scene.Draw(world.Chain, world.Cast, chance);
            ICall call = CallDraws.Draw(chance.Among(wire), scene)!;
            if (world.Chain.Dispatch(call, scene.Signer).IsOk) applied.Add(call.GetType());
        }

        Type[] expected =
        [
            typeof(CallAsProxy), typeof(AddProxy), typeof(RemoveProxy), typeof(Announce),
            typeof(RemoveAnnouncement), typeof(RejectAnnouncement), typeof(CallAnnounced),
            typeof(SwapHotkey),
        ];
        Assert.Empty(expected.Except(applied));
    }
}
