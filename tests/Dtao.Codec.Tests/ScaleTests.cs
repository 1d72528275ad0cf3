using Dtao.Testing;
using Xunit;

namespace Dtao.Codec.Tests;

/// <summary>Values of fixed width, bytes, and refusals that name the place.</summary>
public class ScaleTests
{
    [Fact]
    public void Numbers_are_little_endian_and_as_wide_as_their_name()
    {
        ScaleWriter writer = new();
        writer.WriteBool(true);
        writer.WriteU8(0xAB);
        writer.WriteU16(0x0102);
        writer.WriteU32(0x0102_0304);
        writer.WriteU64(0x0102_0304_0506_0708);
        writer.WriteU128(new UInt128(1, 2));
        writer.WriteI128(-2);
        writer.WriteBytes([9, 8]);

        Assert.Equal(
            "01" + "ab" + "0201" + "04030201" + "0807060504030201"
            + "02000000000000000100000000000000" + "feffffffffffffffffffffffffffffff" + "080908",
            Convert.ToHexStringLower(writer.ToArray()));
        Assert.Equal(writer.Length, writer.ToArray().Length);
    }

    [Fact]
    public void What_was_written_is_read_again_in_the_same_order()
    {
        Draws draws = Draws.For(9_001);
        for (int round = 0; round < 500; round++)
        {
            ulong compact = (ulong)draws.Bits(64);
            UInt128 wide = (UInt128)draws.Bits(128);
            Int128 signed = (Int128)draws.Between(Int128.MinValue, Int128.MaxValue);
            byte[] bytes = draws.Bytes(draws.Below(100));
            ScaleWriter writer = new();
            writer.WriteCompact(compact);
            writer.WriteU128(wide);
            writer.WriteI128(signed);
            writer.WriteBytes(bytes);
            writer.WriteBool(draws.OneIn(2));

            ScaleReader reader = new(writer.ToArray());

            Assert.Equal(compact, reader.ReadCompact());
            Assert.Equal(wide, reader.ReadU128());
            Assert.Equal(signed, reader.ReadI128());
            Assert.Equal(bytes, reader.ReadBytes());
            reader.ReadBool();
            Assert.True(reader.IsAtEnd, draws.ToString());
            Assert.Equal(writer.Length, reader.Offset);
        }
    }

    [Theory]
    [InlineData("02")]
    [InlineData("ff")]
    public void A_truth_value_is_zero_or_one(string bytes)
    {
        Assert.Throws<FormatException>(
            () => new ScaleReader(Convert.FromHexString(bytes)).ReadBool());
    }

    [Fact]
    public void A_number_of_items_cannot_exceed_the_bytes_that_are_left()
    {
        ScaleWriter writer = new();
        writer.WriteCompact(3);
        writer.WriteRaw([1, 2]);
        byte[] bytes = writer.ToArray();

        FormatException refusal = Assert.Throws<FormatException>(
            () => new ScaleReader(bytes).ReadLength());

        Assert.Contains("3 items", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("byte 0", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_nobody_vouches_for_are_a_value_or_a_refusal_and_nothing_else()
    {
        Draws draws = Draws.For(9_002);
        for (int round = 0; round < 20_000; round++)
        {
            byte[] bytes = draws.Bytes(draws.Below(24));
            try
            {
                Read(bytes, draws.Below(9));
            }
            catch (FormatException refusal)
            {
                Assert.Contains("byte ", refusal.Message, StringComparison.Ordinal);
            }
        }
    }

    private static void Read(byte[] bytes, int kind)
    {
        ScaleReader reader = new(bytes);
        switch (kind)
        {
            case 0:
                reader.ReadBool();
                break;
            case 1:
                reader.ReadU16();
                break;
            case 2:
                reader.ReadU32();
                break;
            case 3:
                reader.ReadU64();
                break;
            case 4:
                reader.ReadU128();
                break;
            case 5:
                reader.ReadI128();
                break;
            case 6:
                reader.ReadCompact();
                break;
            case 7:
                reader.ReadBytes();
                break;
            default:
                reader.ReadLength();
                break;
        }
    }
}
