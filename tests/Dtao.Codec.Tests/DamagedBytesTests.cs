using Dtao.Codec.Extrinsics;
using Dtao.Codec.Headers;
using Dtao.Testing;
using Xunit;

namespace Dtao.Codec.Tests;

/// <summary>
/// Bytes that nobody vouches for are refused, or they are the one form of the value that was read.
/// </summary>
public class DamagedBytesTests
{
    private const int Rounds = 1_500;

    /// <summary>Reads a value and writes it again.</summary>
    private delegate void Copy(ref ScaleReader from, ScaleWriter to);

    [Fact]
    public void An_extrinsic_is_refused_or_has_one_form() => Damage.Each(
        Whole("extrinsics", "extrinsic"), Rounds, static bytes =>
        {
            if (TryDecode(() => Extrinsic.Decode(bytes)) is not { } read) return;

            Assert.Equal(bytes, read.Encode());
        });

    [Fact]
    public void A_header_is_refused_or_has_one_form() => Damage.Each(
        Whole("headers", "scale"), Rounds, static bytes =>
        {
            if (TryDecode(() => BlockHeader.Decode(bytes)) is not { } read) return;

            Assert.Equal(bytes, read.Encode());
        });

    [Fact]
    public void An_era_is_refused_or_has_one_form() => HasOneForm(
        Whole("eras", "encoded"),
        static (ref from, to) => Era.Decode(ref from).Encode(to));

    [Fact]
    public void An_address_is_refused_or_has_one_form() => HasOneForm(
        OfScale("MultiAddress"),
        static (ref from, to) => MultiAddress.Decode(ref from).Encode(to));

    [Fact]
    public void A_signature_is_refused_or_has_one_form() => HasOneForm(
        OfScale("MultiSignature"),
        static (ref from, to) => MultiSignature.Decode(ref from).Encode(to));

    [Fact]
    public void A_compact_number_is_refused_or_has_one_form() => HasOneForm(
        Whole("compact", "compact"),
        static (ref from, to) => to.WriteCompact(from.ReadCompact()));

    [Fact]
    public void Counted_bytes_are_refused_or_have_one_form() => HasOneForm(
        OfScale("Bytes"),
        static (ref from, to) => to.WriteBytes(from.ReadBytes()));

    [Fact]
    public void An_address_as_text_is_refused_or_has_one_form()
    {
        byte[][] texts = [.. ClientVectors.Rows("ss58").Select(static row =>
            System.Text.Encoding.Latin1.GetBytes(row.GetProperty("address").GetString()!))];

        Damage.Each(texts, Rounds, static bytes =>
        {
            string text = System.Text.Encoding.Latin1.GetString(bytes);
            if (!Ss58.TryParse(text, out Numerics.AccountId account, out ushort prefix)) return;

            Assert.Equal(text, Ss58.Of(account, prefix));
        });
    }

    [Theory]
    [InlineData("feffffff")]
    [InlineData("03ffffffff")]
    [InlineData("13ffffffffffffffff")]
    public void A_length_beyond_the_bytes_takes_no_memory(string length)
    {
        byte[] header = [.. new byte[97], .. Convert.FromHexString(length), 0, 1, 2];
        byte[] raw = [2, .. Convert.FromHexString(length), 0, 1, 2];
        Refused(header, raw);
        long before = GC.GetAllocatedBytesForCurrentThread();

        Refused(header, raw);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
    }

    private static void Refused(byte[] header, byte[] raw)
    {
        Assert.Throws<FormatException>(() => BlockHeader.Decode(header));
        Assert.Throws<FormatException>(() => Extrinsic.Decode(raw.AsSpan(1)));
        Assert.Throws<FormatException>(() =>
        {
            ScaleReader from = new(raw);
            return MultiAddress.Decode(ref from);
        });
    }

    private static void HasOneForm(byte[][] whole, Copy copy) =>
        Damage.Each(whole, Rounds, bytes =>
        {
            ScaleWriter to = new();
            ScaleReader from = new(bytes);
            try
            {
                copy(ref from, to);
            }
            catch (FormatException)
            {
                return;
            }

            Assert.Equal(bytes[..from.Offset], to.ToArray());
        });

    private static T? TryDecode<T>(Func<T> decode)
        where T : class
    {
        try
        {
            return decode();
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static byte[][] Whole(string file, string property) =>
        [.. ClientVectors.Rows(file).Select(row => row.Hex(property))];

    private static byte[][] OfScale(string type) => [.. ClientVectors.Rows("scale")
        .Where(row => row.GetProperty("type").GetString() == type)
        .Select(static row => row.Hex("scale"))];
}
