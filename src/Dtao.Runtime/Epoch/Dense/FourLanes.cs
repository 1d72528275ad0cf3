using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Dtao.Runtime.Epoch.Dense;

/// <summary>Four numbers at a time, in one 256-bit register.</summary>
internal readonly struct FourLanes : ILanes<FourLanes>
{
    private readonly Vector256<ulong> _value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private FourLanes(Vector256<ulong> value) => _value = value;

    public static int Count => 4;

    public static bool IsSupported => Avx2.IsSupported;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes All(ulong value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes Widen(ReadOnlySpan<uint> source) =>
        new(Avx2.ConvertToVector256Int64(Vector128.Create(source)).AsUInt64());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Narrow(FourLanes value, Span<uint> target) =>
        Vector256.Narrow(value._value, value._value).GetLower().CopyTo(target);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes WidenShares(ReadOnlySpan<ushort> source)
    {
        ulong four = MemoryMarshal.Cast<ushort, ulong>(source[..4])[0];
        Vector128<ushort> shares = Vector128.CreateScalarUnsafe(four).AsUInt16();
        return new(Avx2.ConvertToVector256Int64(shares).AsUInt64());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void NarrowShares(FourLanes value, Span<ushort> target)
    {
        Vector128<uint> halves = Vector256.Narrow(value._value, value._value).GetLower();
        Vector128<ushort> shares = Vector128.Narrow(halves, halves);
        MemoryMarshal.Cast<ushort, ulong>(target[..4])[0] = shares.AsUInt64().ToScalar();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator +(FourLanes left, FourLanes right) =>
        new(left._value + right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator -(FourLanes left, FourLanes right) =>
        new(left._value - right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator &(FourLanes left, FourLanes right) =>
        new(left._value & right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator |(FourLanes left, FourLanes right) =>
        new(left._value | right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator ^(FourLanes left, FourLanes right) =>
        new(left._value ^ right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator <<(FourLanes value, int count) => new(value._value << count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes operator >>(FourLanes value, int count) => new(value._value >>> count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes ShiftLeft(FourLanes value, FourLanes counts) =>
        new(Avx2.ShiftLeftLogicalVariable(value._value, counts._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes MultiplyHalves(FourLanes left, FourLanes right) =>
        new(Avx2.Multiply(left._value.AsUInt32(), right._value.AsUInt32()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes Multiply(FourLanes elements, FourLanes factors) =>
        (MultiplyHalves(elements, factors) >> 32) + MultiplyHalves(elements >> 32, factors);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes MultiplyUp(FourLanes elements, FourLanes factors) =>
        ((MultiplyHalves(elements, factors) + All(uint.MaxValue)) >> 32)
        + MultiplyHalves(elements >> 32, factors);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes Min(FourLanes left, FourLanes right) =>
        new(Vector256.Min(left._value.AsInt64(), right._value.AsInt64()).AsUInt64());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes Max(FourLanes left, FourLanes right) =>
        new(Vector256.Max(left._value.AsInt64(), right._value.AsInt64()).AsUInt64());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes WhereAtMost(
        FourLanes left, FourLanes right, FourLanes then, FourLanes otherwise) =>
        new(Vector256.ConditionalSelect(
            Vector256.GreaterThan(left._value.AsInt64(), right._value.AsInt64()).AsUInt64(),
            otherwise._value,
            then._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FourLanes LeadingZeros(FourLanes value) => new(Vector256.Create(
        unchecked((ulong)BitOperations.LeadingZeroCount(value._value.GetElement(0))),
        unchecked((ulong)BitOperations.LeadingZeroCount(value._value.GetElement(1))),
        unchecked((ulong)BitOperations.LeadingZeroCount(value._value.GetElement(2))),
        unchecked((ulong)BitOperations.LeadingZeroCount(value._value.GetElement(3)))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint PositiveBits(FourLanes value) =>
        ~Vector256.Equals(value._value, Vector256<ulong>.Zero).ExtractMostSignificantBits() & 15;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Sum(FourLanes value) => Vector256.Sum(value._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreEqual(FourLanes left, FourLanes right) =>
        Vector256.EqualsAll(left._value, right._value);
}
