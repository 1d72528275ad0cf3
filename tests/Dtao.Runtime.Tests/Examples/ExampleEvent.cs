using System.Buffers.Binary;
using System.Globalization;
using Dtao.Numerics;
using Dtao.Runtime.Events;

namespace Dtao.Runtime.Tests.Examples;

/// <summary>Events of the economy in the words of the examples.</summary>
internal static class ExampleEvent
{
    // Whose fields have names on the wire.
    private static readonly Dictionary<string, string[]> Named = new()
    {
        ["HotkeySwapped"] = ["coldkey", "old_hotkey", "new_hotkey"],
        ["ColdkeySwapped"] = ["old_coldkey", "new_coldkey", "swap_cost"],
    };

    /// <summary>The economy's events of the present block.</summary>
    public static IEnumerable<string> TextsOf(Chain chain) => chain.Events.Records
        .Select(static record => record.Event)
        .OfType<SubtensorEvent>()
        .Select(TextOf);

    private static string TextOf(SubtensorEvent happened)
    {
        Type type = happened.GetType();
        string[] values = [.. type.GetConstructors()[0].GetParameters()
            .Select(field => Text(type.GetProperty(field.Name!)!.GetValue(happened)!))];
        return Named.TryGetValue(type.Name, out string[]? names)
            ? $"{type.Name} {{ {string.Join(", ", names.Zip(values, (n, v) => $"{n}: {v}"))} }}"
            : $"{type.Name}({string.Join(", ", values)})";
    }

    private static string Text(object value) => value switch
    {
        Hotkey hotkey => Number(hotkey.Account),
        Coldkey coldkey => Number(coldkey.Account),
        Tao tao => tao.Rao.ToString(CultureInfo.InvariantCulture),
        Alpha alpha => alpha.Rao.ToString(CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    public static string Number(AccountId account)
    {
        Span<byte> bytes = stackalloc byte[AccountId.Size];
        account.CopyTo(bytes);
        return BinaryPrimitives.ReadUInt64BigEndian(bytes[24..])
            .ToString(CultureInfo.InvariantCulture);
    }
}
