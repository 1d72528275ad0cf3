using System.Globalization;
using System.Numerics;
using Dtao.Codec;
using Dtao.Numerics;

namespace Dtao.Testing;

/// <summary>Values of storage items written in the shape that an item declares.</summary>
public static class WireValue
{
    /// <summary>The encoded value.</summary>
    /// <param name="shape">Shape that the item declares, for example <c>u64</c>.</param>
    /// <param name="value">A number, its decimal text, a truth value, a key, or a list.</param>
    public static byte[] Encode(string shape, object value)
    {
        ScaleWriter writer = new();
        Write(writer, shape, value);
        return writer.ToArray();
    }

    private static void Write(ScaleWriter writer, string shape, object value)
    {
        if (shape.StartsWith("list<", StringComparison.Ordinal))
        {
            object[] items = ((System.Collections.IEnumerable)value).Cast<object>().ToArray();
            writer.WriteCompact((ulong)items.Length);
            foreach (object item in items)
            {
                Write(writer, shape[5..^1], item);
            }

            return;
        }

        if (shape is "account")
        {
            WriteAccount(writer, AccountOf(value));
            return;
        }

        if (shape is "(u64, account)")
        {
            (ulong number, AccountId account) = ((ulong, AccountId))value;
            writer.WriteU64(number);
            WriteAccount(writer, account);
            return;
        }

        if (shape is "(u16, u16)")
        {
            (ushort first, ushort second) = ((ushort, ushort))value;
            writer.WriteU16(first);
            writer.WriteU16(second);
            return;
        }

        WriteNumber(writer, shape, value);
    }

    private static void WriteNumber(ScaleWriter writer, string shape, object value)
    {
        BigInteger number = NumberOf(value);
        switch (shape)
        {
            case "bool":
                writer.WriteBool(!number.IsZero);
                break;
            case "u8":
                writer.WriteU8((byte)number);
                break;
            case "u16":
                writer.WriteU16((ushort)number);
                break;
            case "u32":
                writer.WriteU32((uint)number);
                break;
            case "u64":
                writer.WriteU64((ulong)number);
                break;
            case "u128" or "U64F64":
                writer.WriteU128((UInt128)number);
                break;
            case "I96F32":
                writer.WriteI128((Int128)number);
                break;
            default:
                throw new ArgumentException($"no way to write a {shape}", nameof(shape));
        }
    }

    private static void WriteAccount(ScaleWriter writer, AccountId account)
    {
        Span<byte> bytes = stackalloc byte[AccountId.Size];
        account.CopyTo(bytes);
        writer.WriteRaw(bytes);
    }

    private static AccountId AccountOf(object value) => value switch
    {
        AccountId account => account,
        Hotkey hotkey => hotkey.Account,
        Coldkey coldkey => coldkey.Account,
        _ => Account.Of((ulong)NumberOf(value)),
    };

    private static BigInteger NumberOf(object value) => value switch
    {
        BigInteger number => number,
        bool truth => truth ? 1 : 0,
        string text => BigInteger.Parse(text, CultureInfo.InvariantCulture),
        Tao amount => amount.Rao,
        Alpha amount => amount.Rao,
        NetUid subnet => subnet.Value,
        Uid uid => uid.Value,
        BlockNumber block => block.Value,
        I96F32 number => (BigInteger)number.Bits,
        U64F64 number => (BigInteger)number.Bits,
        Price price => (BigInteger)price.Value.Bits,
        UInt128 number => (BigInteger)number,
        _ => Convert.ToUInt64(value, CultureInfo.InvariantCulture),
    };
}
