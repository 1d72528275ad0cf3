using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Keys;
using Dtao.Runtime.Weights;

namespace Dtao.Fuzz.Draws;

/// <summary>A generator for every call of the table.</summary>
/// <remarks>
/// Calls whose arguments must fit each other have their own; all others are drawn by the types
/// of their arguments, and what has no type of its own from bytes that decode.
/// </remarks>
public static class CallDraws
{
    private const int Attempts = 50;

    private static readonly Dictionary<CallIndex, Type> Types = FindTypes();

    private static readonly CallDescription[] Leaves = [.. CallTable.All
        .Where(static call => !Types.TryGetValue(call.Index, out Type? type) || !HoldsCalls(type))];

    /// <summary>A call of this kind; null when none could be drawn.</summary>
    public static ICall? Draw(CallDescription description, Scene scene)
    {
        if (description.Index == new CallIndex(DispatchError.SubtensorPallet, 0))
        {
            return OfSetWeights(scene);
        }

        if (description.Index == new CallIndex(DispatchError.SubtensorPallet, 70)
            && !scene.Chance.OneIn(4))
        {
            return OfSwapHotkey(scene);
        }

        if (description.Index.Pallet == DispatchError.MultisigPallet && !scene.Chance.OneIn(8))
        {
            return MultisigDraws.Draw(description.Index.Call, scene);
        }

        if (description.Index.Pallet == DispatchError.ProxyPallet && !scene.Chance.OneIn(8)
            && ProxyDraws.Draw(description.Index.Call, scene) is { } proxied)
        {
            return proxied;
        }

        if (description.Index.Pallet == DispatchError.SudoPallet && !scene.Chance.OneIn(8))
        {
            scene.Signer = scene.Chain.Sudo.Key ?? scene.Signer;
        }

        if (!Types.TryGetValue(description.Index, out Type? type))
        {
            return OfBytes(description, scene);
        }

        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            ICall? call = ArgumentDraws.Draw(type, scene) as ICall;
            if (call is null) continue;
            if (call.Index != description.Index) break;
            if (CanBeSent(call)) return call;
        }

        return OfBytes(description, scene);
    }

    /// <summary>Any call of the table.</summary>
    internal static ICall? DrawAny(Scene scene) => Draw(scene.Chance.Among(CallTable.All), scene);

    /// <summary>Any call that holds no other.</summary>
    internal static ICall? DrawLeaf(Scene scene) => Draw(scene.Chance.Among(Leaves), scene);

    /// <summary>The bytes of the call are a call: some take only what others wrote.</summary>
    private static bool CanBeSent(ICall call)
    {
        try
        {
            ScaleReader reader = new(CallTable.Encode(call));
            return CallTable.Decode(ref reader).Index == call.Index && reader.IsAtEnd;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>An owner swaps for a key that sits nowhere yet, or no swap succeeds.</summary>
    private static SwapHotkey OfSwapHotkey(Scene scene)
    {
        Hotkey[] free = [.. scene.Cast.Accounts
            .Select(static account => new Hotkey(account))
            .Where(key => !scene.Cast.Subnets.Any(
                subnet => scene.Chain.Neurons.UidOf(subnet, key) is not null))];
        scene.Signer = scene.Chain.Stakes.OwnerOf(scene.Hotkey).Account;
        return new(
            scene.Hotkey, free.Length == 0 ? scene.AnyHotkey() : scene.Chance.Among(free));
    }

    private static SetWeights OfSetWeights(Scene scene)
    {
        NetUid subnet = scene.AnySubnet();
        int count = scene.Chance.Below(12);
        ushort[] destinations = new ushort[count];
        ushort[] values = new ushort[scene.Chance.OneIn(20) ? count + 1 : count];
        for (int index = 0; index < count; index++)
        {
            destinations[index] = scene.Chance.OneIn(20)
                ? (ushort)scene.Chance.Magnitude(16)
                : (ushort)index;
        }

        for (int index = 0; index < values.Length; index++)
        {
            values[index] = (ushort)scene.Chance.Magnitude(16);
        }

        ulong version = scene.Chance.Among<ulong>(0, 1, scene.Chance.Magnitude(), ulong.MaxValue);
        return new(subnet, destinations, values, version);
    }

    private static ICall? OfBytes(CallDescription description, Scene scene)
    {
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            byte[] bytes = Pattern(scene.Chance);

            // Most calls begin with a subnet.
            if (!scene.Chance.OneIn(3))
            {
                BinaryPrimitives.WriteUInt16LittleEndian(bytes, scene.AnySubnet().Value);
            }

            try
            {
                ScaleReader reader = new(bytes);
                return description.Decode(ref reader);
            }
            catch (FormatException)
            {
                continue;
            }
        }

        return null;
    }

    private static byte[] Pattern(Chance chance)
    {
        byte[] bytes = new byte[512];
        int style = chance.Below(4);
        for (int index = 0; index < bytes.Length; index++)
        {
            bytes[index] = style switch
            {
                0 => 0,
                1 => byte.MaxValue,
                2 => index is 0 or 2 ? (byte)chance.Magnitude(8) : (byte)0,
                _ => chance.OneIn(2) ? (byte)0 : (byte)chance.Magnitude(8),
            };
        }

        return bytes;
    }

    private static Dictionary<CallIndex, Type> FindTypes()
    {
        Dictionary<CallIndex, Type> types = [];
        foreach (Type type in typeof(ICall).Assembly.GetTypes()
            .Where(static one => !one.IsAbstract && typeof(ICall).IsAssignableFrom(one))
            .OrderBy(static one => one.FullName, StringComparer.Ordinal))
        {
            if (IndexOf(type) is { } index) types.TryAdd(index, type);
        }

        return types;
    }

    private static CallIndex? IndexOf(Type type)
    {
        try
        {
            return ((ICall)RuntimeHelpers.GetUninitializedObject(type)).Index;
        }
        catch (NullReferenceException)
        {
            // A call that serves several numbers knows its own only when it is made.
            return null;
        }
    }

    /// <summary>Calls of this type hold others.</summary>
    internal static bool HoldsCalls(Type type) => type.GetConstructors()
        .SelectMany(static one => one.GetParameters())
        .Any(static one => one.ParameterType == typeof(ICall)
            || one.ParameterType == typeof(ICall[])
            || one.ParameterType == typeof(IReadOnlyList<ICall>));
}
