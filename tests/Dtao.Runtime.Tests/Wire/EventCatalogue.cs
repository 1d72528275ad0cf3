using System.Text.Json;
using Dtao.Testing;

namespace Dtao.Runtime.Tests.Wire;

/// <summary>The events that the chain's metadata declares at spec 246.</summary>
internal static class EventCatalogue
{
    /// <summary>All events of all pallets.</summary>
    public static IReadOnlyList<Entry> All { get; } = [.. ReadAll()];

    private static IEnumerable<Entry> ReadAll()
    {
        JsonElement pallets = ClientVectors.ReadWire("events").GetProperty("pallets");
        foreach (JsonProperty pallet in pallets.EnumerateObject())
        {
            byte number = pallet.Value.GetProperty("pallet_index").GetByte();
            foreach (JsonElement declared in pallet.Value.GetProperty("events").EnumerateArray())
            {
                yield return new(
                    number,
                    declared.GetProperty("index").GetByte(),
                    declared.GetProperty("name").GetString()!,
                    [.. declared.GetProperty("fields").EnumerateArray().Select(
                        static field => field.GetProperty("type").GetString()!)]);
            }
        }
    }

    /// <summary>An event that the chain knows.</summary>
    /// <param name="Pallet">Number of the pallet.</param>
    /// <param name="Index">Number of the event within the pallet.</param>
    /// <param name="Name">Wire name.</param>
    /// <param name="Fields">Types of the fields in wire order.</param>
    public sealed record Entry(
        byte Pallet, byte Index, string Name, IReadOnlyList<string> Fields);
}
