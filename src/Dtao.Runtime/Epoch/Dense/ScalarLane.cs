using System.Runtime.CompilerServices;

namespace Dtao.Runtime.Epoch.Dense;

/// <summary>
/// One number at a time: for machines without wide registers, and for factors of one.
/// </summary>
/// <remarks>Its products are exact for factors up to 2^32 inclusive.</remarks>
internal readonly struct ScalarLane : ILanes<ScalarLane>
{
    private readonly ulong _value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ScalarLane(ulong value) => _value = value;

    public static int Count => 1;

    public static bool IsSupported => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane All(ulong value) => new(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane Widen(ReadOnlySpan<uint> source) => new(source[0]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Narrow(ScalarLane value, Span<uint> target) =>
        target[0] = unchecked((uint)value._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane WidenShares(ReadOnlySpan<ushort> source) => new(source[0]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void NarrowShares(ScalarLane value, Span<ushort> target) =>
        target[0] = unchecked((ushort)value._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane operator +(ScalarLane left, ScalarLane right) =>
        new(unchecked(left._value + right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane operator -(ScalarLane left, ScalarLane right) =>
        new(unchecked(left._value - right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane operator &(ScalarLane left, ScalarLane right) =>
        new(left._value & right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane operator |(ScalarLane left, ScalarLane right) =>
        new(left._value | right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane operator ^(ScalarLane left, ScalarLane right) =>
        new(left._value ^ right._value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane operator <<(ScalarLane value, int count) =>
        new(value._value << count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane operator >>(ScalarLane value, int count) =>
        new(value._value >> count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane ShiftLeft(ScalarLane value, ScalarLane counts) =>
        new(value._value << unchecked((int)counts._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane MultiplyHalves(ScalarLane left, ScalarLane right) =>
        new(unchecked((ulong)(uint)left._value * (uint)right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane Multiply(ScalarLane elements, ScalarLane factors)
    {
        ulong high = Math.BigMul(elements._value, factors._value, out ulong low);
        return new((high << 32) | (low >> 32));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane MultiplyUp(ScalarLane elements, ScalarLane factors)
    {
        ulong high = Math.BigMul(elements._value, factors._value, out ulong low);
        ulong floor = (high << 32) | (low >> 32);
        return new(unchecked((uint)low) == 0 ? floor : unchecked(floor + 1));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane Min(ScalarLane left, ScalarLane right) =>
        new(Math.Min(left._value, right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane Max(ScalarLane left, ScalarLane right) =>
        new(Math.Max(left._value, right._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane WhereAtMost(
        ScalarLane left, ScalarLane right, ScalarLane then, ScalarLane otherwise) =>
        left._value <= right._value ? then : otherwise;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ScalarLane LeadingZeros(ScalarLane value) =>
        new((ulong)System.Numerics.BitOperations.LeadingZeroCount(value._value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint PositiveBits(ScalarLane value) => value._value == 0 ? 0U : 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Sum(ScalarLane value) => value._value;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreEqual(ScalarLane left, ScalarLane right) =>
        left._value == right._value;
}
