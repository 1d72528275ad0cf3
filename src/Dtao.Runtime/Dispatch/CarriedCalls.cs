using Dtao.Codec;
using Dtao.Codec.Extrinsics;
using Dtao.Numerics;

namespace Dtao.Runtime.Dispatch;

/// <summary>How calls that carry calls write, read and weigh what they carry.</summary>
internal static class CarriedCalls
{
    public static void Write(this ScaleWriter to, ICall call) => CallTable.Write(to, call);

    public static ICall ReadCall(this ref ScaleReader from) => CallTable.Decode(ref from);

    public static void Write(this ScaleWriter to, MultiAddress address) => address.Encode(to);

    public static MultiAddress ReadAddress(this ref ScaleReader from) =>
        MultiAddress.Decode(ref from);

    public static uint ReadCompactU32(this ref ScaleReader from)
    {
        ulong value = from.ReadCompact();
        return value <= uint.MaxValue
            ? (uint)value
            : throw new FormatException($"a number above 2^32, byte {from.Offset}");
    }

    public static void Write(this ScaleWriter to, Hash256 value)
    {
        Span<byte> bytes = stackalloc byte[Hash256.Size];
        value.CopyTo(bytes);
        to.WriteRaw(bytes);
    }

    public static Hash256 ReadHash(this ref ScaleReader from) =>
        Hash256.FromBytes(from.ReadRaw(Hash256.Size));

    /// <summary>The weights of carried calls together.</summary>
    public static Weight WeightOf(IReadOnlyList<ICall> calls)
    {
        Weight sum = default;
        foreach (ICall call in calls)
        {
            sum = sum.SaturatingAdd(CallTable.WeightOf(call));
        }

        return sum;
    }

    /// <summary>Operational when every carried call is; so is none at all.</summary>
    public static DispatchClass ClassOf(IReadOnlyList<ICall> calls)
    {
        foreach (ICall call in calls)
        {
            if (CallTable.ClassOf(call) != DispatchClass.Operational)
            {
                return DispatchClass.Normal;
            }
        }

        return DispatchClass.Operational;
    }
}
