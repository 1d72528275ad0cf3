using System.Numerics;

namespace Dtao.Numerics.Tests.Fixed;

/// <summary>Pairs each operation of a format with what the model says.</summary>
internal sealed class FixedFormatOf<T>(
    FixedModel model,
    Func<BigInteger, T> fromBits,
    Func<T, BigInteger> toBits,
    Func<T, T, T>[] arithmetic,
    Func<T, T, bool>[] comparisons,
    Dictionary<string, Func<T, BigInteger>> conversions)
    where T : struct, IFixedPoint<T>
{
    private delegate bool Attempt(T left, T right, out T result);

    /// <summary>The model of every format, for conversions.</summary>
    private static readonly Dictionary<string, FixedModel> Targets = new()
    {
        [nameof(I96F32)] = new(32, -(BigInteger.One << 127), (BigInteger.One << 127) - 1),
        [nameof(I110F18)] = new(18, -(BigInteger.One << 127), (BigInteger.One << 127) - 1),
        [nameof(I64F64)] = new(64, -(BigInteger.One << 127), (BigInteger.One << 127) - 1),
        [nameof(U64F64)] = new(64, 0, (BigInteger.One << 128) - 1),
        [nameof(I32F32)] = new(32, -(BigInteger.One << 63), (BigInteger.One << 63) - 1),
        ["u64"] = new(0, 0, ulong.MaxValue),
        ["i64"] = new(0, long.MinValue, long.MaxValue),
        ["u16"] = new(0, 0, ushort.MaxValue),
        ["u128"] = new(0, 0, (BigInteger.One << 128) - 1),
    };

    public FixedFormat Build() => new(
        typeof(T).Name,
        model,
        [.. Sums(), .. Products(), .. Comparisons()],
        [.. conversions.Select(Conversion)],
        bits => fromBits(bits).ToString()!);

    private IEnumerable<FixedFormat.Operation> Sums()
    {
        yield return Same("+", Throws(arithmetic[0]), FixedModel.Sum, model.Throwing);
        yield return Same("-", Throws(arithmetic[1]), FixedModel.Difference, model.Throwing);
        yield return Same(
            "checked add",
            Tries(static (T a, T b, out T r) => a.TryAdd(b, out r)),
            FixedModel.Sum,
            model.Checked);
        yield return Same(
            "checked subtract",
            Tries(static (T a, T b, out T r) => a.TrySubtract(b, out r)),
            FixedModel.Difference,
            model.Checked);
        yield return Same(
            "saturating add",
            Plain(static (a, b) => a.SaturatingAdd(b)),
            FixedModel.Sum,
            model.Saturated);
        yield return Same(
            "saturating subtract",
            Plain(static (a, b) => a.SaturatingSubtract(b)),
            FixedModel.Difference,
            model.Saturated);
        yield return Same(
            "wrapping add",
            Plain(static (a, b) => a.WrappingAdd(b)),
            FixedModel.Sum,
            model.Wrapped);
        yield return Same(
            "wrapping subtract",
            Plain(static (a, b) => a.WrappingSubtract(b)),
            FixedModel.Difference,
            model.Wrapped);
    }

    private IEnumerable<FixedFormat.Operation> Products()
    {
        yield return Same("*", Throws(arithmetic[2]), model.Product, model.Throwing);
        yield return Divided("/", Throws(arithmetic[3]), model.Throwing, FixedModel.ByZero);
        yield return Same(
            "checked multiply",
            Tries(static (T a, T b, out T r) => a.TryMultiply(b, out r)),
            model.Product,
            model.Checked);
        yield return Same(
            "saturating multiply",
            Plain(static (a, b) => a.SaturatingMultiply(b)),
            model.Product,
            model.Saturated);
        yield return Same(
            "wrapping multiply",
            Plain(static (a, b) => a.WrappingMultiply(b)),
            model.Product,
            model.Wrapped);
        yield return Divided(
            "checked divide",
            Tries(static (T a, T b, out T r) => a.TryDivide(b, out r)),
            model.Checked,
            FixedModel.None);
        yield return Divided(
            "saturating divide",
            Throws(static (a, b) => a.SaturatingDivide(b)),
            model.Saturated,
            FixedModel.ByZero);
        yield return Divided(
            "safe divide",
            Plain(static (a, b) => a.SafeDivide(b)),
            value => model.Checked(value) is { } text && text != FixedModel.None ? text : "0",
            "0");
    }

    private IEnumerable<FixedFormat.Operation> Comparisons()
    {
        yield return Says("<", comparisons[0], static (a, b) => a < b);
        yield return Says("<=", comparisons[1], static (a, b) => a <= b);
        yield return Says(">", comparisons[2], static (a, b) => a > b);
        yield return Says(">=", comparisons[3], static (a, b) => a >= b);
        yield return Says("==", static (a, b) => a.Equals(b), static (a, b) => a == b);
        yield return new(
            "compare",
            (a, b) => $"{Math.Sign(fromBits(a).CompareTo(fromBits(b)))}",
            static (a, b) => $"{Math.Sign(a.CompareTo(b))}");
    }

    private FixedFormat.Conversion Conversion(KeyValuePair<string, Func<T, BigInteger>> pair)
    {
        FixedModel target = Targets[pair.Key];
        int shift = target.FractionBits - model.FractionBits;
        return new(
            pair.Key,
            bits => FixedModel.Text(pair.Value(fromBits(bits))),
            bits => target.Saturated(shift >= 0 ? bits << shift : bits >> -shift));
    }

    private static FixedFormat.Operation Same(
        string name,
        Func<BigInteger, BigInteger, string> engine,
        Func<BigInteger, BigInteger, BigInteger> exact,
        Func<BigInteger, string> policy) =>
        new(name, engine, (a, b) => policy(exact(a, b)));

    private FixedFormat.Operation Divided(
        string name,
        Func<BigInteger, BigInteger, string> engine,
        Func<BigInteger, string> policy,
        string byZero) =>
        new(name, engine, (a, b) => b.IsZero ? byZero : policy(model.Quotient(a, b)));

    private FixedFormat.Operation Says(
        string name, Func<T, T, bool> engine, Func<BigInteger, BigInteger, bool> exact) =>
        new(name, (a, b) => $"{engine(fromBits(a), fromBits(b))}", (a, b) => $"{exact(a, b)}");

    private Func<BigInteger, BigInteger, string> Plain(Func<T, T, T> operation) =>
        (a, b) => FixedModel.Text(toBits(operation(fromBits(a), fromBits(b))));

    private Func<BigInteger, BigInteger, string> Tries(Attempt operation) =>
        (a, b) => operation(fromBits(a), fromBits(b), out T result)
            ? FixedModel.Text(toBits(result))
            : FixedModel.None;

    private Func<BigInteger, BigInteger, string> Throws(Func<T, T, T> operation) => (a, b) =>
    {
        try
        {
            return FixedModel.Text(toBits(operation(fromBits(a), fromBits(b))));
        }
        catch (OverflowException)
        {
            return FixedModel.Overflow;
        }
        catch (DivideByZeroException)
        {
            return FixedModel.ByZero;
        }
    };
}
