using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Dtao.Numerics;
using Dtao.Runtime.Emission;
using Dtao.Runtime.Staking;
using Xunit;

namespace Dtao.Runtime.Tests.Examples;

/// <summary>Operations, conversions, weights and the emission curve.</summary>
internal static class NumericExamples
{
    public static IEnumerable<KeyValuePair<string, Action<JsonElement>>> All =>
    [
        new("N1", Operations),
        new("N2", DecimalConstants),
        new("N3", Conversions),
        new("N4", BinaryLogarithms),
        new("N5", SharesOfOne),
        new("B1", EmissionCurve),
    ];

    private static void Operations(JsonElement example)
    {
        foreach (JsonElement row in example.Expected().Rows())
        {
            BigInteger? expected = row.IsNull("result") ? null : row.Number("result");

            BigInteger? found = Operate(
                row.Text("type"), row.Text("op"), row.Number("a"), row.Number("b"));

            Assert.True(expected == found, $"{row}: got {found}");
        }
    }

    private static BigInteger? Operate(string type, string operation, BigInteger a, BigInteger b) =>
        type switch
        {
            "I96F32" => Operate(
                operation, I96F32.FromBits((Int128)a), I96F32.FromBits((Int128)b),
                static value => value.Bits),
            "I110F18" => Operate(
                operation, I110F18.FromBits((Int128)a), I110F18.FromBits((Int128)b),
                static value => value.Bits),
            "I64F64" => Operate(
                operation, I64F64.FromBits((Int128)a), I64F64.FromBits((Int128)b),
                static value => value.Bits),
            "U64F64" => Operate(
                operation, U64F64.FromBits((UInt128)a), U64F64.FromBits((UInt128)b),
                static value => value.Bits),
            _ => throw new InvalidOperationException(type),
        };

    private static BigInteger? Operate<T>(
        string operation, T left, T right, Func<T, BigInteger> bits)
        where T : struct, IFixedPoint<T> => operation switch
        {
            "add" => bits(left.SaturatingAdd(right)),
            "sub" => bits(left.SaturatingSubtract(right)),
            "mul" => bits(left.SaturatingMultiply(right)),
            "div" => left.TryDivide(right, out T quotient) ? bits(quotient) : null,
            _ => throw new InvalidOperationException(operation),
        };

    private static void DecimalConstants(JsonElement example)
    {
        foreach (JsonElement row in example.Expected().Rows())
        {
            ulong pattern = BitConverter.DoubleToUInt64Bits(double.Parse(
                row.Text("decimal_literal"), CultureInfo.InvariantCulture));

            BigInteger found = row.Text("type") switch
            {
                "I96F32" => BinaryFloat.SaturatingFromBinary64<I96F32>(pattern).Bits,
                "I110F18" => BinaryFloat.SaturatingFromBinary64<I110F18>(pattern).Bits,
                "I64F64" => BinaryFloat.SaturatingFromBinary64<I64F64>(pattern).Bits,
                "U64F64" => BinaryFloat.SaturatingFromBinary64<U64F64>(pattern).Bits,
                _ => throw new InvalidOperationException(row.ToString()),
            };

            Assert.True(row.Number("raw") == found, $"{row}: got {found}");
        }
    }

    private static void BinaryLogarithms(JsonElement example)
    {
        foreach (JsonElement row in example.Expected().Rows())
        {
            I96F32 value = I96F32.FromBits((Int128)row.Number("raw_x"));

            Assert.True(FixedFunctions.TryLogarithm2(value, out I96F32 logarithm));

            Assert.Equal(row.Number("raw_log2"), logarithm.Bits);
            Assert.Equal(row.Number("floor"), logarithm.FloorToInt64());
        }
    }

    private static void Conversions(JsonElement example)
    {
        foreach (JsonElement row in example.Expected().Rows())
        {
            BigInteger raw = row.Number("raw");

            BigInteger found = (row.Text("from"), row.Text("to")) switch
            {
                ("I96F32", "u64") => I96F32.FromBits((Int128)raw).FloorToUInt64(),
                ("I96F32", "i64") => I96F32.FromBits((Int128)raw).FloorToInt64(),
                ("I96F32", "u128") => I96F32.FromBits((Int128)raw).FloorToUInt128(),
                ("I110F18", "u64") => I110F18.FromBits((Int128)raw).FloorToUInt64(),
                ("U64F64", "u64") => U64F64.FromBits((UInt128)raw).FloorToUInt64(),
                ("U64F64", "I64F64") => U64F64.FromBits((UInt128)raw).ToI64F64().Bits,
                ("I64F64", "U64F64") => I64F64.FromBits((Int128)raw).ToU64F64().Bits,
                ("I96F32", "I64F64") => I96F32.FromBits((Int128)raw).ToI64F64().Bits,
                ("I64F64", "I96F32") => I64F64.FromBits((Int128)raw).ToI96F32().Bits,
                _ => throw new InvalidOperationException(row.ToString()),
            };

            Assert.True(row.Number("result") == found, $"{row}: got {found}");
        }
    }

    private static void SharesOfOne(JsonElement example)
    {
        JsonElement expected = example.Expected();
        foreach (JsonElement row in expected.Rows())
        {
            Assert.Equal(row.Number("raw_I96F32"), TaoWeight.Of(row.U64("TaoWeight")).Bits);
        }

        Assert.Equal(expected.Number("SubnetOwnerCut_11796_raw"), Take.Of(11_796).Bits);
        Assert.Equal(expected.Number("take_11796_raw"), Take.Of(11_796).Bits);
    }

    private static void EmissionCurve(JsonElement example)
    {
        foreach (JsonElement row in example.Expected().Rows("thresholds"))
        {
            ulong first = row.U64("first_issuance_with_floor_log2_ge_k");
            Assert.Equal(row.U64("emission_at"), BlockEmission.At(first));
            Assert.Equal(row.U64("emission_just_below"), BlockEmission.At(first - 1));
        }

        foreach (JsonElement row in example.Expected().Rows("samples"))
        {
            Assert.Equal(row.U64("emission"), BlockEmission.At(row.U64("issuance")));
        }
    }
}
