using Dtao.Codec.Extrinsics;
using Dtao.Fuzz.Draws;
using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Epoch;
using Dtao.Runtime.Genesis;
using Dtao.Runtime.Proxies;
using Dtao.Runtime.Spec;

namespace Dtao.Fuzz.Worlds;

/// <summary>Makes the world of a seed: few accounts, short tempos, extreme pools.</summary>
/// <remarks>Small on purpose: in a small world accounts and limits meet often.</remarks>
public static class WorldMaker
{
    private const ulong FirstBlock = 1_000;

    /// <summary>The world of a seed; the same seed gives the same state.</summary>
    public static FuzzWorld Make(ulong seed)
    {
        Chance chance = Chance.Of(seed, "world");
        int subnets = 1 + chance.Below(5);
        Cast cast = Cast.Of(
            hotkeys: 5 + chance.Below(12), coldkeys: 4 + chance.Below(8), subnets);
        ushort tempo = chance.Among<ushort>(1, 2, 3, 5, 7, 10, 13, 20, 50, 99);
        GenesisBuilder genesis = new(new(FirstBlock), tempo);
        Fund(genesis, cast, chance);
        for (ushort number = 1; number <= subnets; number++)
        {
            Settle(genesis, cast, new(number), chance);
        }

        Chain chain = genesis.Switch();
        RuntimeSpec spec = chance.Among<RuntimeSpec>(Specs.All.AsSpan());
        if (spec != chain.Spec) chain.UpgradeTo(spec);
        WorldEdges.Apply(chain, subnets, chance);
        Entrust(chain, cast);
        return new(chain, cast);
    }

    /// <summary>Somebody may speak as root, and somebody acts for the richest account.</summary>
    private static void Entrust(Chain chain, Cast cast)
    {
        byte[] key = new byte[AccountId.Size];
        cast.Coldkeys[0].Account.CopyTo(key);
        RawStorage.Item(chain, "Sudo", "Key").Put([], key);
        Coldkey richest = cast.Coldkeys.MaxBy(one => chain.Balances.Free(one));
        foreach (Coldkey coldkey in cast.Coldkeys)
        {
            // Whoever cannot pay the deposit has none.
            chain.Dispatch(
                new AddProxy(MultiAddress.Of(coldkey.Account), ProxyType.Any, 0),
                richest.Account);
        }
    }

    private static void Fund(GenesisBuilder genesis, Cast cast, Chance chance)
    {
        foreach (Coldkey coldkey in cast.Coldkeys)
        {
            if (chance.OneIn(8)) continue;
            genesis.Deposit(coldkey, Tao.FromRao(chance.Among<ulong>(
                500, 501, 550_000, 550_499, 550_500, 1_000_000, 1_000_000_000,
                chance.Magnitude(40), 10_000_000_000, 1_000_000_000_000, chance.Magnitude(52))));
        }

        foreach (Hotkey hotkey in cast.Hotkeys)
        {
            if (chance.OneIn(3)) continue;
            Coldkey owner = chance.Among(cast.Coldkeys);
            genesis.AddStake(hotkey, owner, Tao.FromRao(chance.Magnitude(48)));
            if (chance.OneIn(2)) continue;
            genesis.AddStake(
                hotkey, chance.Among(cast.Coldkeys), Tao.FromRao(chance.Magnitude(46)));
        }
    }

    private static void Settle(GenesisBuilder genesis, Cast cast, NetUid subnet, Chance chance)
    {
        ulong emission = chance.Among<ulong>(0, 1, chance.Magnitude(30), 1_000_000_000);
        genesis.AddSubnet(
            subnet, chance.Among(cast.Coldkeys), new(chance.Below(FirstBlock)),
            Tao.FromRao(emission));
        int count = 0;
        foreach (Hotkey hotkey in cast.Hotkeys)
        {
            if (chance.OneIn(3)) continue;
            genesis.Seat(
                subnet, hotkey, chance.Among(cast.Coldkeys), new(chance.Below(FirstBlock)));
            count++;
        }

        for (int uid = 0; uid < count; uid++)
        {
            if (chance.OneIn(2)) continue;
            genesis.SetWeights(subnet, new((ushort)uid), Row(count, chance));
        }
    }

    private static UidWeight[] Row(int count, Chance chance)
    {
        List<UidWeight> row = [];
        for (int uid = 0; uid < count; uid++)
        {
            if (chance.OneIn(3)) continue;
            row.Add(new((ushort)uid, (ushort)chance.Magnitude(16)));
        }

        return [.. row];
    }
}
