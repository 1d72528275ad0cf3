using System.Collections.Immutable;
using System.Reflection;
using Dtao.Codec.Extrinsics;
using Dtao.Numerics;
using Dtao.Runtime.Delegation;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Wrappers;

namespace Dtao.Fuzz.Draws;

/// <summary>Draws the arguments of calls by the types of their constructors.</summary>
/// <remarks>
/// So a new call has a generator on the day it enters the table. An argument of a type that
/// nothing here knows and that has no constructor of known types gives no draw.
/// </remarks>
internal static class ArgumentDraws
{
    private const int LongestList = 6;
    private const int DeepestNesting = 12;

    private static readonly Dictionary<Type, Func<Scene, object>> Known = new()
    {
        [typeof(bool)] = static scene => scene.Chance.OneIn(2),
        [typeof(byte)] = static scene => (byte)scene.Chance.Magnitude(8),
        [typeof(ushort)] = static scene => OfShort(scene),
        [typeof(uint)] = static scene => OfBlock(scene, uint.MaxValue),
        [typeof(ulong)] = static scene => Amounts.OfNothing(scene),
        [typeof(UInt128)] = static scene =>
            (UInt128)scene.Chance.Magnitude() << scene.Chance.Below(65),
        [typeof(Int128)] = static scene => (Int128)scene.Chance.Magnitude(),
        [typeof(int)] = static scene => (int)scene.Chance.Magnitude(31),
        [typeof(long)] = static scene => (long)scene.Chance.Magnitude(63),
        [typeof(Tao)] = static scene => Amounts.OfTao(scene),
        [typeof(Alpha)] = static scene => Amounts.OfAlpha(scene),
        [typeof(Hotkey)] = static scene => scene.AnyHotkey(),
        [typeof(Coldkey)] = static scene => scene.AnyColdkey(),
        [typeof(AccountId)] = static scene => scene.AnyAccount(),
        [typeof(NetUid)] = static scene => scene.AnySubnet(),
        [typeof(Uid)] = static scene => new Uid((ushort)scene.Chance.Below(20)),
        [typeof(BlockNumber)] = static scene => new BlockNumber(OfBlock(scene, ulong.MaxValue)),
        [typeof(I96F32)] = static scene => I96F32.FromBits((Int128)scene.Chance.Magnitude(40)),
        [typeof(I32F32)] = static scene => I32F32.FromBits((long)scene.Chance.Magnitude(40)),
        [typeof(U64F64)] = static scene => U64F64.FromBits(scene.Chance.Magnitude()),
        [typeof(Hash256)] = static scene => Hash256.FromBytes(OfBytes(scene, Hash256.Size)),
        [typeof(ReadOnlyMemory<byte>)] =
            static scene => new ReadOnlyMemory<byte>(OfBytes(scene)),
        [typeof(byte[])] = static scene => OfBytes(scene),
        [typeof(Relation)] = static scene => OfRelation(scene),
        [typeof(NamedOrigin)] = static scene => scene.Chance.OneIn(3)
            ? NamedOrigin.Root
            : NamedOrigin.Signed(scene.AnyAccount()),
        [typeof(Origin)] = static scene => scene.Chance.OneIn(3)
            ? Origin.Root
            : Origin.Signed(scene.AnyAccount()),
    };

    /// <summary>A value of a type; null when there is no way to draw one.</summary>
    public static object? Draw(Type type, Scene scene, int depth = 0)
    {
        if (depth > 8) return null;
        if (Known.TryGetValue(type, out Func<Scene, object>? draw)) return draw(scene);
        if (type == typeof(ICall)) return OfCall(scene);
        if (type == typeof(MultiAddress) && !scene.Chance.OneIn(8))
        {
            return MultiAddress.Of(scene.AnyAccount());
        }

        if (type.IsEnum)
        {
            return scene.Chance.Among<object>([.. Enum.GetValues(type).Cast<object>()]);
        }

        if (ElementOf(type) is { } element) return OfList(type, element, scene, depth);
        return OfConstructor(type, scene, depth);
    }

    private static ushort OfShort(Scene scene) => scene.Chance.Below(4) switch
    {
        0 => scene.Chance.Among<ushort>(0, 1, 11_796, 11_797, 32_768, 65_534, ushort.MaxValue),
        1 => scene.NetUid.Value,
        2 => (ushort)scene.Chance.Below(20),
        _ => (ushort)scene.Chance.Magnitude(16),
    };

    private static uint OfBlock(Scene scene, uint most) =>
        (uint)OfBlock(scene, (ulong)most);

    private static ulong OfBlock(Scene scene, ulong most)
    {
        ulong now = scene.Chain.Block.Value;
        return scene.Chance.Below(4) switch
        {
            0 => scene.Chance.Among<ulong>(0, 1, most - 1, most),
            1 => now + (ulong)scene.Chance.Below(20),
            2 => (ulong)scene.Chance.Below(20),
            _ => now - Math.Min(now, (ulong)scene.Chance.Below(20)),
        };
    }

    private static byte[] OfBytes(Scene scene) =>
        OfBytes(scene, scene.Chance.Among(0, 1, 4, 32, 32, 32, 33, 64, 65, 128, 300));

    private static byte[] OfBytes(Scene scene, int length)
    {
        byte[] bytes = new byte[length];
        for (int index = 0; index < bytes.Length; index++)
        {
            bytes[index] = scene.Chance.Octet();
        }

        return bytes;
    }

    private static Relation OfRelation(Scene scene) => new(
        scene.Chance.Among<ulong>(
            0, 1, ulong.MaxValue / 2, scene.Chance.Magnitude(62), ulong.MaxValue),
        scene.Chance.Among(scene.Cast.Hotkeys));

    private static ICall? OfCall(Scene scene)
    {
        // One arm of a nest may go deep, all of them together may not.
        int limit = scene.Chance.OneIn(20) ? DeepestNesting : 2;
        if (scene.Depth >= limit) return CallDraws.DrawLeaf(scene);
        scene.Depth++;
        ICall? call = scene.Chance.OneIn(3) ? CallDraws.DrawAny(scene) : CallDraws.DrawLeaf(scene);
        scene.Depth--;
        return call;
    }

    private static object? OfList(Type type, Type element, Scene scene, int depth)
    {
        int most = element == typeof(ICall) && scene.Depth > 1 ? 1 : LongestList;
        Array array = Array.CreateInstance(element, scene.Chance.Below(most + 1));
        for (int index = 0; index < array.Length; index++)
        {
            if (Draw(element, scene, depth + 1) is not { } value) return null;
            array.SetValue(value, index);
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
        {
            MethodInfo create = typeof(ImmutableArray).GetMethods().First(static method =>
                method.Name == nameof(ImmutableArray.Create)
                && method.GetParameters() is [{ ParameterType.IsArray: true }]);
            return create.MakeGenericMethod(element).Invoke(null, [array]);
        }

        return array;
    }

    private static object? OfConstructor(Type type, Scene scene, int depth)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner) return Draw(inner, scene, depth + 1);
        if (type.IsAbstract || type.IsInterface) return OfImplementation(type, scene, depth);
        ConstructorInfo? constructor = type
            .GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(one => one.GetParameters() is not [{ } only] || only.ParameterType != type)
            .Where(static one => !one.GetParameters()
                .Any(static parameter => parameter.ParameterType.IsByRefLike))
            .OrderByDescending(static one => one.GetParameters().Length)
            .FirstOrDefault();
        if (constructor is null) return type.IsValueType ? Activator.CreateInstance(type) : null;
        ParameterInfo[] parameters = constructor.GetParameters();
        object?[] arguments = new object?[parameters.Length];
        for (int index = 0; index < parameters.Length; index++)
        {
            if (IsLeftOut(parameters[index], scene)) continue;
            arguments[index] = Draw(parameters[index].ParameterType, scene, depth + 1);
            if (arguments[index] is null) return null;
        }

        try
        {
            return constructor.Invoke(arguments);
        }
        catch (TargetInvocationException)
        {
            // The type takes only some values of its parts, and says so.
            return null;
        }
    }

    private static object? OfImplementation(Type type, Scene scene, int depth)
    {
        Type[] implementations = [.. type.Assembly.GetTypes()
            .Where(one => !one.IsAbstract && type.IsAssignableFrom(one))
            .OrderBy(static one => one.FullName, StringComparer.Ordinal)];
        return implementations.Length == 0
            ? null
            : Draw(scene.Chance.Among(implementations), scene, depth + 1);
    }

    private static bool IsLeftOut(ParameterInfo parameter, Scene scene)
    {
        bool mayBeNull = Nullable.GetUnderlyingType(parameter.ParameterType) is not null
            || new NullabilityInfoContext().Create(parameter).WriteState
                == NullabilityState.Nullable;
        return mayBeNull && scene.Chance.OneIn(3);
    }

    private static Type? ElementOf(Type type)
    {
        if (type.IsArray) return type.GetElementType();
        if (!type.IsGenericType) return null;
        Type shape = type.GetGenericTypeDefinition();
        return shape == typeof(IReadOnlyList<>) || shape == typeof(ImmutableArray<>)
            || shape == typeof(IReadOnlyCollection<>) || shape == typeof(IEnumerable<>)
                ? type.GetGenericArguments()[0]
                : null;
    }
}
