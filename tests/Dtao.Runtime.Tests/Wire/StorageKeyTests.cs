using System.Globalization;
using System.Text.Json;
using Dtao.Codec;
using Dtao.Crypto;
using Dtao.Runtime.Spec;
using Dtao.Runtime.State;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Wire;

/// <summary>Storage keys are the bytes that clients ask for.</summary>
public class StorageKeyTests
{
    private const int FewestCompared = 54;

    private static readonly IReadOnlyList<JsonElement> Rows = ClientVectors.Rows("storage-keys");

    [Fact]
    public void Names_and_hashers_give_the_keys_of_the_clients()
    {
        Assert.Equal(90, Rows.Count);
        Assert.All(Rows, static row =>
        {
            KeyPart[] parts = [.. HashersOf(row).Zip(ArgumentsOf(row), static (hasher, argument) =>
                new KeyPart(ShapeOf(argument.Length), Enum.Parse<KeyHasher>(hasher)))];
            byte[] prefix = StorageKey.Prefix(Text(row, "prefix"), Text(row, "item"));
            byte[] keys = [.. ArgumentsOf(row).SelectMany(static bytes => bytes)];

            Assert.Equal(row.Hex("key"), StorageKey.Of(prefix, parts, keys));
        });
    }

    [Fact]
    public void Items_of_the_engine_have_the_keys_of_the_clients()
    {
        StateLayer state = new Chain(Specs.Latest).State;
        int compared = 0;

        foreach (JsonElement row in Rows)
        {
            if (state.Find(Text(row, "pallet"), Text(row, "item")) is not { } item) continue;
            byte[] prefix = StorageKey.Prefix(item.Pallet, item.Name);
            byte[] keys = [.. ArgumentsOf(row).SelectMany(static bytes => bytes)];
            Assert.Equal(row.Hex("key"), StorageKey.Of(prefix, item.Keys, keys));
            compared++;
        }

        Assert.InRange(compared, FewestCompared, Rows.Count);
    }

    [Fact]
    public void Pallets_have_the_prefixes_of_the_clients()
    {
        JsonElement prefixes = ClientVectors.Read("storage-keys").GetProperty("palletPrefixes");

        Assert.All(prefixes.EnumerateArray(), static row => Assert.Equal(
            row.Hex("twox128"), StorageKey.Prefix(Text(row, "pallet"), "Any")[..16]));
    }

    private static IEnumerable<string> HashersOf(JsonElement row) =>
        row.GetProperty("hashers").EnumerateArray().Select(static x => x.GetString()!);

    // The files write arguments as people do; their widths follow from the items.
    private static IEnumerable<byte[]> ArgumentsOf(JsonElement row)
    {
        string item = Text(row, "item");
        foreach (JsonElement argument in row.GetProperty("args").EnumerateArray())
        {
            string text = argument.GetString()!;
            if (text.StartsWith("0x", StringComparison.Ordinal)) yield return argument.Hex();
            else if (ulong.TryParse(text, CultureInfo.InvariantCulture, out ulong number))
            {
                bool isWide = item is "BlockHash" or "ExtrinsicData" or "Agenda";
                yield return WireValue.Encode(isWide ? "u32" : "u16", number);
            }
            else yield return WireValue.Encode("account", Ss58.Parse(text));
        }
    }

    private static string ShapeOf(int width) => width switch
    {
        2 => "u16",
        4 => "u32",
        _ => "account",
    };

    private static string Text(JsonElement row, string name) => row.GetProperty(name).GetString()!;
}
