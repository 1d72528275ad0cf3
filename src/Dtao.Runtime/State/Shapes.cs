using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Epoch;

namespace Dtao.Runtime.State;

/// <summary>The shapes in which the chain stores its values.</summary>
internal static class Shapes
{
    public static readonly Shape<bool> Bool = new(
        "bool", static (to, value) => to.WriteBool(value), static (ref from) => from.ReadBool());

    public static readonly Shape<byte> U8 = new(
        "u8", static (to, value) => to.WriteU8(value), static (ref from) => from.ReadU8());

    public static readonly Shape<ushort> U16 = new(
        "u16", static (to, value) => to.WriteU16(value), static (ref from) => from.ReadU16());

    public static readonly Shape<uint> U32 = new(
        "u32", static (to, value) => to.WriteU32(value), static (ref from) => from.ReadU32());

    public static readonly Shape<ulong> U64 = new(
        "u64", static (to, value) => to.WriteU64(value), static (ref from) => from.ReadU64());

    public static readonly Shape<long> I64 = new(
        "i64",
        static (to, value) => to.WriteU64(unchecked((ulong)value)),
        static (ref from) => unchecked((long)from.ReadU64()));

    public static readonly Shape<UInt128> U128 = new(
        "u128", static (to, value) => to.WriteU128(value), static (ref from) => from.ReadU128());

    public static readonly Shape<Tao> Tao = new(
        "u64",
        static (to, value) => to.WriteU64(value.Rao),
        static (ref from) => Numerics.Tao.FromRao(from.ReadU64()));

    public static readonly Shape<Alpha> Alpha = new(
        "u64",
        static (to, value) => to.WriteU64(value.Rao),
        static (ref from) => Numerics.Alpha.FromRao(from.ReadU64()));

    public static readonly Shape<I96F32> I96F32 = new(
        "I96F32",
        static (to, value) => to.WriteU128(unchecked((UInt128)value.Bits)),
        static (ref from) => Numerics.I96F32.FromBits(unchecked((Int128)from.ReadU128())));

    public static readonly Shape<U64F64> U64F64 = new(
        "U64F64",
        static (to, value) => to.WriteU128(value.Bits),
        static (ref from) => Numerics.U64F64.FromBits(from.ReadU128()));

    public static readonly Shape<U96F32> U96F32 = new(
        "U96F32",
        static (to, value) => to.WriteU128(value.Bits),
        static (ref from) => Numerics.U96F32.FromBits(from.ReadU128()));

    public static readonly Shape<I64F64> I64F64 = new(
        "I64F64",
        static (to, value) => to.WriteI128(value.Bits),
        static (ref from) => Numerics.I64F64.FromBits(from.ReadI128()));

    public static readonly Shape<Price> Price = new(
        "I96F32",
        static (to, value) => I96F32.Write(to, value.Value),
        static (ref from) => Numerics.Price.FromValue(I96F32.Read(ref from)));

    public static readonly Shape<AccountId> Account = new(
        "account", WriteAccount, static (ref from) => ReadAccount(ref from));

    public static readonly Shape<Hotkey> Hotkey = new(
        "account",
        static (to, value) => WriteAccount(to, value.Account),
        static (ref from) => new(ReadAccount(ref from)));

    public static readonly Shape<Coldkey> Coldkey = new(
        "account",
        static (to, value) => WriteAccount(to, value.Account),
        static (ref from) => new(ReadAccount(ref from)));

    public static readonly Shape<BlockNumber> Block = new(
        "u64",
        static (to, value) => to.WriteU64(value.Value),
        static (ref from) => new(from.ReadU64()));

    public static readonly Shape<UidWeight> UidWeight = Pair(
        U16, U16,
        static value => (value.Uid, value.Value),
        static (uid, value) => new UidWeight(uid, value));

    /// <summary>Two shapes one after the other.</summary>
    public static Shape<T> Pair<T, TFirst, TSecond>(
        Shape<TFirst> first, Shape<TSecond> second,
        Func<T, (TFirst First, TSecond Second)> split, Func<TFirst, TSecond, T> join) => new(
            $"({first.Name}, {second.Name})",
            (to, value) =>
            {
                (TFirst one, TSecond two) = split(value);
                first.Write(to, one);
                second.Write(to, two);
            },
            (ref from) =>
            {
                TFirst one = first.Read(ref from);
                return join(one, second.Read(ref from));
            });

    /// <summary>Keys one after the other, without the parentheses of a value.</summary>
    public static Shape<(TFirst First, TSecond Second)> Keys<TFirst, TSecond>(
        Shape<TFirst> first, Shape<TSecond> second) =>
        Pair<(TFirst, TSecond), TFirst, TSecond>(
            first, second, static value => value, static (one, two) => (one, two));

    /// <summary>A counted sequence.</summary>
    public static Shape<T[]> List<T>(Shape<T> item) => new(
        $"list<{item.Name}>",
        (to, values) =>
        {
            to.WriteCompact((ulong)values.Length);
            foreach (T value in values)
            {
                item.Write(to, value);
            }
        },
        (ref from) =>
        {
            int count = from.ReadLength();
            T[] values = new T[count];
            for (int index = 0; index < count; index++)
            {
                values[index] = item.Read(ref from);
            }

            return values;
        });

    /// <summary>
    /// A value of an item that has no value when absent; what is stored is always a value.
    /// </summary>
    public static Shape<T?> Optional<T>(Shape<T> shape)
        where T : struct => new(
            shape.Name,
            (to, value) => shape.Write(to, value.GetValueOrDefault()),
            (ref from) => shape.Read(ref from));

    private static void WriteAccount(ScaleWriter to, AccountId value)
    {
        Span<byte> bytes = stackalloc byte[32];
        value.CopyTo(bytes);
        to.WriteRaw(bytes);
    }

    private static AccountId ReadAccount(ref ScaleReader from) =>
        AccountId.FromBytes(from.ReadRaw(32));
}
