using System.Globalization;
using System.Text.Json;
using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Events;
using Dtao.Testing;
using Xunit;

namespace Dtao.Runtime.Tests.Wire;

/// <summary>
/// Events as a genuine runtime recorded them: a later one (spec 293), so only the framing and the
/// events whose fields are still the same are compared.
/// </summary>
public class RecordedEventTests
{
    /// <summary>Events that had other fields at spec 246; the fields of spec 293.</summary>
    private static readonly Dictionary<string, string[]> ChangedFields = new()
    {
        ["StakeAdded"] = ["AccountId32", "AccountId32", "u64", "u64", "u16", "u64"],
        ["StakeRemoved"] = ["AccountId32", "AccountId32", "u64", "u64", "u16", "u64"],
    };

    public static TheoryData<int> Rows =>
        [.. Enumerable.Range(0, ClientVectors.Rows("events-293").Count)];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Records_are_framed_as_the_chain_frames_them(int row)
    {
        JsonElement recorded = ClientVectors.Rows("events-293")[row];
        byte[] raw = recorded.Hex("raw");
        ScaleReader reader = new(raw);
        JsonElement[] expected = [.. recorded.GetProperty("events").EnumerateArray()];

        Assert.Equal(expected.Length, reader.ReadLength());
        foreach (JsonElement told in expected)
        {
            int start = reader.Offset;
            EventRecord record = Read(ref reader, raw, told);
            ScaleWriter again = new();
            record.Encode(again);
            Assert.Equal(raw[start..reader.Offset], again.ToArray());
        }

        Assert.True(reader.IsAtEnd);
    }

    [Fact]
    public void Only_stake_events_changed_their_fields_since()
    {
        IEnumerable<string> changed = ClientVectors.Rows("events-293")
            .SelectMany(static row => row.GetProperty("events").EnumerateArray())
            .Where(static told => Known(told.Hex("index")[0], Text(told, "name")).Fields.Count
                != told.GetProperty("data").GetArrayLength())
            .Select(static told => Text(told, "name"));

        Assert.Equal(ChangedFields.Keys.Order(), changed.Distinct().Order());
    }

    private static EventRecord Read(ref ScaleReader reader, byte[] raw, JsonElement told)
    {
        byte phase = reader.ReadU8();
        uint? extrinsic = phase == 0 ? reader.ReadU32() : null;
        byte pallet = reader.ReadU8();
        byte index = reader.ReadU8();
        Assert.Equal(told.Hex("index"), new byte[] { pallet, index });
        EventCatalogue.Entry known = Known(pallet, Text(told, "name"));
        List<byte> fields = [];
        int field = 0;
        foreach (string type in ChangedFields.GetValueOrDefault(known.Name, [.. known.Fields]))
        {
            byte[] value = WireReader.Take(ref reader, raw, type);
            AssertTold(told.GetProperty("data")[field++], type, value);
            fields.AddRange(value);
        }

        Assert.Equal(0, reader.ReadLength());
        return new(new(extrinsic), new RecordedEvent(pallet, index, [.. fields]));
    }

    private static void AssertTold(JsonElement told, string type, byte[] value)
    {
        if (type == "AccountId32")
        {
            Assert.Equal(told.GetString(), Ss58.Of(AccountId.FromBytes(value)));
        }
        else if (type is "u16" or "u32" or "u64" or "bool")
        {
            Assert.Equal(WireValue.Encode(type, NumberOf(told)), value);
        }
    }

    // Clients write numbers above 2^53 in hexadecimal, the upper digits first.
    private static object NumberOf(JsonElement told) => told.ValueKind switch
    {
        JsonValueKind.True or JsonValueKind.False => told.GetBoolean(),
        JsonValueKind.String => ulong.Parse(
            told.GetString()!.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
        _ => told.GetUInt64(),
    };

    // Numbers within a pallet moved between the versions; names did not.
    private static EventCatalogue.Entry Known(byte pallet, string name) =>
        EventCatalogue.All.Single(entry => entry.Pallet == pallet && entry.Name == name);

    private static string Text(JsonElement told, string name) =>
        told.GetProperty(name).GetString()!;

    private sealed record RecordedEvent(byte Pallet, byte Index, byte[] Fields) : IChainEvent
    {
        public void EncodeFields(ScaleWriter to) => to.WriteRaw(Fields);
    }
}
