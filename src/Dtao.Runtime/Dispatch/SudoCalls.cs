using Dtao.Runtime.Sudo;

namespace Dtao.Runtime.Dispatch;

/// <summary>The calls of the pallet <c>Sudo</c>.</summary>
/// <remarks>Source: docs/spec/dispatch.md#sudo.</remarks>
internal static class SudoCalls
{
    public static IReadOnlyList<CallDescription> Table { get; } =
    [
        Carrying(
            0, "sudo", static call => ((RunAsRoot)call).Call,
            static call => RunAsRoot.WeightOf(((RunAsRoot)call).Call), RunAsRoot.Decode),
        Carrying(
            1, "sudo_unchecked_weight", static call => ((RunAsRootWeighing)call).Call,
            static call => ((RunAsRootWeighing)call).Weight, RunAsRootWeighing.Decode),
        Plain(2, "set_key", new(134_663_000, 1_517), SetSudoKey.Decode),
        Carrying(
            3, "sudo_as", static call => ((RunAs)call).Call,
            static call => RunAs.WeightOf(((RunAs)call).Call), RunAs.Decode),
        Plain(4, "remove_key", new(134_127_000, 1_517), RemoveSudoKey.Decode),
    ];

    private static CallDescription Plain(
        byte call, string name, Weight weight, CallDescription.Reader decode) =>
        new(
            new(DispatchError.SudoPallet, call), "Sudo", name, DispatchClass.Normal, Pays.Yes,
            _ => weight, decode);

    private static CallDescription Carrying(
        byte call, string name, Func<ICall, ICall> carried, Func<ICall, Weight> weight,
        CallDescription.Reader decode) =>
        new(
            new(DispatchError.SudoPallet, call), "Sudo", name, DispatchClass.Normal, Pays.Yes,
            weight, decode)
        {
            ClassOf = wrapper => CallTable.ClassOf(carried(wrapper)),
        };
}
