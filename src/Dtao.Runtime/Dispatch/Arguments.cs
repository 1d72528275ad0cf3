using Dtao.Codec;
using Dtao.Numerics;

namespace Dtao.Runtime.Dispatch;

/// <summary>How the arguments of calls and the fields of events are written and read.</summary>
/// <remarks>Readers throw <see cref="FormatException"/> on bytes of another shape.</remarks>
internal static class Arguments
{
    public static void Write(this ScaleWriter to, AccountId value)
    {
        Span<byte> bytes = stackalloc byte[AccountId.Size];
        value.CopyTo(bytes);
        to.WriteRaw(bytes);
    }

    public static void Write(this ScaleWriter to, Hotkey value) => to.Write(value.Account);

    public static void Write(this ScaleWriter to, Coldkey value) => to.Write(value.Account);

    public static void Write(this ScaleWriter to, NetUid value) => to.WriteU16(value.Value);

    public static void Write(this ScaleWriter to, Uid value) => to.WriteU16(value.Value);

    public static void Write(this ScaleWriter to, Tao value) => to.WriteU64(value.Rao);

    public static void Write(this ScaleWriter to, Alpha value) => to.WriteU64(value.Rao);

    public static void WriteList<T>(
        this ScaleWriter to, IReadOnlyList<T> values, Action<ScaleWriter, T> write)
    {
        to.WriteCompact((ulong)values.Count);
        foreach (T value in values)
        {
            write(to, value);
        }
    }

    public static void WriteShorts(this ScaleWriter to, ReadOnlySpan<ushort> values)
    {
        to.WriteCompact((ulong)values.Length);
        foreach (ushort value in values)
        {
            to.WriteU16(value);
        }
    }

    public static AccountId ReadAccount(this ref ScaleReader from) =>
        AccountId.FromBytes(from.ReadRaw(AccountId.Size));

    public static Hotkey ReadHotkey(this ref ScaleReader from) => new(from.ReadAccount());

    public static Coldkey ReadColdkey(this ref ScaleReader from) => new(from.ReadAccount());

    public static NetUid ReadNetUid(this ref ScaleReader from) => new(from.ReadU16());

    public static Tao ReadTao(this ref ScaleReader from) => Tao.FromRao(from.ReadU64());

    public static Alpha ReadAlpha(this ref ScaleReader from) => Alpha.FromRao(from.ReadU64());

    public static T[] ReadList<T>(this ref ScaleReader from, Reader<T> read)
    {
        // The length is not trusted: every element takes at least one byte.
        int count = from.ReadLength();
        List<T> values = new(Math.Min(count, 1_024));
        for (int index = 0; index < count; index++)
        {
            values.Add(read(ref from));
        }

        return [.. values];
    }

    public static ushort[] ReadShorts(this ref ScaleReader from) =>
        from.ReadList(static (ref ScaleReader reader) => reader.ReadU16());

    public static ushort ReadCompactShort(this ref ScaleReader from)
    {
        ulong value = from.ReadCompact();
        return value <= ushort.MaxValue
            ? (ushort)value
            : throw new FormatException($"{value} does not fit two bytes, byte {from.Offset}");
    }

    /// <summary>Reads one value and advances.</summary>
    public delegate T Reader<T>(ref ScaleReader from);
}
