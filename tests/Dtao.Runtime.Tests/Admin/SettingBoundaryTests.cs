using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Admin;
using Dtao.Runtime.Dispatch;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Admin;

/// <summary>Settings with bounds or effects: the last accepted value and its neighbour.</summary>
public class SettingBoundaryTests
{
    private static readonly NetUid Subnet = new(1);
    private static readonly AccountId Owner = Actor.Alice.Coldkey.Account;

    [Theory]
    [InlineData(256, true)]
    [InlineData(257, false)]
    public void There_are_no_more_validators_than_uids(ushort value, bool isAccepted) => Check(
        World(), EpochSettings.MaximumValidators.To(Subnet, value), isAccepted,
        AdminUtilsError.MaxValidatorsLargerThanMaxUIds);

    [Theory]
    [InlineData(3, true)]
    [InlineData(2, false)]
    public void There_are_more_uids_than_neurons(ushort value, bool isAccepted)
    {
        Chain chain = World();
        chain.Neurons.Append(Subnet, Account.Hotkey(5), new(1));
        chain.Neurons.Append(Subnet, Account.Hotkey(6), new(1));

        Check(
            chain, SubnetSettings.Capacity.To(Subnet, value), isAccepted,
            AdminUtilsError.MaxAllowedUIdsLessThanCurrentUIds);
    }

    [Theory]
    [InlineData(1, 52_428, null)]
    [InlineData(52_427, 65_535, null)]
    [InlineData(1, 52_427, SubtensorError.AlphaHighTooLow)]
    [InlineData(0, 52_427, SubtensorError.AlphaHighTooLow)]
    [InlineData(0, 52_428, SubtensorError.AlphaLowOutOfRange)]
    [InlineData(52_428, 65_535, SubtensorError.AlphaLowOutOfRange)]
    public void Alpha_values_lie_on_either_side_of_four_fifths(
        ushort low, ushort high, SubtensorError? expected)
    {
        Chain chain = World();
        chain.DispatchAs(Origin.Root, EpochSettings.LiquidAlpha.To(Subnet, 1));
        string before = chain.HashText();

        DispatchResult result = chain.Dispatch(new SetAlphaValues(Subnet, low, high), Owner);

        Assert.Equal(expected, result.Error);
        Assert.Equal(expected is null, result.IsOk);
        if (expected is null)
        {
            Assert.Equal(
                WireValue.Encode("(u16, u16)", (low, high)), chain.Read("AlphaValues", Subnet));
        }
        else
        {
            Assert.Equal(before, chain.HashText());
        }
    }

    [Fact]
    public void Alpha_values_need_liquid_alpha_first()
    {
        DispatchResult result = World().Dispatch(new SetAlphaValues(Subnet, 0, 0), Owner);

        Assert.Equal(SubtensorError.LiquidAlphaDisabled, result.Error);
    }

    [Fact]
    public void Not_even_root_sets_alpha_values_for_an_owner()
    {
        SetAlphaValues call = new(Subnet, 1, 60_000);

        Assert.Equal(DispatchError.BadOrigin, World().DispatchAs(Origin.Root, call).Failure);
        Assert.Equal(DispatchError.BadOrigin, World().DispatchAs(Origin.None, call).Failure);
        Assert.Equal(
            DispatchError.BadOrigin, World().Dispatch(call, Actor.Bob.Coldkey.Account).Failure);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("170141183460469231731687303715884105727")]
    public void Root_sets_any_moving_alpha(string bits)
    {
        Chain chain = World();
        SetMovingAlpha call = new(I96F32.FromBits(Int128.Parse(bits)));

        Assert.Equal(
            DispatchError.BadOrigin, chain.Dispatch(call, Owner).Failure);
        Assert.True(chain.DispatchAs(Origin.Root, call).IsOk);

        Assert.Equal(call.Rate, chain.Pools.MovingAlpha);
        byte[] bytes = CallTable.Encode(call);
        ScaleReader reader = new(bytes);
        Assert.Equal(call, CallTable.Decode(ref reader));
        Assert.Equal(18, bytes.Length);
    }

    [Fact]
    public void The_issuance_of_the_economy_is_set_without_touching_that_of_balances()
    {
        Chain chain = World();
        Tao balances = chain.Balances.TotalIssuance;

        chain.DispatchAs(Origin.Root, NetworkSettings.TotalIssuance.To(5));

        Assert.Equal(Tao.FromRao(5), chain.Issuance.Total);
        Assert.Equal(balances, chain.Balances.TotalIssuance);
    }

    [Theory]
    [InlineData(10_000_000, 10_000_000)]
    [InlineData(10_000_001, 0)]
    public void Raising_the_least_nomination_sweeps_smaller_ones(ulong least, ulong left)
    {
        Chain chain = WithNominations();

        DispatchResult result = chain.DispatchAs(
            Origin.Root, DelegationSettings.NominatorMinimum.To(least));

        Assert.True(result.IsOk);
        Assert.Equal(least, chain.Stakes.NominatorMinimum);
        Assert.Equal(left, StakeOf(chain, Actor.Bob.Coldkey));
        Assert.Equal(left == 0, chain.Balances.Free(Actor.Bob.Coldkey) > Tao.Zero);
        Assert.Equal(1UL, StakeOf(chain, Actor.Charlie.Coldkey));
    }

    [Theory]
    [InlineData(20_000_000)]
    [InlineData(19_999_999)]
    [InlineData(0)]
    public void Not_raising_the_least_nomination_sweeps_nothing(ulong least)
    {
        Chain chain = WithNominations();
        chain.Put("NominatorMinRequiredStake", 20_000_000);

        chain.DispatchAs(Origin.Root, DelegationSettings.NominatorMinimum.To(least));

        Assert.Equal(10_000_000UL, StakeOf(chain, Actor.Bob.Coldkey));
    }

    [Theory]
    [InlineData("1300000000000000", true)]
    [InlineData("1300040102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20", true)]
    [InlineData("133ac403000000000000", true)]
    [InlineData("133b000500000001ffffffff", true)]
    [InlineData("133b000500000000", true)]
    [InlineData("133e0401", true)]
    [InlineData("133e0501", false)]
    [InlineData("133e0402", false)]
    [InlineData("130a", false)]
    public void Calls_on_parts_left_out_are_read_and_answer_that_they_are(
        string hex, bool isReadable)
    {
        byte[] bytes = Convert.FromHexString(hex);
        if (!isReadable)
        {
            Assert.Throws<FormatException>(() => Decode(bytes));
            return;
        }

        ICall call = Decode(bytes);
        byte[] written = CallTable.Encode(call);

        Assert.Equal(bytes[..written.Length], written);
        Assert.Equal(
            DispatchErrorKind.Unavailable, World().DispatchAs(Origin.Root, call).Failure?.Kind);
        Assert.Equal(DispatchError.BadOrigin, World().Dispatch(call, Owner).Failure);
    }

    private static ICall Decode(byte[] bytes)
    {
        ScaleReader reader = new(bytes);
        return CallTable.Decode(ref reader);
    }

    private static void Check(
        Chain chain, SetSetting call, bool isAccepted, AdminUtilsError error)
    {
        string before = chain.HashText();

        DispatchResult result = chain.DispatchAs(Origin.Root, call);

        Assert.Equal(isAccepted, result.IsOk);
        Assert.Equal(isAccepted ? null : (DispatchError)error, result.Failure);
        Assert.Equal(isAccepted, chain.HashText() != before);
    }

    private static ulong StakeOf(Chain chain, Coldkey coldkey) =>
        chain.Stakes.StakeOf(Actor.Charlie.Hotkey, coldkey, Subnet).Rao;

    private static Chain WithNominations() => Builder()
        .WithOwner(Actor.Charlie.Hotkey, Actor.Charlie.Coldkey)
        .WithStake(Actor.Charlie.Hotkey, Actor.Bob.Coldkey, 1, Alpha.FromRao(10_000_000))
        .WithStake(Actor.Charlie.Hotkey, Actor.Charlie.Coldkey, 1, Alpha.FromRao(1))
        .Build();

    private static Chain World() => Builder().Build();

    private static ChainBuilder Builder() => new ChainBuilder()
        .AtBlock(1_000)
        .WithSubnet(1, Tao.Whole(10), Alpha.Whole(10), Alpha.Whole(10))
        .With("SubnetOwner", Actor.Alice.Coldkey, Subnet);
}
