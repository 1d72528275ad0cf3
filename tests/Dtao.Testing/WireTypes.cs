using System.Text.Json;
using System.Text.RegularExpressions;

namespace Dtao.Testing;

/// <summary>Types of the chain's metadata in the words of the engine's shapes.</summary>
public static partial class WireTypes
{
    private static readonly Dictionary<string, string> Records = ReadRecords();

    /// <summary>The shape of a type, for example of <c>Vec&lt;(u64, AccountId32)&gt;</c>.</summary>
    public static string ShapeOf(string type)
    {
        string shape = Bounded().Replace(type, "list<$1>");
        shape = List().Replace(shape, "list<");
        shape = Name().Replace(shape, static match => match.Value switch
        {
            "AccountId32" or "Public" => "account",
            "H256" => "hash",
            "NetUid" => "u16",
            "BlockNumber" => "u32",
            "Balance" => "u64",
            _ => Records.GetValueOrDefault(match.Value, match.Value),
        });
        return shape;
    }

    private static Dictionary<string, string> ReadRecords()
    {
        Dictionary<string, string> records = [];
        JsonElement types = ClientVectors.ReadWire("storage").GetProperty("types");
        foreach (JsonProperty type in types.EnumerateObject())
        {
            if (type.Value.ValueKind != JsonValueKind.Array) continue;
            IEnumerable<string> fields = type.Value.EnumerateArray().Select(
                static field => List().Replace(
                    Bounded().Replace(field[1].GetString()!, "list<$1>"), "list<"));
            records.Add(type.Name, $"({string.Join(", ", fields)})");
        }

        return records;
    }

    [GeneratedRegex(@"BoundedVec<(\w+), \d+>")]
    private static partial Regex Bounded();

    [GeneratedRegex("Vec(Deque)?<")]
    private static partial Regex List();

    [GeneratedRegex(@"\b[A-Z]\w*")]
    private static partial Regex Name();
}
