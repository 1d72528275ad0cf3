using System.Text.Json;
using Dtao.Numerics;
using Dtao.Testing;
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

    [Fact]
    public void Addresses_of_every_network_are_those_that_clients_write()
    {
        IReadOnlyList<JsonElement> rows = ClientVectors.Rows("ss58");

        Assert.Equal(52, rows.Count);
        Assert.All(rows, static row =>
        {
            AccountId account = AccountId.FromBytes(row.Hex("publicKey"));
            ushort prefix = row.GetProperty("prefix").GetUInt16();
            string address = row.GetProperty("address").GetString()!;

            Assert.Equal(address, Ss58.Of(account, prefix));
            Assert.True(Ss58.TryParse(address, out AccountId parsed, out ushort network));
            Assert.Equal((account, prefix), (parsed, network));
            Assert.Equal(prefix == Ss58.NetworkPrefix, Ss58.TryParse(address, out _));
        });
    }

    [Fact]
    public void What_clients_refuse_is_refused()
    {
        JsonElement invalid = ClientVectors.Read("ss58").GetProperty("invalid");

        Assert.All(invalid.EnumerateArray(), static row => Assert.False(
            Ss58.TryParse(row.GetProperty("address").GetString()!, out _, out _)));
    }

    [Fact]
    public void A_prefix_beyond_fourteen_bits_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Ss58.Of(AccountId.Zero, 16_384));
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
