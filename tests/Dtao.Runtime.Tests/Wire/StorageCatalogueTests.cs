using System.Text.Json;
using Dtao.Runtime.Spec;
using Dtao.Runtime.State;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Wire;

/// <summary>Storage items of the chain's pallet have the chain's keys, values, defaults.</summary>
public class StorageCatalogueTests
{
    /// <summary>Items of other pallets, and one that only migrations know.</summary>
    private static readonly string[] BeyondTheCatalogue = ["SubtensorModule.Stake"];

    private static readonly JsonElement Catalogue =
        ClientVectors.ReadWire("storage").GetProperty("items");

    public static TheoryData<string> Names =>
        [.. Catalogue.EnumerateArray().Select(static item => Text(item, "name"))];

    [Fact]
    public void The_catalogue_has_all_items()
    {
        Assert.Equal(148, Catalogue.GetArrayLength());
        Assert.Equal(
            Enumerable.Range(0, 148),
            Catalogue.EnumerateArray().Select(static x => x.GetProperty("index").GetInt32()));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_item_is_stored_as_the_chain_stores_it(string name)
    {
        JsonElement expected = Catalogue.EnumerateArray().Single(x => Text(x, "name") == name);
        IStorageItem? item = new Chain(Specs.Latest).State.Find(ItemDescriptor.Subtensor, name);

        Assert.NotNull(item);
        Assert.Equal(KeysOf(expected), item.Keys.Select(static key => $"{key.Shape} {key.Hasher}"));
        Assert.Equal(
            WireTypes.ShapeOf(Text(expected, "value")), WireTypes.ShapeOf(item.ValueShape));
        Assert.Equal(DefaultOf(expected), HexOf(item.DefaultScale));
    }

    [Fact]
    public void The_engine_has_no_item_of_the_pallet_that_the_chain_lacks()
    {
        HashSet<string> known = [.. Catalogue.EnumerateArray().Select(static x => Text(x, "name"))];

        Assert.DoesNotContain(new Chain(Specs.Latest).State.Items, item =>
            item.Pallet == ItemDescriptor.Subtensor
            && item.Since == 0
            && !known.Contains(item.Name)
            && !BeyondTheCatalogue.Contains($"{item.Pallet}.{item.Name}"));
    }

    private static IEnumerable<string> KeysOf(JsonElement item) =>
        item.GetProperty("keys").EnumerateArray().Zip(
            item.GetProperty("hashers").EnumerateArray(),
            static (key, hasher) => $"{WireTypes.ShapeOf(key.GetString()!)} {hasher}");

    private static string? DefaultOf(JsonElement item) =>
        Text(item, "query") == "optional" ? null : Text(item, "default_hex");

    private static string? HexOf(byte[]? bytes) =>
        bytes is null ? null : $"0x{Convert.ToHexStringLower(bytes)}";

    private static string Text(JsonElement item, string name) =>
        item.GetProperty(name).GetString()!;
}
