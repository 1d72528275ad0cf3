using Dtao.Testing;
using Xunit;

namespace Dtao.Numerics.Tests.Amounts;

public class KeyTests
{
    [Fact]
    public void Accounts_are_ordered_by_their_bytes()
    {
        Draws draws = Draws.For(1_601);
        for (int round = 0; round < 5_000; round++)
        {
            byte[] left = draws.Bytes(32);
            byte[] right = draws.OneIn(2) ? draws.Bytes(32) : [.. left];
            right[draws.Below(32)] = draws.Bytes(1)[0];

            int order = AccountId.FromBytes(left).CompareTo(AccountId.FromBytes(right));

            int expected = left.AsSpan().SequenceCompareTo(right);
            Assert.True(Math.Sign(expected) == Math.Sign(order), draws.ToString());
            Assert.Equal(expected == 0, AccountId.FromBytes(left) == AccountId.FromBytes(right));
        }
    }

    [Fact]
    public void Bytes_and_hexadecimal_text_lead_back_to_the_same_account()
    {
        Draws draws = Draws.For(1_602);
        for (int round = 0; round < 1_000; round++)
        {
            byte[] bytes = draws.Bytes(32);
            AccountId account = AccountId.FromBytes(bytes);

            byte[] copy = new byte[32];
            account.CopyTo(copy);

            Assert.Equal(bytes, copy);
            Assert.Equal(Convert.ToHexStringLower(bytes), account.ToHex());
            Assert.Equal(account, AccountId.ParseHex(account.ToHex()));
            Assert.Equal(account, AccountId.ParseHex("0x" + account.ToString()));
            Assert.Equal(account.GetHashCode(), AccountId.FromBytes(copy).GetHashCode());
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("0x")]
    [InlineData("00")]
    [InlineData("zz00000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("000000000000000000000000000000000000000000000000000000000000000000")]
    public void What_is_not_32_bytes_in_hexadecimal_is_refused(string text)
    {
        Assert.Throws<FormatException>(() => AccountId.ParseHex(text));
    }

    [Fact]
    public void The_default_of_every_key_is_zero()
    {
        Assert.Equal(AccountId.Zero, AccountId.FromBytes(new byte[32]));
        Assert.Equal(NetUid.Root, new NetUid(0));
        Assert.Equal(default, new Hotkey(AccountId.Zero));
        Assert.Equal(default, new Coldkey(AccountId.Zero));
        Assert.Equal("7", new NetUid(7).ToString());
        Assert.Equal("8", new Uid(8).ToString());
        Assert.Equal("18446744073709551615", new BlockNumber(ulong.MaxValue).ToString());
    }
}
