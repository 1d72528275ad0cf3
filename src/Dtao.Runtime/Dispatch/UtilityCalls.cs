using Dtao.Runtime.Wrappers;

namespace Dtao.Runtime.Dispatch;

/// <summary>The calls of the pallet <c>Utility</c>.</summary>
/// <remarks>Source: docs/spec/dispatch.md#utility.</remarks>
internal static class UtilityCalls
{
    public static IReadOnlyList<CallDescription> Table { get; } =
    [
        Several(
            0, "batch", static call => ((Batch)call).Calls, BatchRules.OfBatch, Batch.Decode),
        Single(
            1, "as_derivative", static call => ((AsDerivative)call).Call,
            static call => AsDerivative.WeightOf(((AsDerivative)call).Call), AsDerivative.Decode),
        Several(
            2, "batch_all", static call => ((BatchAll)call).Calls, BatchRules.OfBatchAll,
            BatchAll.Decode),
        Single(
            3, "dispatch_as", static call => ((DispatchAsOrigin)call).Call,
            static call => DispatchAsOrigin.WeightOf(((DispatchAsOrigin)call).Call),
            DispatchAsOrigin.Decode),
        Several(
            4, "force_batch", static call => ((ForceBatch)call).Calls, BatchRules.OfForceBatch,
            ForceBatch.Decode),
        Single(
            5, "with_weight", static call => ((WithWeight)call).Call,
            static call => ((WithWeight)call).Weight, WithWeight.Decode),
    ];

    private static CallDescription Several(
        byte call, string name, Func<ICall, ICall[]> carried, Func<int, Weight> own,
        CallDescription.Reader decode) =>
        new(
            new(DispatchError.UtilityPallet, call), "Utility", name, DispatchClass.Operational,
            Pays.Yes,
            batch => own(carried(batch).Length)
                .SaturatingAdd(CarriedCalls.WeightOf(carried(batch))),
            decode)
        {
            ClassOf = batch => CarriedCalls.ClassOf(carried(batch)),
        };

    private static CallDescription Single(
        byte call, string name, Func<ICall, ICall> carried, Func<ICall, Weight> weight,
        CallDescription.Reader decode) =>
        new(
            new(DispatchError.UtilityPallet, call), "Utility", name, DispatchClass.Normal,
            Pays.Yes, weight, decode)
        {
            ClassOf = wrapper => CallTable.ClassOf(carried(wrapper)),
        };
}
