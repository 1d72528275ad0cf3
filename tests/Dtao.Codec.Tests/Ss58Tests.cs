using Dtao.Numerics;
using Xunit;

namespace Dtao.Codec.Tests;

public class Ss58Tests
{
    private const string Alice = "5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQY";
    private const string AliceBytes =
        "d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d";

    [Fact]
    public void The_well_known_account_has_its_well_known_address()
    {
        Assert.Equal(Alice, Ss58.Of(AccountId.ParseHex(AliceBytes)));
        Assert.Equal(AccountId.ParseHex(AliceBytes), Ss58.Parse(Alice));
    }

    [Fact]
    public void Every_account_comes_back_from_its_address()
    {
        byte[] bytes = new byte[AccountId.Size];
        for (int first = 0; first < 256; first++)
        {
            bytes[0] = (byte)first;
            bytes[^1] = (byte)(255 - first);
            AccountId account = AccountId.FromBytes(bytes);

            Assert.Equal(account, Ss58.Parse(Ss58.Of(account)));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQZ")]
    [InlineData("5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKutQ")]
    [InlineData("5GrwvaEF5zXb26Fz9rcQpDWS57CtERHpNehXCPcNoHGKut0Y")]
    [InlineData("15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5")]
    public void What_is_no_address_of_the_network_is_refused(string text)
    {
        Assert.False(Ss58.TryParse(text, out _));
        Assert.Throws<FormatException>(() => Ss58.Parse(text));
    }
}
