using System.Collections.Frozen;
using Dtao.Codec;

namespace Dtao.Runtime.Dispatch;

/// <summary>All calls by their written pallet and call numbers.</summary>
/// <remarks>
/// Each pallet's table stands in its own file. Source: docs/spec/dispatch.md#calls.
/// </remarks>
public static class CallTable
{
    private static readonly FrozenDictionary<CallIndex, CallDescription> Calls =
        AllTables().ToFrozenDictionary(static call => call.Index);

    /// <summary>All calls in the order of their numbers.</summary>
    public static IReadOnlyList<CallDescription> All { get; } =
        [.. Calls.Values.OrderBy(static call => (call.Index.Pallet, call.Index.Call))];

    /// <summary>What the wire says of a call; null for numbers that nothing has.</summary>
    public static CallDescription? Find(CallIndex index) => Calls.GetValueOrDefault(index);

    /// <summary>The call of these bytes and advances behind it.</summary>
    /// <remarks>A call that the reader's version does not have yet is unknown.</remarks>
    /// <exception cref="FormatException">Unknown numbers or arguments of another shape.</exception>
    public static ICall Decode(ref ScaleReader from)
    {
        CallIndex index = new(from.ReadU8(), from.ReadU8());
        if (Find(index) is not { } description)
        {
            string what = OutOfScope.ReasonFor(index) is { } reason
                ? $"call {index.Pallet}.{index.Call} is out of scope ({reason})"
                : $"pallet {index.Pallet} has no call {index.Call}";
            throw new FormatException($"{what}, byte {from.Offset - 2}");
        }

        if (from.Version != 0 && description.Since > from.Version)
        {
            throw new FormatException(
                $"version {from.Version} has no call {index.Pallet}.{index.Call} yet: it came "
                + $"with {description.Since}, byte {from.Offset - 2}");
        }

        from.Descend();
        ICall call = description.Decode(ref from);
        from.Ascend();
        return call;
    }

    /// <summary>The terms that a call declares.</summary>
    /// <exception cref="ArgumentException">The call stands in no table.</exception>
    public static DispatchTerms TermsOf(ICall call) => Describe(call).TermsOf(call);

    /// <summary>The weight that a call declares.</summary>
    /// <remarks>
    /// Apart from the class, so that a wrapper asks each of what it carries once for each.
    /// </remarks>
    internal static Weight WeightOf(ICall call) => Describe(call).WeightOf(call);

    /// <summary>The class that a call declares.</summary>
    internal static DispatchClass ClassOf(ICall call) => Describe(call).ClassFor(call);

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

    private static CallDescription Describe(ICall call) =>
        Find(call.Index)
            ?? throw new ArgumentException($"no call {call.Index}", nameof(call));

    private static IEnumerable<CallDescription> AllTables() =>
    [
        .. AdminCalls.Table,
        .. BalancesCalls.Table,
        .. MultisigCalls.Table,
        .. ProxyCalls.Table,
        .. SubtensorCalls.Table,
        .. SudoCalls.Table,
        .. SystemPalletCalls.Table,
        .. UtilityCalls.Table,
    ];
}
