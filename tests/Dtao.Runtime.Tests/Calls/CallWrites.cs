using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Dtao.Numerics;
using Dtao.Runtime.State;

namespace Dtao.Runtime.Tests.Calls;

/// <summary>What a call changes in the state, as text for people.</summary>
internal static class CallWrites
{
    /// <summary>Every entry that the call without a fault changes, before and after.</summary>
    public static IReadOnlyList<string> Of(CallCase item)
    {
        CallCase.Situation found = item.WithoutFault();
        Dictionary<string, string> before = Entries(found.Chain);
        found.Chain.DispatchAs(found.Origin, found.Call);
        Dictionary<string, string> after = Entries(found.Chain);
        return
        [
            .. before.Keys.Union(after.Keys)
                .Where(key => before.GetValueOrDefault(key) != after.GetValueOrDefault(key))
                .Order(StringComparer.Ordinal)
                .Select(key => $"{key} {before.GetValueOrDefault(key, "none")} -> "
                    + after.GetValueOrDefault(key, "none")),
        ];
    }

    private static Dictionary<string, string> Entries(Chain chain)
    {
        Dictionary<string, string> entries = [];
        foreach (IStorageItem item in chain.State.Items)
        {
            foreach ((byte[] key, byte[] value) in item.Entries())
            {
                string name = $"{item.Pallet}.{item.Name}{KeyText(item, key)}";
                entries.Add(name, ValueText(item.ValueShape, value));
            }
        }

        return entries;
    }

    private static string KeyText(IStorageItem item, ReadOnlySpan<byte> key)
    {
        StringBuilder text = new();
        foreach (KeyPart part in item.Keys)
        {
            int size = SizeOf(part.Shape) ?? key.Length;
            text.Append('/').Append(ValueText(part.Shape, key[..size]));
            key = key[size..];
        }

        return text.ToString();
    }

    private static int? SizeOf(string shape) => shape switch
    {
        "account" => AccountId.Size,
        "u16" => 2,
        "u32" => 4,
        "u64" => 8,
        _ => null,
    };

    private static string ValueText(string shape, ReadOnlySpan<byte> value) => shape switch
    {
        "account" => $"#{BinaryPrimitives.ReadUInt64BigEndian(value[24..])}",
        "u16" => Number(BinaryPrimitives.ReadUInt16LittleEndian(value)),
        "u32" => Number(BinaryPrimitives.ReadUInt32LittleEndian(value)),
        "u64" => Number(BinaryPrimitives.ReadUInt64LittleEndian(value)),
        _ => BytesText(value),
    };

    private static string Number(ulong value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Hexadecimal digits; a run of zeros is its length in parentheses.</summary>
    public static string BytesText(ReadOnlySpan<byte> value)
    {
        StringBuilder text = new("0x");
        for (int index = 0; index < value.Length; index++)
        {
            int zeros = 0;
            while (index + zeros < value.Length && value[index + zeros] == 0)
            {
                zeros++;
            }

            if (zeros > 3) text.Append('(').Append(zeros).Append(')');
            else text.Append(Convert.ToHexStringLower(value.Slice(index, Math.Max(zeros, 1))));
            index += Math.Max(zeros, 1) - 1;
        }

        return text.ToString();
    }
}
