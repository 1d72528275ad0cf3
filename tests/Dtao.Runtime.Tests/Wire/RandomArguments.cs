using System.Reflection;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Testing;

namespace Dtao.Runtime.Tests.Wire;

/// <summary>Random values for the primary constructors of records.</summary>
internal static class RandomArguments
{
    /// <summary>The constructor with the most parameters, copies left out.</summary>
    public static ConstructorInfo Constructor(Type type) => type
        .GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
        .Where(one => one.GetParameters() is not [{ } only] || only.ParameterType != type)
        .OrderByDescending(static one => one.GetParameters().Length)
        .First();

    /// <summary>Values for all parameters of the constructor.</summary>
    public static object[] For(Type type, Draws draws) =>
        [.. Constructor(type).GetParameters().Select(
            parameter => Value(parameter.ParameterType, draws))];

    private static object Value(Type type, Draws draws)
    {
        if (Nullable.GetUnderlyingType(type) is { } some) return Value(some, draws);
        if (type.IsEnum) return Enum.GetValues(type).GetValue(0)!;
        if (type.IsArray || type.IsGenericType) return List(type, draws);
        if (type == typeof(DispatchError)) return DispatchError.BadOrigin;
        return Number(type, draws) ?? Constructor(type).Invoke(For(type, draws));
    }

    private static object? Number(Type type, Draws draws)
    {
        ulong bits = BitConverter.ToUInt64(draws.Bytes(8));
        if (type == typeof(bool)) return (bits & 1) != 0;
        if (type == typeof(byte)) return unchecked((byte)bits);
        if (type == typeof(ushort)) return unchecked((ushort)bits);
        if (type == typeof(uint)) return unchecked((uint)bits);
        if (type == typeof(ulong)) return bits;
        if (type == typeof(Tao)) return Tao.FromRao(bits);
        if (type == typeof(Alpha)) return Alpha.FromRao(bits);
        if (type == typeof(Hash256)) return Hash256.FromBytes(draws.Bytes(32));
        return type == typeof(AccountId) ? AccountId.FromBytes(draws.Bytes(AccountId.Size)) : null;
    }

    // A byte array stands for a hash.
    private static object List(Type type, Draws draws)
    {
        if (type == typeof(byte[])) return draws.Bytes(32);
        Type item = type.GetElementType() ?? type.GetGenericArguments()[0];
        Array values = Array.CreateInstance(item, 2);
        values.SetValue(Value(item, draws), 0);
        values.SetValue(Value(item, draws), 1);
        return values;
    }
}
