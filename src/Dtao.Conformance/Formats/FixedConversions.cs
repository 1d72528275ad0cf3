using System.Numerics;
using Dtao.Numerics;

namespace Dtao.Conformance.Formats;

/// <summary>Conversions between fixed-point formats, integers and float patterns.</summary>
internal static class FixedConversions
{
    /// <summary>Integers of all widths into all formats.</summary>
    public static void RunFromInteger(VectorNode node)
    {
        string from = node["from"].Text();
        VectorNode value = node["value"];
        BigInteger number = from switch
        {
            "u8" => value.Number<byte>(),
            "u16" => value.Number<ushort>(),
            "u32" => value.Number<uint>(),
            "u64" => value.Number<ulong>(),
            "u128" => value.Number<UInt128>(),
            "i8" => value.Number<sbyte>(),
            "i16" => value.Number<short>(),
            "i32" => value.Number<int>(),
            "i64" => value.Number<long>(),
            "i128" => value.Number<Int128>(),
            _ => throw new VectorFormatException($"{node.Path}.from: '{from}' is no integer type"),
        };
        FromInteger<I96F32>(node, number);
        FromInteger<I110F18>(node, number);
        FromInteger<I64F64>(node, number);
        FromInteger<U64F64>(node, number);
        FromInteger<I32F32>(node, number);
    }

    /// <summary>Floating-point patterns into all formats.</summary>
    public static void RunFromFloat(VectorNode node)
    {
        node["text"].Note();
        ulong wide = node["f64_bits"].Number<ulong>();
        uint narrow = node["f32_bits"].Number<uint>();
        FromFloat<I96F32>(node, wide, narrow);
        FromFloat<I110F18>(node, wide, narrow);
        FromFloat<I64F64>(node, wide, narrow);
        FromFloat<U64F64>(node, wide, narrow);
        FromFloat<I32F32>(node, wide, narrow);
    }

    /// <summary>One number into integers of all widths.</summary>
    public static void RunToIntegers<T>(VectorNode node, T value)
        where T : struct, IFixedPoint<T>
    {
        ToInteger<T, byte>(node, "u8", value);
        ToInteger<T, ushort>(node, "u16", value);
        ToInteger<T, uint>(node, "u32", value);
        ToInteger<T, ulong>(node, "u64", value);
        ToInteger<T, UInt128>(node, "u128", value);
        ToInteger<T, short>(node, "i16", value);
        ToInteger<T, int>(node, "i32", value);
        ToInteger<T, long>(node, "i64", value);
        ToInteger<T, Int128>(node, "i128", value);

        // The rules call these directly.
        node["saturating_to_num_u16"].Expect(value.FloorToUInt16());
        node["saturating_to_num_u64"].Expect(value.FloorToUInt64());
        node["saturating_to_num_i64"].Expect(value.FloorToInt64());
        node["saturating_to_num_u128"].Expect(value.FloorToUInt128());
    }

    /// <summary>One number into all formats.</summary>
    public static void RunToFormats<T>(VectorNode node, T value)
        where T : struct, IFixedPoint<T>
    {
        ToFormat<T, I96F32>(node, value);
        ToFormat<T, I110F18>(node, value);
        ToFormat<T, I64F64>(node, value);
        ToFormat<T, U64F64>(node, value);
        ToFormat<T, I32F32>(node, value);

        // The rules call these directly.
        node["saturating_into_I96F32"].Expect(value.ToI96F32().Bits);
        node["saturating_into_I110F18"].Expect(value.ToI110F18().Bits);
        node["saturating_into_I64F64"].Expect(value.ToI64F64().Bits);
        node["saturating_into_U64F64"].Expect(value.ToU64F64().Bits);
        node["saturating_into_I32F32"].Expect(value.ToI32F32().Bits);
    }

    private static void FromInteger<T>(VectorNode node, BigInteger number)
        where T : struct, IFixedPoint<T>
    {
        string name = typeof(T).Name;
        bool fits = FixedOperations.TryFromInteger(number, out T value);
        node[$"checked_{name}"].Expect(FixedOperators<T>.Bits(fits, value));
        VectorNode saturating = node[$"saturating_{name}"];
        saturating.Expect(FixedOperations.SaturatingFromInteger<T>(number).RawBits);

        // The rules call these directly.
        if (number >= ulong.MinValue && number <= ulong.MaxValue)
        {
            saturating.Expect(T.FromInteger((ulong)number).RawBits);
        }

        if (number >= long.MinValue && number <= long.MaxValue)
        {
            saturating.Expect(T.FromInteger((long)number).RawBits);
        }
    }

    private static void FromFloat<T>(VectorNode node, ulong wide, uint narrow)
        where T : struct, IFixedPoint<T>
    {
        string name = typeof(T).Name;
        node[$"saturating_{name}"].Expect(
            Panic.Or(() => BinaryFloat.SaturatingFromBinary64<T>(wide).RawBits));
        node[$"saturating_from_f32_{name}"].Expect(
            Panic.Or(() => BinaryFloat.SaturatingFromBinary32<T>(narrow).RawBits));
    }

    private static void ToInteger<T, TInteger>(VectorNode node, string name, T value)
        where T : struct, IFixedPoint<T>
        where TInteger : struct, IBinaryInteger<TInteger>, IMinMaxValue<TInteger>
    {
        bool fits = FixedOperations.TryToInteger(value, out TInteger number);
        node[$"saturating_to_num_{name}"].Expect(number);
        node[$"checked_to_num_{name}"].Expect(fits ? number : null);
    }

    private static void ToFormat<T, TTo>(VectorNode node, T value)
        where T : struct, IFixedPoint<T>
        where TTo : struct, IFixedPoint<TTo>
    {
        string name = typeof(TTo).Name;
        bool fits = FixedOperations.TryConvert(value, out TTo converted);
        node[$"checked_into_{name}"].Expect(FixedOperators<TTo>.Bits(fits, converted));
        node[$"saturating_into_{name}"].Expect(
            FixedOperations.SaturatingConvert<T, TTo>(value).RawBits);
    }
}
