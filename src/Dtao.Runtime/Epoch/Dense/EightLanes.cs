using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Dtao.Runtime.Epoch.Dense;

/// <summary>Eight numbers at a time, in one 512-bit register.</summary>
internal readonly struct EightLanes : ILanes<EightLanes>
{
    private readonly Vector512<ulong> _value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private EightLanes(Vector512<ulong> value) => _value = value;

    public static int Count => 8;

    public static bool IsSupported =>
        Avx512F.IsSupported && Avx512DQ.IsSupported && Avx512CD.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes All(ulong value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes Widen(ReadOnlySpan<uint> source) =>
        new(Avx512F.ConvertToVector512UInt64(Vector256.Create(source)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Narrow(EightLanes value, Span<uint> target) =>
        Avx512F.ConvertToVector256UInt32(value._value).CopyTo(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes WidenShares(ReadOnlySpan<ushort> source) =>
        new(Avx512F.ConvertToVector512UInt64(Vector128.Create(source)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void NarrowShares(EightLanes value, Span<ushort> target) =>
        Avx512F.ConvertToVector128UInt16(value._value).CopyTo(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator +(EightLanes left, EightLanes right) =>
        new(left._value + right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator -(EightLanes left, EightLanes right) =>
        new(left._value - right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator &(EightLanes left, EightLanes right) =>
        new(left._value & right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator |(EightLanes left, EightLanes right) =>
        new(left._value | right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator ^(EightLanes left, EightLanes right) =>
        new(left._value ^ right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator <<(EightLanes value, int count) => new(value._value << count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes operator >>(EightLanes value, int count) =>
        new(value._value >>> count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes ShiftLeft(EightLanes value, EightLanes counts) =>
        new(Avx512F.ShiftLeftLogicalVariable(value._value, counts._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes MultiplyHalves(EightLanes left, EightLanes right) =>
        new(Avx512F.Multiply(left._value.AsUInt32(), right._value.AsUInt32()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes Multiply(EightLanes elements, EightLanes factors) =>
        new((elements._value * factors._value) >>> 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes MultiplyUp(EightLanes elements, EightLanes factors) =>
        new(((elements._value * factors._value) + Vector512.Create((ulong)uint.MaxValue)) >>> 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes Min(EightLanes left, EightLanes right) =>
        new(Vector512.Min(left._value, right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes Max(EightLanes left, EightLanes right) =>
        new(Vector512.Max(left._value, right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes WhereAtMost(
        EightLanes left, EightLanes right, EightLanes then, EightLanes otherwise) =>
        new(Vector512.ConditionalSelect(
            Vector512.LessThanOrEqual(left._value, right._value),
            then._value,
            otherwise._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static EightLanes LeadingZeros(EightLanes value) =>
        new(Avx512CD.LeadingZeroCount(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint PositiveBits(EightLanes value) => unchecked((uint)Vector512
        .GreaterThan(value._value, Vector512<ulong>.Zero).ExtractMostSignificantBits());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Sum(EightLanes value) => Vector512.Sum(value._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreEqual(EightLanes left, EightLanes right) =>
        Vector512.EqualsAll(left._value, right._value);
}
