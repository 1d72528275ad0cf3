using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Dtao.Codec;
using Dtao.Conformance.State;
using Dtao.Crypto;
using Dtao.Runtime;
using Dtao.Runtime.Spec;
using Dtao.Runtime.State;
using Xunit;

namespace Dtao.Conformance.Tests;

/// <summary>Storage items have the wire shapes, hashers and defaults of the chain.</summary>
public partial class StorageTypesTests
{
    // Block numbers have 64 bits where the vectors were made, and 32 on the real chain's wire.
    private static readonly string[] StoredBlockSpans =
        ["ColdkeySwapScheduleDuration", "DissolveNetworkScheduleDuration"];

    public static TheoryData<string> Networks() =>
        ["network", .. Specs.All[..^1].Select(static spec => $"versions/{spec.Version}/network")];

    [Theory]
    [MemberData(nameof(Networks))]
    public void Every_item_of_the_chain_is_modelled_or_carried(string file)
    {
        JsonObject types = TamperedFile.Read(file)["storage_types"]!.AsObject();

        Assert.All(types, static type => Assert.NotNull(ItemSchema.Find(type.Key)));
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Items_have_the_keys_the_hashers_and_the_values_of_the_chain(string file)
    {
        JsonObject types = TamperedFile.Read(file)["storage_types"]!.AsObject();
        Chain chain = new(Specs.Latest);

        Assert.All(types, type =>
        {
            ItemSchema item = ItemSchema.Find(type.Key)!;
            if (!item.IsModelled || StoredBlockSpans.Contains(item.Name)) return;
            IStorageItem own = chain.State.Find(item.Pallet, item.Wire)!;
            Assert.Equal(type.Value!.GetValue<string>(), TypeOf(own));
        });
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Items_have_the_defaults_of_the_chain(string file)
    {
        JsonObject root = TamperedFile.Read(file);
        Chain chain = new(Specs.Latest);
        Accounts accounts = Accounts.Read(list: null);

        Assert.All(root["storage_defaults"]!.AsObject(), pair =>
        {
            // The default tempo is a matter of the version; the registry knows it.
            ItemSchema item = ItemSchema.Find(pair.Key)!;
            if (!item.IsModelled || pair.Key == "Tempo") return;
            if (StoredBlockSpans.Contains(pair.Key)) return;
            byte[]? own = chain.State.Find(item.Pallet, item.Wire)!.DefaultScale;
            if (own is null)
            {
                Assert.Null(pair.Value);
                return;
            }

            ScaleWriter expected = new();
            item.Value.Write(
                System.Text.Json.JsonSerializer.SerializeToElement(pair.Value), accounts, expected);
            Assert.Equal(expected.ToArray(), own);
        });
    }

    [Fact]
    public void Every_item_of_the_engine_is_compared_or_left_out_for_a_reason()
    {
        Assert.All(new Chain(Specs.Latest).State.Items, static item => Assert.True(
            ItemSchema.Of(item) is not null
            || ItemSchema.LeftOut.ContainsKey($"{item.Pallet}.{item.Name}")));
    }

    private static string TypeOf(IStorageItem item)
    {
        if (item.Keys.Count == 0) return $"value {item.ValueShape}";
        IEnumerable<string> keys = item.Keys.Select(
            static key => $"{key.Shape}:{HasherOf(key.Hasher)}");
        return $"map [{string.Join(", ", keys)}] -> {item.ValueShape}";
    }

    private static string HasherOf(KeyHasher hasher) =>
        WordStart().Replace($"{hasher}", "_$0").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z0-9])[A-Z]")]
    private static partial Regex WordStart();
}
