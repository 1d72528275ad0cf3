using System.Collections.Frozen;
using Dtao.Codec;

namespace Dtao.Runtime.Dispatch;

/// <summary>All calls by their written pallet and call numbers.</summary>
/// <remarks>Each pallet's table stands in its own file. Source: docs/spec/dispatch.md#calls.</remarks>
public static class CallTable
{
    private static readonly FrozenDictionary<CallIndex, CallDescription> Calls =
        ((CallDescription[])
        [
            .. BalancesCalls.Table,
            .. SubtensorCalls.Table,
            .. AdminCalls.Table,
        ]).ToFrozenDictionary(static call => call.Index);

    /// <summary>All calls in the order of their numbers.</summary>
    public static IReadOnlyList<CallDescription> All { get; } =
        [.. Calls.Values.OrderBy(static call => (call.Index.Pallet, call.Index.Call))];

    /// <summary>What the wire says of a call; null for numbers that nothing has.</summary>
    public static CallDescription? Find(CallIndex index) => Calls.GetValueOrDefault(index);

    /// <summary>The call of these bytes and advances behind it.</summary>
    /// <exception cref="FormatException">Unknown numbers or arguments of another shape.</exception>
    public static ICall Decode(ref ScaleReader from)
    {
        CallIndex index = new(from.ReadU8(), from.ReadU8());
        if (Find(index) is not { } description)
        {
            throw new FormatException(
                $"pallet {index.Pallet} has no call {index.Call}, byte {from.Offset - 2}");
        }

        return description.Decode(ref from);
    }

    /// <summary>The bytes of a call.</summary>
    public static byte[] Encode(ICall call)
    {
        ScaleWriter to = new();
        Write(to, call);
        return to.ToArray();
    }

    /// <summary>Appends a call.</summary>
    public static void Write(ScaleWriter to, ICall call)
    {
        to.WriteU8(call.Index.Pallet);
        to.WriteU8(call.Index.Call);
        call.EncodeArguments(to);
    }
}
