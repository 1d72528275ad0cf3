using System.Text.Json;
using Dtao.Crypto;
using Dtao.Testing;
using Xunit;

namespace Dtao.Codec.Tests;

/// <summary>Roots of tries, byte for byte as the chain's own code computes them.</summary>
public class TrieRootTests
{
    public static TheoryData<int, string> States => Cases("state-roots");

    public static TheoryData<int, string> Lists => Cases("extrinsics-roots");

    [Theory]
    [MemberData(nameof(States))]
    public void A_state_has_the_root_that_the_chain_computes(int row, string name)
    {
        JsonElement state = ClientVectors.Rows("state-roots")[row];
        Assert.Equal(name, Text(state, "name"));
        KeyValuePair<byte[], byte[]>[] entries = [.. state.GetProperty("entries")
            .EnumerateArray()
            .Select(static pair => new KeyValuePair<byte[], byte[]>(pair[0].Hex(), pair[1].Hex()))
            .OrderBy(static pair => Convert.ToHexString(pair.Key), StringComparer.Ordinal)];

        Assert.Equal(Text(state, "rootV0"), Root(entries, StateVersion.V0));
        Assert.Equal(Text(state, "rootV1"), Root(entries, StateVersion.V1));
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_list_of_extrinsics_has_the_root_of_the_chain_s_headers(int row, string name)
    {
        JsonElement list = ClientVectors.Rows("extrinsics-roots")[row];
        Assert.Equal(name, Text(list, "name"));
        byte[][] items = [.. list.GetProperty("items").EnumerateArray()
            .Select(static item => item.Hex())];

        string oldForm = Hex(TrieRoot.OfList(items, StateVersion.V0));

        Assert.Equal(Text(list, "rootV0"), oldForm);
        Assert.Equal(Text(list, "rootV1"), Hex(TrieRoot.OfList(items, StateVersion.V1)));
        if (!list.TryGetProperty("runtimeExtrinsicsRoot", out JsonElement header)) return;
        Assert.Equal(header.GetString(), oldForm);
    }

    [Theory]
    [InlineData(62)]
    [InlineData(64)]
    [InlineData(62 + 255 + 1)]
    [InlineData(63 + 255 + 2)]
    [InlineData(63 + 255 + 256 + 2)]
    public void The_number_of_nibbles_of_a_leaf_overflows_into_further_bytes(int nibbles)
    {
        byte[] key = new byte[nibbles / 2];
        List<byte> node = nibbles < 63 ? [(byte)(0x40 | nibbles)] : [0x7f];
        int rest = nibbles - 63;
        for (; rest >= 255; rest -= 255)
        {
            node.Add(255);
        }

        if (rest >= 0) node.Add((byte)rest);
        node.AddRange([.. key, 4, 9]);

        Assert.Equal(Hex(Blake2b.Hash256([.. node])), Root([new(key, [9])], StateVersion.V1));
    }

    [Fact]
    public void Only_a_value_of_33_bytes_or_more_makes_the_versions_differ()
    {
        KeyValuePair<byte[], byte[]>[] shortOne = [new([1, 2], new byte[32])];
        KeyValuePair<byte[], byte[]>[] longOne = [new([1, 2], new byte[33])];

        Assert.Equal(Root(shortOne, StateVersion.V0), Root(shortOne, StateVersion.V1));
        Assert.NotEqual(Root(longOne, StateVersion.V0), Root(longOne, StateVersion.V1));
    }

    [Fact]
    public void Keys_out_of_order_or_repeated_are_refused()
    {
        KeyValuePair<byte[], byte[]> low = new([1], [1]);
        KeyValuePair<byte[], byte[]> high = new([1, 0], [1]);

        Assert.Throws<ArgumentException>(() => TrieRoot.Of([high, low], StateVersion.V1));
        Assert.Throws<ArgumentException>(() => TrieRoot.Of([low, low], StateVersion.V1));
    }

    private static TheoryData<int, string> Cases(string file)
    {
        TheoryData<int, string> cases = [];
        foreach (JsonElement vector in ClientVectors.Rows(file))
        {
            cases.Add(cases.Count, Text(vector, "name"));
        }

        return cases;
    }

    private static string Text(JsonElement vector, string name) =>
        vector.GetProperty(name).GetString()!;

    private static string Root(KeyValuePair<byte[], byte[]>[] entries, StateVersion version) =>
        Hex(TrieRoot.Of(entries, version));

    private static string Hex(byte[] bytes) => $"0x{Convert.ToHexStringLower(bytes)}";
}
