using System.Text;
using Xunit;

namespace Dtao.Crypto.Tests;

/// <summary>Digests, byte for byte as every Substrate client computes them.</summary>
public class HashTests
{
    [Theory]
    [InlineData("", "cae66941d9efbd404e4d88758ea67670")]
    [InlineData("00", "7025e075d5e2f6cde3cc051a31f07660")]
    [InlineData("53797374656d", "789f1c09383940a7773420432ffd084a")]
    [InlineData("4163636f756e74", "4580725829b1723eb8335117a68c8c6b")]
    [InlineData("53756274656e736f724d6f64756c65", "b01b49b91c86e6c7a45600a9c2f0bcf2")]
    [InlineData("0100", "ead9a09ae23f059006f2bea50e245ff4")]
    [InlineData("0100000000000000", "9ea2d098b5f70192f96c06f38d3fbc97")]
    public void Blake2b_of_16_bytes_is_no_cut_of_a_longer_one(string input, string digest)
    {
        Assert.Equal(digest, Text(Blake2b.Hash128(Convert.FromHexString(input))));
    }

    [Fact]
    public void Blake2b_of_32_and_64_bytes_is_the_standard_s()
    {
        byte[] input = Encoding.ASCII.GetBytes("abc");

        Assert.Equal(
            "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319",
            Text(Blake2b.Hash256(input)));
        Assert.Equal(
            "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1"
            + "7d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923",
            Text(Blake2b.Hash512(input)));
    }

    [Theory]
    [InlineData("", "99e9d85137db46ef")]
    [InlineData("00", "682705db4aa834e9")]
    [InlineData("53797374656d", "26aa394eea5630e0")]
    [InlineData("4163636f756e74", "b99d880ec681799c")]
    [InlineData("53756274656e736f724d6f64756c65", "658faa385070e074")]
    [InlineData("0100", "f1577fbf1d628fdd")]
    [InlineData("0100000000000000", "9599a4a217cb299f")]
    public void Twox_of_8_bytes_is_little_endian(string input, string digest)
    {
        Assert.Equal(digest, Text(Twox.Hash64(Convert.FromHexString(input))));
    }

    [Theory]
    [InlineData("", "99e9d85137db46ef4bbea33613baafd5")]
    [InlineData("00", "682705db4aa834e95124eef6c7171977")]
    [InlineData("53797374656d", "26aa394eea5630e07c48ae0c9558cef7")]
    [InlineData("4163636f756e74", "b99d880ec681799c0cf30e8886371da9")]
    [InlineData("53756274656e736f724d6f64756c65", "658faa385070e074c85bf6b568cf0555")]
    [InlineData("0100", "f1577fbf1d628fdddb4ebfc6e8d95fb1")]
    [InlineData("0100000000000000", "9599a4a217cb299f0997b3a8d645fb8a")]
    public void Twox_of_16_bytes_joins_two_seeds(string input, string digest)
    {
        Assert.Equal(digest, Text(Twox.Hash128(Convert.FromHexString(input))));
    }

    [Fact]
    public void Hashers_of_keys_put_the_key_behind_its_digest()
    {
        byte[] key = [7, 0];

        Assert.Equal(key, KeyHasher.Identity.HashKey(key));
        Assert.Equal([.. Blake2b.Hash128(key), 7, 0], KeyHasher.Blake2_128Concat.HashKey(key));
        Assert.Equal([.. Twox.Hash64(key), 7, 0], KeyHasher.Twox64Concat.HashKey(key));
        Assert.Throws<ArgumentOutOfRangeException>(() => ((KeyHasher)99).HashKey(key));
    }

    private static string Text(byte[] digest) => Convert.ToHexStringLower(digest);
}
