using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Registration;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Calls;

/// <summary>Proof of work: the border of difficulty, what is stored, the faucet.</summary>
public class WorkTests
{
    private static readonly NetUid Subnet = new(1);
    private static readonly Hotkey Bob = Actor.Bob.Hotkey;

    [Theory]
    [InlineData("7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff", 2, true)]
    [InlineData("8000000000000000000000000000000000000000000000000000000000000000", 2, false)]
    [InlineData("ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff", 1, true)]
    [InlineData("ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff", 0, true)]
    public void Work_times_difficulty_stays_below_two_to_the_256th(
        string seal, ulong difficulty, bool isGood) => Assert.Equal(
            isGood, Work.Meets(Hash256.FromBytes(Convert.FromHexString(seal)), difficulty));

    [Fact]
    public void Work_seats_the_hotkey_counts_and_is_remembered()
    {
        Chain chain = new ChainBuilder()
            .AtBlock(1_000)
            .WithSubnet(1, Tao.Whole(10), Alpha.Whole(10), Alpha.Whole(10))
            .With("NetworkPowRegistrationAllowed", true, Subnet)
            .With("Difficulty", 1, Subnet)
            .Build();
        chain.Events.IsKept = true;
        byte[] seal = Work.Seal(Hash256.Zero, 5, Bob).ToArray();
        RegisterByWork call = new(Subnet, 1_000, 5, seal, Bob, Actor.Bob.Coldkey);

        DispatchResult result = chain.Dispatch(call, Bob.Account);

        Assert.True(result.IsOk);
        Assert.Equal(new Uid(0), chain.Neurons.UidOf(Subnet, Bob));
        Assert.True(chain.Stakes.Owns(Actor.Bob.Coldkey, Bob));
        Assert.Equal([1, 0], chain.Read("POWRegistrationsThisInterval", Subnet));
        Assert.Equal([1, 0], chain.Read("RegistrationsThisInterval", Subnet));
        Assert.Equal([1, 0], chain.Read("RegistrationsThisBlock", Subnet));
        Assert.Equal([0, 0], chain.Read("BurnRegistrationsThisInterval", Subnet));
        (byte[] key, byte[] block) = Assert.Single(chain.Item("UsedWork").Entries());
        Assert.Equal([0x80, .. seal], key);
        Assert.Equal(WireValue.Encode("u64", 1_000), block);
        Assert.Equal(
            new NeuronRegistered(Subnet, new(0), Bob),
            Assert.Single(chain.Events.Records).Event);
    }

    [Theory]
    [InlineData(31)]
    [InlineData(33)]
    public void Work_of_another_length_enters_no_block(int length)
    {
        byte[] bytes = CallTable.Encode(new RegisterByWork(
            Subnet, 1, 2, new byte[length], Bob, Actor.Bob.Coldkey));

        Assert.Throws<FormatException>(() =>
        {
            ScaleReader reader = new(bytes);
            CallTable.Decode(ref reader);
        });
    }

    [Fact]
    public void The_faucet_is_switched_off_for_everybody()
    {
        Chain chain = new ChainBuilder().AtBlock(1_000).Build();
        string before = chain.HashText();
        Faucet call = new(1_000, 5, [1, 2, 3]);

        Assert.Equal(SubtensorError.FaucetDisabled, chain.Dispatch(call, Bob.Account).Error);
        Assert.Equal(SubtensorError.FaucetDisabled, chain.DispatchAs(Origin.Root, call).Error);
        Assert.Equal(SubtensorError.FaucetDisabled, chain.DispatchAs(Origin.None, call).Error);
        Assert.Equal(before, chain.HashText());
    }
}
