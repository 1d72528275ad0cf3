using Dtao.Codec;
using Dtao.Runtime.Dispatch;


namespace Dtao.Runtime.Wrappers;

/// <summary>What all batches have in common.</summary>
/// <remarks>Source: docs/spec/dispatch.md#utility.</remarks>
internal static class BatchRules
{
    /// <summary>So many calls may one batch carry.</summary>
    public const int MostCalls = 10_922;

    private const ulong Proof = 3_997;

    public static Weight OfBatch(int calls) => Weight.Linear(52_694_370, 5_005_941, calls, Proof);

    public static Weight OfBatchAll(int calls) =>
        Weight.Linear(62_948_874, 5_162_821, calls, Proof);

    public static Weight OfForceBatch(int calls) =>
        Weight.Linear(54_879_712, 4_955_816, calls, Proof);

    public static DispatchResult Check(Origin origin, ICall[] calls)
    {
        // An origin of another pallet passes here, and each call refuses it.
        if (origin.IsNone) return DispatchError.BadOrigin;
        return calls.Length > MostCalls ? UtilityError.TooManyCalls : DispatchResult.Ok;
    }

    public static ICall[] ReadCalls(ref ScaleReader from) =>
        from.ReadList(static (ref ScaleReader reader) => reader.ReadCall());

    public static void WriteCalls(ScaleWriter to, ICall[] calls) =>
        to.WriteList(calls, static (writer, call) => writer.Write(call));

}
