using Dtao.Runtime.Spec;
using Dtao.Runtime.State;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.State;

/// <summary>Every storage item of the chain, seen as bytes.</summary>
public class StorageItemTests
{
    public static TheoryData<string> Names =>
        [.. new Chain(Specs.Latest).State.Items.Select(
            static item => $"{item.Pallet}.{item.Name}")];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_put_is_listed_changed_and_gone_after_its_removal(string name)
    {
        Draws draws = Draws.For(2_001);
        Chain chain = new(Specs.Latest);
        IStorageItem item = Find(chain, name);
        item.Clear();
        chain.State.BeginBlock();
        Dictionary<string, string> model = [];
        List<byte[]> keys = [];

        for (int round = 0; round < 40; round++)
        {
            byte[] key = RandomKey(item, draws);
            byte[] value = RandomWire.Encode(item.ValueShape, draws);
            item.Put(key, value);
            model[Hex(key)] = Hex(value);
            keys.Add(key);
        }

        Assert.Equal(model.OrderBy(Key), Entries(item).OrderBy(Key));
        Assert.Equal(model.OrderBy(Key), Changes(item).OrderBy(Key));
        foreach (byte[] key in keys)
        {
            item.Remove(key);
        }

        Assert.Empty(item.Entries());
        Assert.All(item.Changes(), static change => Assert.Null(change.Value));
        Assert.Equal(model.Keys.Order(), item.Changes().Select(static c => Hex(c.Key)).Order());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Bytes_of_another_shape_are_refused_and_change_nothing(string name)
    {
        Draws draws = Draws.For(2_002);
        Chain chain = new(Specs.Latest);
        IStorageItem item = Find(chain, name);
        byte[] key = RandomKey(item, draws);
        byte[] value = RandomWire.Encode(item.ValueShape, draws);
        string before = chain.HashText();

        Assert.Throws<FormatException>(() => item.Put(key, [.. value, 0]));
        if (value.Length > 0)
        {
            Assert.Throws<FormatException>(() => item.Put(key, value.AsSpan(0, value.Length - 1)));
        }

        if (item.Keys.Count > 0)
        {
            Assert.Throws<FormatException>(() => item.Put([.. key, 0], value));
            Assert.Throws<FormatException>(() => item.Put(key.AsSpan(0, key.Length - 1), value));
        }

        Assert.Equal(before, chain.HashText());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_stored_default_differs_from_nothing_stored(string name)
    {
        Chain chain = new(Specs.Latest);
        IStorageItem item = Find(chain, name);
        if (item.DefaultScale is not { } absent) return;
        string before = chain.HashText();

        item.Put(RandomKey(item, Draws.For(2_003)), absent);

        Assert.Single(item.Entries());
        Assert.NotEqual(before, chain.HashText());
        item.Clear();
        Assert.Equal(before, chain.HashText());
    }

    [Fact]
    public void Every_item_says_what_its_unit_is()
    {
        Assert.All(
            new Chain(Specs.Latest).State.Items,
            static item => Assert.False(string.IsNullOrWhiteSpace(item.Unit), item.Name));
    }

    private static IStorageItem Find(Chain chain, string name)
    {
        string[] parts = name.Split('.');
        return chain.State.Find(parts[0], parts[1])!;
    }

    private static byte[] RandomKey(IStorageItem item, Draws draws)
    {
        List<byte> key = [];
        foreach (KeyPart part in item.Keys)
        {
            // Subnets and uids stay small so that dense arrays stay small too.
            key.AddRange(part.Shape == "u16"
                ? [(byte)draws.Below(256), (byte)draws.Below(2)]
                : RandomWire.Encode(part.Shape, draws));
        }

        return [.. key];
    }

    private static string Key(KeyValuePair<string, string> pair) => pair.Key;

    private static Dictionary<string, string> Entries(IStorageItem item) =>
        item.Entries().ToDictionary(static e => Hex(e.Key), static e => Hex(e.Value));

    private static Dictionary<string, string> Changes(IStorageItem item) =>
        item.Changes().ToDictionary(static e => Hex(e.Key), static e => Hex(e.Value!));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
