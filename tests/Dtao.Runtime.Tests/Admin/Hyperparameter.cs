using System.IO.Compression;
using System.Text.Json;
using Dtao.Runtime.Admin;
using Dtao.Runtime.Dispatch;
using Dtao.Testing;

namespace Dtao.Runtime.Tests.Admin;

/// <summary>A row of the specification's table of hyperparameters.</summary>
internal sealed record Hyperparameter(
    string Name, string Storage, string Type, bool IsOfSubnet, string? Setter, byte Call,
    string Origin, bool NeedsSubnet, string? Event, byte EventIndex, JsonElement Row)
{
    /// <summary>All rows by name.</summary>
    public static IReadOnlyDictionary<string, Hyperparameter> All { get; } =
        Read().ToDictionary(static row => row.Name);

    /// <summary>Rows that a setting of the administrative pallet changes.</summary>
    public static IEnumerable<Hyperparameter> WithSetting =>
        All.Values.Where(static row => row.Setter?.StartsWith("AdminUtils.") == true
            && row.Name is not ("alpha_values" or "subnet_moving_alpha"));

    /// <summary>The setting of the row.</summary>
    public Setting Setting => AdminCalls.Settings.Single(setting => setting.Call == Call);

    /// <summary>Largest value that the type holds.</summary>
    public ulong Largest => Type switch
    {
        "bool" => 1,
        "u16" => ushort.MaxValue,
        "u32" => uint.MaxValue,
        _ => ulong.MaxValue,
    };

    private static IEnumerable<Hyperparameter> Read()
    {
        using FileStream file = File.OpenRead(
            RepositoryRoot.Combine("vectors", "examples", "hyperparameters.json.gz"));
        using GZipStream unpacked = new(file, CompressionMode.Decompress);
        JsonElement root = JsonDocument.Parse(unpacked).RootElement;
        foreach (JsonElement row in root.GetProperty("hyperparameters").EnumerateArray())
        {
            yield return new(
                row.GetProperty("name").GetString()!,
                row.GetProperty("storage").GetString()!,
                row.GetProperty("type").GetString()!,
                row.GetProperty("scope").GetString() == "netuid",
                TextOf(row, "setter"),
                NumberOf(row, "call_index"),
                TextOf(row, "origin") ?? "",
                row.TryGetProperty("subnet_exists_check", out JsonElement needs)
                    && needs.ValueKind == JsonValueKind.True,
                TextOf(row, "event"),
                NumberOf(row, "event_index"),
                row);
        }
    }

    private static string? TextOf(JsonElement row, string name) =>
        row.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private static byte NumberOf(JsonElement row, string name) =>
        row.TryGetProperty(name, out JsonElement value)
        && value.ValueKind == JsonValueKind.Number
            ? value.GetByte()
            : (byte)0;
}
