using Dtao.Codec.Extrinsics;
using Dtao.Codec.Headers;
using Xunit;

namespace Dtao.Codec.Tests.Extrinsics;

/// <summary>Bytes that are no extrinsic, address, era or header.</summary>
public class BadExtrinsicTests
{
    private const string Account =
        "d43593c715fdd31c61141abd04a99fd6822c8558854ccde39a5684e7a56da27d";

    private static readonly string Signature = new('a', 128);

    public static TheoryData<string, string> Bad => new()
    {
        { "nothing", "" },
        { "a length that is too long", "0c0400" },
        { "a length that is too short", "040400" },
        { "another format", "0405" },
        { "an unknown form of address", Body($"8405{Account}01{Signature}00000000") },
        { "an unknown kind of signature", Body($"8400{Account}03{Signature}00000000") },
        { "a cut signature", Body($"8400{Account}01{Signature[2..]}") },
        { "a period of two blocks", Body($"8400{Account}01{Signature}1000000000") },
        { "a phase outside the period", Body($"8400{Account}01{Signature}4100000000") },
        { "a nonce above u32", Body($"8400{Account}01{Signature}00070000000001000000") },
        { "a tip above u64", Body($"8400{Account}01{Signature}000017000000000000000001000000") },
        { "a mode of two", Body($"8400{Account}01{Signature}000000020000") },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void Bytes_of_another_shape_are_refused(string what, string bytes)
    {
        byte[] input = Convert.FromHexString(bytes);

        Exception? refusal = Record.Exception(() => Extrinsic.Decode(input));

        Assert.True(refusal is FormatException, $"{what}: {refusal}");
    }

    [Fact]
    public void Every_cut_of_a_signed_extrinsic_is_refused()
    {
        byte[] whole = Convert.FromHexString(
            Body($"8400{Account}01{Signature}000000000000"));

        Assert.NotNull(Extrinsic.Decode(whole).Signature);
        for (int length = 0; length < whole.Length; length++)
        {
            byte[] cut = whole[..length];
            Assert.Throws<FormatException>(() => Extrinsic.Decode(cut));
        }
    }

    [Theory]
    [InlineData("01", "01")]
    [InlineData("02080102", "02080102")]
    [InlineData("040202020202020202020202020202020202020202", "04")]
    public void Other_forms_of_address_name_no_account(string bytes, string begin)
    {
        ScaleReader reader = new(Convert.FromHexString(bytes));

        MultiAddress found = MultiAddress.Decode(ref reader);

        ScaleWriter writer = new();
        found.Encode(writer);
        Assert.True(reader.IsAtEnd);
        Assert.Null(found.Account);
        Assert.Equal(bytes, Convert.ToHexStringLower(writer.ToArray()));
        Assert.StartsWith(begin, bytes, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_with_bytes_left_or_an_unknown_item_is_refused()
    {
        byte[] empty = new byte[98];
        byte[] unknown = [.. empty.AsSpan(0, 97), 4, 7];

        Assert.Empty(BlockHeader.Decode(empty).Digest);
        Assert.Throws<FormatException>(() => BlockHeader.Decode([.. empty, 0]));
        Assert.Throws<FormatException>(() => BlockHeader.Decode(unknown));
        Assert.Throws<FormatException>(() => BlockHeader.Decode(empty.AsSpan(0, 97)));
    }

    private static string Body(string body)
    {
        ScaleWriter writer = new();
        writer.WriteBytes(Convert.FromHexString(body));
        return Convert.ToHexStringLower(writer.ToArray());
    }
}
