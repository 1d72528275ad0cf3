using System.Text.Json;
using Dtao.Testing;
using Xunit;

namespace Dtao.Crypto.Tests;

/// <summary>Signatures that clients made, and the same ones tampered with.</summary>
public class SignatureVectorTests
{
    public static TheoryData<int, string> OfSr25519 => Rows("sr25519-verify");

    public static TheoryData<int, string> OfEd25519 => Rows("ed25519-verify");

    public static TheoryData<int, string> OfEcdsa => Rows("ecdsa-verify");

    [Theory]
    [MemberData(nameof(OfSr25519))]
    public void An_sr25519_signature_is_judged_as_the_chain_judges_it(int row, string name)
    {
        JsonElement vector = Vector("sr25519-verify", row, name);

        Assert.Equal("substrate", vector.GetProperty("context").GetString());
        Assert.Equal(IsValid(vector), Sr25519.IsSignedBy(
            vector.Hex("publicKey"), vector.Hex("message"), vector.Hex("signature")));
    }

    [Theory]
    [MemberData(nameof(OfEd25519))]
    public void An_ed25519_signature_is_judged_as_the_chain_judges_it(int row, string name)
    {
        JsonElement vector = Vector("ed25519-verify", row, name);

        Assert.Equal(IsValid(vector), Ed25519.IsSignedBy(
            vector.Hex("publicKey"), vector.Hex("message"), vector.Hex("signature")));
    }

    [Theory]
    [MemberData(nameof(OfEcdsa))]
    public void An_ecdsa_signature_gives_the_key_that_made_it(int row, string name)
    {
        JsonElement vector = Vector("ecdsa-verify", row, name);
        byte[] digest = Blake2b.Hash256(vector.Hex("message"));

        byte[]? key = Secp256k1.Recover(digest, vector.Hex("signature"));

        Assert.Equal(vector.Hex("messageHash"), digest);
        byte[] expected = vector.Hex("compressedPublicKey");
        Assert.Equal(IsValid(vector), key is not null && expected.SequenceEqual(key));
    }

    [Fact]
    public void The_recovery_number_may_be_written_as_older_clients_write_it()
    {
        JsonElement vector = ClientVectors.Rows("ecdsa-verify")[0];
        byte[] signature = vector.Hex("signature");
        byte[] digest = vector.Hex("messageHash");

        Assert.Equal(vector.Hex("compressedPublicKey"), Recovered(signature, digest, 27));
        Assert.Null(Recovered(signature, digest, 4));
        Assert.Null(Recovered(signature, digest, 200));
    }

    [Theory]
    [InlineData(0, 32)]
    [InlineData(32, 32)]
    public void No_part_of_an_ecdsa_signature_is_zero_or_beyond_the_order(int at, int length)
    {
        byte[] signature = ClientVectors.Rows("ecdsa-verify")[0].Hex("signature");
        byte[] digest = ClientVectors.Rows("ecdsa-verify")[0].Hex("messageHash");

        signature.AsSpan(at, length).Clear();
        Assert.Null(Secp256k1.Recover(digest, signature));
        signature.AsSpan(at, length).Fill(255);
        Assert.Null(Secp256k1.Recover(digest, signature));
    }

    // The neutral point in its one proper form, with a sign, and with the modulus added.
    [Theory]
    [InlineData("0100000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("0100000000000000000000000000000000000000000000000000000000000080")]
    [InlineData("eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")]
    [InlineData("eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff")]
    public void Odd_keys_of_ed25519_are_taken_as_zip_215_takes_them(string neutral)
    {
        byte[] key = Convert.FromHexString(neutral);

        Assert.True(Ed25519.IsSignedBy(key, [1, 2, 3], [.. key, .. new byte[32]]));
        Assert.False(Sr25519.IsSignedBy(key, [1, 2, 3], [.. key, .. new byte[31], 0x80]));
    }

    [Fact]
    public void Bytes_of_another_length_are_no_key_and_no_signature()
    {
        byte[] key = new byte[32];
        byte[] signature = new byte[64];
        key[0] = signature[0] = 1;

        Assert.True(Ed25519.IsSignedBy(key, [], signature));
        Assert.False(Ed25519.IsSignedBy(key.AsSpan(1), [], signature));
        Assert.False(Ed25519.IsSignedBy(key, [], [.. signature, 0]));
        Assert.False(Sr25519.IsSignedBy(key.AsSpan(1), [], signature));
        Assert.False(Sr25519.IsSignedBy(key, [], signature.AsSpan(1)));
        Assert.Null(Secp256k1.Recover(key, signature));
    }

    private static byte[]? Recovered(byte[] signature, byte[] digest, byte more)
    {
        byte[] changed = [.. signature];
        changed[^1] += more;
        return Secp256k1.Recover(digest, changed);
    }

    private static TheoryData<int, string> Rows(string file)
    {
        TheoryData<int, string> rows = [];
        foreach (JsonElement vector in ClientVectors.Rows(file))
        {
            rows.Add(rows.Count, vector.GetProperty("name").GetString()!);
        }

        return rows;
    }

    private static JsonElement Vector(string file, int row, string name)
    {
        JsonElement vector = ClientVectors.Rows(file)[row];
        Assert.Equal(name, vector.GetProperty("name").GetString());
        return vector;
    }

    private static bool IsValid(JsonElement vector) => vector.GetProperty("valid").GetBoolean();
}
