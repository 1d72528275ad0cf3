using Dtao.Codec;

namespace Dtao.Runtime.Tests.Wire;

/// <summary>Finds the end of a value of the chain's metadata types.</summary>
internal static class WireReader
{
    private static readonly Dictionary<string, int> Widths = new()
    {
        ["bool"] = 1,
        ["u8"] = 1,
        ["u16"] = 2,
        ["u32"] = 4,
        ["u64"] = 8,
        ["u128"] = 16,
        ["H160"] = 20,
        ["AccountId32"] = 32,
        ["H256"] = 32,
        ["Public"] = 32,
        ["[u8;32]"] = 32,
        ["ProxyType"] = 1,
        ["BalanceStatus"] = 1,
        ["Permill"] = 4,
        ["Timepoint"] = 8,
    };

    /// <summary>Reads a value and gives its bytes.</summary>
    /// <param name="reader">Stands before the value, afterwards behind it.</param>
    /// <param name="bytes">What the reader reads.</param>
    /// <param name="type">Type in the words of the metadata.</param>
    public static byte[] Take(ref ScaleReader reader, ReadOnlySpan<byte> bytes, string type)
    {
        int start = reader.Offset;
        Skip(ref reader, type);
        return bytes[start..reader.Offset].ToArray();
    }

    private static void Skip(ref ScaleReader reader, string type)
    {
        if (Widths.TryGetValue(type, out int width)) reader.ReadRaw(width);
        else if (Inner(type, "Vec<") is { } item)
        {
            int count = reader.ReadLength();
            for (int index = 0; index < count; index++)
            {
                Skip(ref reader, item);
            }
        }
        else if (Inner(type, "Option<") is { } some)
        {
            if (reader.ReadBool()) Skip(ref reader, some);
        }
        else if (Inner(type, "Compact<") is not null) reader.ReadCompact();
        else if (Inner(type, "(") is { } parts)
        {
            foreach (string part in parts.Split(", "))
            {
                Skip(ref reader, part);
            }
        }
        else SkipNamed(ref reader, type);
    }

    private static void SkipNamed(ref ScaleReader reader, string type)
    {
        switch (type)
        {
            case "DispatchInfo":
                reader.ReadCompact();
                reader.ReadCompact();
                reader.ReadRaw(2);
                break;
            case "Result" or "Result<(), DispatchError>":
                if (reader.ReadBool()) SkipNamed(ref reader, "DispatchError");
                break;
            case "DispatchError":
                byte kind = reader.ReadU8();
                if (kind == 3) reader.ReadRaw(5);
                else if (kind is >= 7 and <= 9) reader.ReadU8();
                break;
            default:
                throw new ArgumentException($"no way to read a {type}", nameof(type));
        }
    }

    private static string? Inner(string type, string start) =>
        type.StartsWith(start, StringComparison.Ordinal) ? type[start.Length..^1] : null;
}
