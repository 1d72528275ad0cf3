using System.Numerics;

namespace Dtao.Numerics.Tests.Fixed;

/// <summary>The six formats.</summary>
internal static class FixedFormats
{
    private static readonly BigInteger Two127 = BigInteger.One << 127;
    private static readonly BigInteger Two63 = BigInteger.One << 63;

    public static readonly IReadOnlyList<FixedFormat> All =
    [
        new FixedFormatOf<I96F32>(
            new(32, -Two127, Two127 - 1),
            static bits => I96F32.FromBits((Int128)bits),
            static value => value.Bits,
            [
                static (a, b) => a + b, static (a, b) => a - b, static (a, b) => a * b,
                static (a, b) => a / b
            ],
            [
                static (a, b) => a < b, static (a, b) => a <= b, static (a, b) => a > b,
                static (a, b) => a >= b
            ],
            new()
            {
                [nameof(I96F32)] = static v => v.ToI96F32().Bits,
                [nameof(I110F18)] = static v => v.ToI110F18().Bits,
                [nameof(I64F64)] = static v => v.ToI64F64().Bits,
                [nameof(U64F64)] = static v => v.ToU64F64().Bits,
                [nameof(I32F32)] = static v => v.ToI32F32().Bits,
                ["u64"] = static v => v.FloorToUInt64(),
                ["i64"] = static v => v.FloorToInt64(),
                ["u16"] = static v => v.FloorToUInt16(),
                ["u128"] = static v => v.FloorToUInt128(),
            }).Build(),
        new FixedFormatOf<I110F18>(
            new(18, -Two127, Two127 - 1),
            static bits => I110F18.FromBits((Int128)bits),
            static value => value.Bits,
            [
                static (a, b) => a + b, static (a, b) => a - b, static (a, b) => a * b,
                static (a, b) => a / b
            ],
            [
                static (a, b) => a < b, static (a, b) => a <= b, static (a, b) => a > b,
                static (a, b) => a >= b
            ],
            new()
            {
                [nameof(I96F32)] = static v => v.ToI96F32().Bits,
                [nameof(I110F18)] = static v => v.ToI110F18().Bits,
                [nameof(I64F64)] = static v => v.ToI64F64().Bits,
                [nameof(U64F64)] = static v => v.ToU64F64().Bits,
                [nameof(I32F32)] = static v => v.ToI32F32().Bits,
                ["u64"] = static v => v.FloorToUInt64(),
                ["i64"] = static v => v.FloorToInt64(),
                ["u16"] = static v => v.FloorToUInt16(),
                ["u128"] = static v => v.FloorToUInt128(),
            }).Build(),
        new FixedFormatOf<I64F64>(
            new(64, -Two127, Two127 - 1),
            static bits => I64F64.FromBits((Int128)bits),
            static value => value.Bits,
            [
                static (a, b) => a + b, static (a, b) => a - b, static (a, b) => a * b,
                static (a, b) => a / b
            ],
            [
                static (a, b) => a < b, static (a, b) => a <= b, static (a, b) => a > b,
                static (a, b) => a >= b
            ],
            new()
            {
                [nameof(I96F32)] = static v => v.ToI96F32().Bits,
                [nameof(I110F18)] = static v => v.ToI110F18().Bits,
                [nameof(I64F64)] = static v => v.ToI64F64().Bits,
                [nameof(U64F64)] = static v => v.ToU64F64().Bits,
                [nameof(I32F32)] = static v => v.ToI32F32().Bits,
                ["u64"] = static v => v.FloorToUInt64(),
                ["i64"] = static v => v.FloorToInt64(),
                ["u16"] = static v => v.FloorToUInt16(),
                ["u128"] = static v => v.FloorToUInt128(),
            }).Build(),
        new FixedFormatOf<U64F64>(
            new(64, 0, (BigInteger.One << 128) - 1),
            static bits => U64F64.FromBits((UInt128)bits),
            static value => value.Bits,
            [
                static (a, b) => a + b, static (a, b) => a - b, static (a, b) => a * b,
                static (a, b) => a / b
            ],
            [
                static (a, b) => a < b, static (a, b) => a <= b, static (a, b) => a > b,
                static (a, b) => a >= b
            ],
            new()
            {
                [nameof(I96F32)] = static v => v.ToI96F32().Bits,
                [nameof(I110F18)] = static v => v.ToI110F18().Bits,
                [nameof(I64F64)] = static v => v.ToI64F64().Bits,
                [nameof(U64F64)] = static v => v.ToU64F64().Bits,
                [nameof(I32F32)] = static v => v.ToI32F32().Bits,
                ["u64"] = static v => v.FloorToUInt64(),
                ["i64"] = static v => v.FloorToInt64(),
                ["u16"] = static v => v.FloorToUInt16(),
                ["u128"] = static v => v.FloorToUInt128(),
            }).Build(),
        new FixedFormatOf<U96F32>(
            new(32, 0, (BigInteger.One << 128) - 1),
            static bits => U96F32.FromBits((UInt128)bits),
            static value => value.Bits,
            [
                static (a, b) => a + b, static (a, b) => a - b, static (a, b) => a * b,
                static (a, b) => a / b
            ],
            [
                static (a, b) => a < b, static (a, b) => a <= b, static (a, b) => a > b,
                static (a, b) => a >= b
            ],
            new()
            {
                [nameof(I96F32)] = static v => v.ToI96F32().Bits,
                [nameof(I110F18)] = static v => v.ToI110F18().Bits,
                [nameof(I64F64)] = static v => v.ToI64F64().Bits,
                [nameof(U64F64)] = static v => v.ToU64F64().Bits,
                [nameof(I32F32)] = static v => v.ToI32F32().Bits,
                ["u64"] = static v => v.FloorToUInt64(),
                ["i64"] = static v => v.FloorToInt64(),
                ["u16"] = static v => v.FloorToUInt16(),
                ["u128"] = static v => v.FloorToUInt128(),
            }).Build(),
        new FixedFormatOf<I32F32>(
            new(32, -Two63, Two63 - 1),
            static bits => I32F32.FromBits((long)bits),
            static value => value.Bits,
            [
                static (a, b) => a + b, static (a, b) => a - b, static (a, b) => a * b,
                static (a, b) => a / b
            ],
            [
                static (a, b) => a < b, static (a, b) => a <= b, static (a, b) => a > b,
                static (a, b) => a >= b
            ],
            new()
            {
                [nameof(I96F32)] = static v => v.ToI96F32().Bits,
                [nameof(I110F18)] = static v => v.ToI110F18().Bits,
                [nameof(I64F64)] = static v => v.ToI64F64().Bits,
                [nameof(U64F64)] = static v => v.ToU64F64().Bits,
                [nameof(I32F32)] = static v => v.ToI32F32().Bits,
                ["u64"] = static v => v.FloorToUInt64(),
                ["i64"] = static v => v.FloorToInt64(),
                ["u16"] = static v => v.FloorToUInt16(),
                ["u128"] = static v => v.FloorToUInt128(),
            }).Build(),
    ];

    public static FixedFormat Named(string name) => All.First(format => format.Name == name);

    public static IEnumerable<string> Names => All.Select(static format => format.Name);
}
