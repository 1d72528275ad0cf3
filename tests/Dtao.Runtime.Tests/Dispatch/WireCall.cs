using System.Text.Json;

namespace Dtao.Runtime.Tests.Dispatch;

/// <summary>Bytes of a call made from the types of its arguments on the wire.</summary>
internal static class WireCall
{
    private const string Remark = "000000";

    /// <summary>A call with lists of one item or of none.</summary>
    public static byte[] Encode(JsonElement call, int items)
    {
        string bytes = Byte(call, "pallet_index") + Byte(call, "call_index");
        foreach (JsonElement argument in call.GetProperty("args").EnumerateArray())
        {
            // Work is a digest, whatever the list says: other lengths do not decode.
            bool isDigest = argument.GetProperty("name").GetString() == "work";
            bytes += isDigest
                ? "80" + string.Concat(Enumerable.Repeat("01", 32))
                : Of(argument.GetProperty("type").GetString()!, items);
        }

        return Convert.FromHexString(bytes);
    }

    private static string Of(string type, int items)
    {
        if (Inner(type, "Compact") is not null) return "04";
        if (Inner(type, "Option") is { } some) return "01" + Of(some, items);
        if (Inner(type, "Vec") is { } item) return items == 0 ? "00" : "04" + Of(item, items);
        if (Inner(type, "BoundedVec") is { } bounded)
        {
            return Of($"Vec<{bounded[..bounded.LastIndexOf(',')]}>", items);
        }

        if (type.StartsWith('(')) return string.Concat(Parts(type).Select(part => Of(part, items)));
        return type switch
        {
            "bool" or "u8" or "ProxyType" or "PrecompileEnum" or "AdjustmentDirection" => "01",
            "u16" => Ones(2),
            "u32" => Ones(4),
            "u64" => Ones(8),
            "I96F32" or "u128" => Ones(16),
            "AccountId32" or "H256" or "[u8;32]" or "ed25519::Public" or "sr25519::Public" =>
                Ones(32),
            "MultiAddress" => "00" + Ones(32),
            "RuntimeCall" => Remark,
            "Weight" => items == 0 ? "0000" : "0404",
            "OriginCaller" => "0001" + Ones(32),
            "Timepoint" => Ones(8),
            "SubnetIdentityV2" => string.Concat(
                Enumerable.Repeat(items == 0 ? "00" : "0401", 7)),
            _ => throw new NotSupportedException(type),
        };
    }

    private static string? Inner(string type, string outer) =>
        type.StartsWith($"{outer}<", StringComparison.Ordinal)
            ? type[(outer.Length + 1)..^1]
            : null;

    private static string[] Parts(string tuple) =>
        tuple[1..^1].Split(',', StringSplitOptions.TrimEntries);

    private static string Byte(JsonElement call, string name) =>
        call.GetProperty(name).GetByte().ToString("x2");

    private static string Ones(int count) => string.Concat(Enumerable.Repeat("01", count));
}
