using System.Text.Json;
using Dtao.Codec.Extrinsics;
using Dtao.Testing;
using Xunit;

namespace Dtao.Codec.Tests.Extrinsics;

/// <summary>Compact numbers, addresses and signatures of the clients' lists.</summary>
public class AddressVectorTests
{
    [Fact]
    public void Every_compact_number_of_the_list_has_its_bytes()
    {
        Assert.All(ClientVectors.Rows("compact"), static row =>
        {
            string value = row.GetProperty("value").ToString();
            byte[] bytes = row.Hex("compact");
            ScaleReader reader = new(bytes);

            // Larger numbers than 64 bits stand nowhere on this chain.
            if (!ulong.TryParse(value, out ulong number)) return;
            ScaleWriter writer = new();
            writer.WriteCompact(number);

            Assert.Equal(bytes, writer.ToArray());
            Assert.Equal(number, reader.ReadCompact());
        });
    }

    [Fact]
    public void Every_compact_number_that_clients_refuse_is_refused()
    {
        // One text stands in both lists; it is the shortest form of its number.
        HashSet<string> accepted = [.. ClientVectors.Rows("compact")
            .Select(static row => row.GetProperty("compact").GetString()!)];
        JsonElement[] refused = [.. ClientVectors.Read("compact").GetProperty("rejected")
            .EnumerateArray().Where(text => !accepted.Contains(text.GetString()!))];

        Assert.Equal(9, refused.Length);
        Assert.All(refused, static text => Assert.Throws<FormatException>(() => Read(text)));
    }

    [Fact]
    public void Addresses_and_signatures_of_the_list_keep_their_bytes()
    {
        int seen = 0;

        foreach (JsonElement row in ClientVectors.Rows("scale"))
        {
            if (Written(row) is not { } written) continue;
            seen++;
            Assert.Equal(row.Hex("scale"), written);
        }

        Assert.Equal(7, seen);
    }

    private static byte[]? Written(JsonElement row)
    {
        ScaleWriter writer = new();
        ScaleReader reader = new(row.Hex("scale"));
        switch (row.GetProperty("type").GetString())
        {
            // The chain's index of accounts is empty; the list's is a number.
            case "MultiAddress" when !row.GetProperty("value").TryGetProperty("Index", out _):
                MultiAddress.Decode(ref reader).Encode(writer);
                break;
            case "MultiSignature":
                MultiSignature.Decode(ref reader).Encode(writer);
                break;
            default:
                return null;
        }

        Assert.True(reader.IsAtEnd);
        return writer.ToArray();
    }

    private static ulong Read(JsonElement text)
    {
        ScaleReader reader = new(text.Hex());
        ulong value = reader.ReadCompact();
        return reader.IsAtEnd ? value : throw new FormatException("bytes are left");
    }
}
