using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Root;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Calls;

/// <summary>Who makes room on a root network that is full.</summary>
public class RootSeatTests
{
    [Theory]
    [InlineData(100, 7, 1, 1)]
    [InlineData(258, 256, 1, 256)]
    [InlineData(258, 257, 1, 1)]
    public void Of_two_with_the_least_stake_the_one_stored_first_makes_room(
        ushort members, ushort one, ushort other, ushort expected)
    {
        NetUid root = NetUid.Root;
        Hotkey newcomer = Account.Hotkey(9_999);
        ChainBuilder builder = new ChainBuilder()
            .AtBlock(1_000)
            .WithRoot(Tao.Whole(10))
            .With("MaxAllowedUids", members, root)
            .With("TargetRegistrationsPerInterval", 1, root)
            .WithStake(newcomer, Actor.Alice.Coldkey, 0, Alpha.FromRao(6));
        for (ushort uid = 0; uid < members; uid++)
        {
            ulong stake = uid == one || uid == other ? 5UL : 10;
            builder.WithStake(HotkeyAt(uid), Actor.Bob.Coldkey, 0, Alpha.FromRao(stake));
        }

        Chain chain = builder.Build();
        for (ushort uid = 0; uid < members; uid++)
        {
            chain.Neurons.Append(root, HotkeyAt(uid), new(1));
        }

        DispatchResult result = chain.Dispatch(
            new RootRegister(newcomer), Actor.Alice.Coldkey.Account);

        Assert.True(result.IsOk, result.ToString());
        Assert.Equal(new Uid(expected), chain.Neurons.UidOf(root, newcomer));
    }

    private static Hotkey HotkeyAt(ushort uid) => Account.Hotkey(1_000UL + uid);
}
