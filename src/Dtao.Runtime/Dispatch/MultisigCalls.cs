using Dtao.Runtime.Multisigs;

namespace Dtao.Runtime.Dispatch;

/// <summary>The calls of the pallet <c>Multisig</c>.</summary>
/// <remarks>Source: docs/spec/dispatch.md#multisig.</remarks>
internal static class MultisigCalls
{
    public static IReadOnlyList<CallDescription> Table { get; } =
    [
        Describe(
            0, "as_multi_threshold_1", static call => ((CallAsAnyOf)call).DeclaredWeight,
            CallAsAnyOf.Decode) with
        {
            ClassOf = static call => CallTable.ClassOf(((CallAsAnyOf)call).Call),
        },
        Describe(
            1, "as_multi", static call => ((CallAsMultisig)call).DeclaredWeight,
            CallAsMultisig.Decode),
        Describe(
            2, "approve_as_multi", static call => ((ApproveMultisig)call).DeclaredWeight,
            ApproveMultisig.Decode),
        Describe(
            3, "cancel_as_multi",
            static call => MultisigWeights.OfCancelling(((CancelMultisig)call).Others.Length),
            CancelMultisig.Decode),
    ];

    private static CallDescription Describe(
        byte call, string name, Func<ICall, Weight> weight, CallDescription.Reader decode) =>
        new(
            new(DispatchError.MultisigPallet, call), "Multisig", name, DispatchClass.Normal,
            Pays.Yes, weight, decode);
}
