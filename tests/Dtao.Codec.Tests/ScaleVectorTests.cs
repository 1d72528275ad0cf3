using System.Numerics;
using System.Text.Json;
using Dtao.Numerics;
using Dtao.Testing;
using Xunit;

namespace Dtao.Codec.Tests;

/// <summary>Plain SCALE values, byte for byte as clients write them.</summary>
public class ScaleVectorTests
{
    /// <summary>
    /// Rows that show a value as clients print it – without the option's first byte, without the
    /// length of bytes, a compact number at its full width – and not as they encode it.
    /// </summary>
    private static readonly string[] Printed =
    [
        "Option<u32>", "Option<bool>", "Option<Vec<u8>>", "Vec<u8>", "Bytes", "Text",
        "Compact<u64>",
    ];

    /// <summary>Types that have tests of their own.</summary>
    private static readonly string[] Elsewhere =
        ["MultiAddress", "MultiSignature", "DispatchError", "TransactionValidityError"];

    [Fact]
    public void Values_have_the_bytes_of_the_clients()
    {
        int seen = 0;
        foreach (JsonElement row in ClientVectors.Rows("scale"))
        {
            string type = row.GetProperty("type").GetString()!;
            if (Printed.Contains(type) || Elsewhere.Contains(type)) continue;
            byte[] expected = row.Hex("scale");
            ScaleWriter to = new();
            Write(to, type, row.GetProperty("value"));
            Assert.Equal(expected, to.ToArray());
            seen++;
        }

        Assert.Equal(23, seen);
    }

    [Fact]
    public void Numbers_of_the_clients_are_read_back()
    {
        foreach (JsonElement row in ClientVectors.Rows("scale"))
        {
            ScaleReader reader = new(row.Hex("scale"));
            BigInteger? read = row.GetProperty("type").GetString() switch
            {
                "u8" => reader.ReadU8(),
                "u16" => reader.ReadU16(),
                "u32" => reader.ReadU32(),
                "u64" => reader.ReadU64(),
                "u128" => (BigInteger)reader.ReadU128(),
                "i128" => (BigInteger)reader.ReadI128(),
                _ => null,
            };
            if (read is null) continue;
            Assert.Equal(BigInteger.Parse(row.GetProperty("value").ToString()), read);
            Assert.True(reader.IsAtEnd);
        }
    }

    private static void Write(ScaleWriter to, string type, JsonElement value)
    {
        switch (type)
        {
            case "bool":
                to.WriteBool(value.GetBoolean());
                break;
            case "H256" or "[u8;4]":
                to.WriteRaw(value.Hex());
                break;
            case "AccountId":
                byte[] account = new byte[AccountId.Size];
                Ss58.Parse(value.GetString()!).CopyTo(account);
                to.WriteRaw(account);
                break;
            case "Result<(),u8>":
                WriteResult(to, value);
                break;
            case "BTreeMap<u8,u16>":
                WriteMap(to, value);
                break;
            case "BTreeSet<u8>":
                WriteSet(to, value);
                break;
            default:
                WriteNumbers(to, type, value);
                break;
        }
    }

    private static void WriteNumbers(ScaleWriter to, string type, JsonElement value)
    {
        if (type.StartsWith("Vec<", StringComparison.Ordinal))
        {
            to.WriteCompact((ulong)value.GetArrayLength());
            foreach (JsonElement item in value.EnumerateArray())
            {
                WriteNumbers(to, type[4..^1], item);
            }
        }
        else if (type.StartsWith('('))
        {
            string[] parts = type[1..^1].Split(',');
            for (int index = 0; index < parts.Length; index++)
            {
                WriteNumbers(to, parts[index], value[index]);
            }
        }
        else WriteNumber(to, type, BigInteger.Parse(value.ToString()));
    }

    private static void WriteNumber(ScaleWriter to, string type, BigInteger value)
    {
        switch (type)
        {
            case "u8":
                to.WriteU8((byte)value);
                break;
            case "u16":
                to.WriteU16((ushort)value);
                break;
            case "u32":
                to.WriteU32((uint)value);
                break;
            case "u64":
                to.WriteU64((ulong)value);
                break;
            case "u128":
                to.WriteU128((UInt128)value);
                break;
            case "Compact<u16>":
                to.WriteCompact((ulong)value);
                break;
            default:
                WriteSigned(to, type, value);
                break;
        }
    }

    // Signed numbers are their bits, in the width of the type.
    private static void WriteSigned(ScaleWriter to, string type, BigInteger value)
    {
        switch (type)
        {
            case "i8":
                to.WriteU8(unchecked((byte)(sbyte)value));
                break;
            case "i16":
                to.WriteU16(unchecked((ushort)(short)value));
                break;
            case "i32":
                to.WriteU32(unchecked((uint)(int)value));
                break;
            case "i64":
                to.WriteU64(unchecked((ulong)(long)value));
                break;
            case "i128":
                to.WriteI128((Int128)value);
                break;
            default:
                throw new ArgumentException($"no way to write a {type}", nameof(type));
        }
    }

    private static void WriteResult(ScaleWriter to, JsonElement value)
    {
        bool failed = value.TryGetProperty("err", out JsonElement error);
        to.WriteBool(failed);
        if (failed) to.WriteU8(error.GetByte());
    }

    private static void WriteMap(ScaleWriter to, JsonElement value)
    {
        JsonProperty[] pairs = [.. value.EnumerateObject()];
        to.WriteCompact((ulong)pairs.Length);
        foreach (JsonProperty pair in pairs)
        {
            to.WriteU8(byte.Parse(pair.Name));
            to.WriteU16(pair.Value.GetUInt16());
        }
    }

    private static void WriteSet(ScaleWriter to, JsonElement value)
    {
        byte[] items = [.. value.EnumerateArray().Select(static item => item.GetByte()).Order()];
        to.WriteBytes(items);
    }
}
