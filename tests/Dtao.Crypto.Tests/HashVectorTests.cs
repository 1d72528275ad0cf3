using System.Text.Json;
using Dtao.Testing;
using Xunit;

namespace Dtao.Crypto.Tests;

/// <summary>Digests of inputs around the block sizes, as clients compute them.</summary>
public class HashVectorTests
{
    public static TheoryData<int, string> Inputs
    {
        get
        {
            TheoryData<int, string> inputs = [];
            foreach (JsonElement row in ClientVectors.Rows("hashes"))
            {
                inputs.Add(inputs.Count, row.GetProperty("name").GetString()!);
            }

            return inputs;
        }
    }

    [Theory]
    [MemberData(nameof(Inputs))]
    public void An_input_has_the_digests_of_the_clients(int row, string name)
    {
        JsonElement expected = ClientVectors.Rows("hashes")[row];
        byte[] input = expected.Hex("input");

        Assert.Equal(name, expected.GetProperty("name").GetString());
        Assert.Equal(expected.Hex("blake2b_128"), Blake2b.Hash128(input));
        Assert.Equal(expected.Hex("blake2b_256"), Blake2b.Hash256(input));
        Assert.Equal(expected.Hex("blake2b_512"), Blake2b.Hash512(input));
        Assert.Equal(expected.Hex("twox_64"), Twox.Hash64(input));
        Assert.Equal(expected.Hex("twox_128"), Twox.Hash128(input));
        Assert.Equal(expected.Hex("keccak_256"), Keccak.Hash256(input));
        Assert.Equal(expected.Hex("sha2_256"), Sha256.Hash(input));
    }

    [Theory]
    [MemberData(nameof(Inputs))]
    public void A_key_has_the_hashed_forms_of_the_clients(int row, string name)
    {
        JsonElement expected = ClientVectors.Rows("hashes")[row];
        byte[] key = expected.Hex("input");

        Assert.Equal(name, expected.GetProperty("name").GetString());
        Assert.All(Enum.GetValues<KeyHasher>(), hasher => Assert.Equal(
            expected.Hex($"hasher_{hasher}"), hasher.HashKey(key)));
    }

    [Fact]
    public void One_hasher_gives_the_same_digests_again_and_again()
    {
        Blake2bHasher hasher = new();
        byte[] digest = new byte[Blake2bHasher.Size];

        Assert.All(ClientVectors.Rows("hashes"), row =>
        {
            hasher.Hash(row.Hex("input"), digest);
            Assert.Equal(row.Hex("blake2b_256"), digest);
        });
    }

    [Fact]
    public void A_digest_may_be_written_over_its_content()
    {
        byte[] bytes = [.. Enumerable.Range(0, 200).Select(static index => (byte)index)];
        byte[] expected = Blake2b.Hash256(bytes);

        new Blake2bHasher().Hash(bytes, bytes);

        Assert.Equal(expected, bytes[..Blake2bHasher.Size]);
    }
}
