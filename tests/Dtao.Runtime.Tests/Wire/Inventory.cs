using System.Text.Json;
using System.Text.RegularExpressions;
using Dtao.Testing;

namespace Dtao.Runtime.Tests.Wire;

/// <summary>
/// The storage of every pallet, as a genuine runtime (spec 240, a development build) declares it.
/// </summary>
internal static partial class Inventory
{
    /// <summary>Types that the list names without taking them apart.</summary>
    private static readonly Dictionary<string, string> Records = new()
    {
        ["PalletBalancesAccountData"] = "(u64, u64, u64, u128)",
        ["PalletMultisigTimepoint"] = "(u32, u32)",
        ["PalletProxyProxyDefinition"] = "(account, ProxyType, u32)",
        ["PalletProxyAnnouncement"] = "(account, hash, u32)",
        ["PalletSchedulerScheduled"] = "scheduled",
    };

    /// <summary>All items of all pallets.</summary>
    public static IReadOnlyList<Item> Items { get; } = [.. ClientVectors.ReadWire("inventory-240")
        .GetProperty("pallets").EnumerateArray().SelectMany(ItemsOf)];

    private static IEnumerable<Item> ItemsOf(JsonElement pallet) =>
        !pallet.TryGetProperty("storage", out JsonElement storage)
            ? []
            : storage.EnumerateArray().Select(item => new Item(
                Text(pallet, "name"),
                Text(item, "name"),
                [.. KeysOf(item)],
                ShapeOf(Text(item, "value")),
                Text(item, "modifier") == "Optional" ? null : Text(item, "default")));

    private static IEnumerable<string> KeysOf(JsonElement item)
    {
        if (!item.TryGetProperty("hashers", out JsonElement hashers)) return [];
        string key = Text(item, "key");
        string[] parts = hashers.GetArrayLength() == 1 ? [key] : key[1..^1].Split(',');
        return parts.Zip(
            hashers.EnumerateArray(),
            static (part, hasher) => $"{ShapeOf(part)} {hasher.GetString()}");
    }

    // The list writes types as clients print them: records as objects, fixed point as its bits.
    private static string ShapeOf(string type)
    {
        string shape = type
            .Replace("{\"bits\":\"i128\"}", "I96F32", StringComparison.Ordinal)
            .Replace("{\"bits\":\"u128\"}", "U64F64", StringComparison.Ordinal)
            .Replace("[u8;32]", "H256", StringComparison.Ordinal)
            .Replace("Bytes", "Vec<u8>", StringComparison.Ordinal)
            .Replace("Null", "()", StringComparison.Ordinal);
        shape = Field().Replace(shape, "$1");
        shape = shape.Replace('{', '(').Replace('}', ')');
        shape = Comma().Replace(shape, ", ");
        shape = shape.Replace("Option<", "option<", StringComparison.Ordinal);
        shape = WireTypes.ShapeOf(shape);
        return Records.Aggregate(shape, static (text, record) =>
            text.Replace(record.Key, record.Value, StringComparison.Ordinal));
    }

    private static string Text(JsonElement element, string name) =>
        element.GetProperty(name).GetString()!;

    [GeneratedRegex("\"\\w+\":\"([^\"]*)\"")]
    private static partial Regex Field();

    [GeneratedRegex(", ?")]
    private static partial Regex Comma();

    /// <summary>An item that the chain stores.</summary>
    /// <param name="Pallet">Its pallet.</param>
    /// <param name="Name">Wire name.</param>
    /// <param name="Keys">Shapes of the keys with their hashers.</param>
    /// <param name="Value">Shape of the value.</param>
    /// <param name="Absent">Encoded value when absent; null when there is none.</param>
    public sealed record Item(
        string Pallet, string Name, IReadOnlyList<string> Keys, string Value, string? Absent)
    {
        /// <summary>Pallet and name.</summary>
        public string Path => $"{Pallet}.{Name}";
    }
}
