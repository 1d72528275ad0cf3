using Dtao.Runtime.SystemCalls;

namespace Dtao.Runtime.Dispatch;

/// <summary>The calls of the pallet <c>System</c>.</summary>
/// <remarks>Source: docs/spec/dispatch.md#system.</remarks>
internal static class SystemPalletCalls
{
    public static IReadOnlyList<CallDescription> Table { get; } =
    [
        Describe(
            0, "remark",
            static call => Weight.Linear(1_137_744, 387, ((Remark)call).Content.Length),
            Remark.Decode),
        Describe(
            7, "remark_with_event",
            static call => Weight.Linear(2_562_415, 1_391, ((RemarkWithEvent)call).Content.Length),
            RemarkWithEvent.Decode),
    ];

    private static CallDescription Describe(
        byte call, string name, Func<ICall, Weight> weight, CallDescription.Reader decode) =>
        new(
            new(DispatchError.SystemPallet, call), "System", name, DispatchClass.Normal,
            Pays.Yes, weight, decode);
}
