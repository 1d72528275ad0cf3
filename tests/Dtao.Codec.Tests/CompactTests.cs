using Xunit;

namespace Dtao.Codec.Tests;

/// <summary>Compact numbers, byte for byte as every Substrate client writes them.</summary>
public class CompactTests
{
    [Theory]
    [InlineData(0UL, "00")]
    [InlineData(1UL, "04")]
    [InlineData(2UL, "08")]
    [InlineData(42UL, "a8")]
    [InlineData(62UL, "f8")]
    [InlineData(63UL, "fc")]
    [InlineData(64UL, "0101")]
    [InlineData(65UL, "0501")]
    [InlineData(100UL, "9101")]
    [InlineData(255UL, "fd03")]
    [InlineData(256UL, "0104")]
    [InlineData(511UL, "fd07")]
    [InlineData(512UL, "0108")]
    [InlineData(16382UL, "f9ff")]
    [InlineData(16383UL, "fdff")]
    [InlineData(16384UL, "02000100")]
    [InlineData(16385UL, "06000100")]
    [InlineData(65535UL, "feff0300")]
    [InlineData(65536UL, "02000400")]
    [InlineData(1000000UL, "02093d00")]
    [InlineData(1073741822UL, "faffffff")]
    [InlineData(1073741823UL, "feffffff")]
    [InlineData(1073741824UL, "0300000040")]
    [InlineData(1073741825UL, "0301000040")]
    [InlineData(4294967295UL, "03ffffffff")]
    [InlineData(4294967296UL, "070000000001")]
    [InlineData(1000000000UL, "02286bee")]
    [InlineData(1000000000000UL, "070010a5d4e8")]
    [InlineData(1099511627775UL, "07ffffffffff")]
    [InlineData(1099511627776UL, "0b000000000001")]
    [InlineData(281474976710656UL, "0f00000000000001")]
    [InlineData(72057594037927935UL, "0fffffffffffffff")]
    [InlineData(72057594037927936UL, "130000000000000001")]
    [InlineData(9223372036854775808UL, "130000000000000080")]
    [InlineData(18446744073709551615UL, "13ffffffffffffffff")]
    [InlineData(21000000000000000UL, "0f00804884639b4a")]
    public void A_number_has_one_form_in_both_directions(ulong value, string bytes)
    {
        ScaleWriter writer = new();
        writer.WriteCompact(value);

        Assert.Equal(bytes, Convert.ToHexStringLower(writer.ToArray()));
        ScaleReader reader = new(Convert.FromHexString(bytes));
        Assert.Equal(value, reader.ReadCompact());
        Assert.True(reader.IsAtEnd);
    }

    [Theory]
    [InlineData("")]
    [InlineData("01")]
    [InlineData("0200")]
    [InlineData("020000")]
    [InlineData("0100")]
    [InlineData("0300000000")]
    [InlineData("0700000000")]
    [InlineData("0bffffffffff00")]
    [InlineData("03ffffff3f")]
    [InlineData("17000000000000000001")]
    [InlineData("1b00000000000000000001")]
    [InlineData("23ffffffffffffffffffffffff")]
    [InlineData("33ffffffffffffffffffffffffffffffff")]
    [InlineData("73ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff")]
    public void Longer_forms_than_needed_cut_forms_and_larger_numbers_are_refused(string bytes)
    {
        byte[] input = Convert.FromHexString(bytes);

        Assert.Throws<FormatException>(() => Read(input));
    }

    private static ulong Read(byte[] bytes)
    {
        ScaleReader reader = new(bytes);
        return reader.ReadCompact();
    }
}
