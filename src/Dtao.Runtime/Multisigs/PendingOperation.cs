using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.State;

namespace Dtao.Runtime.Multisigs;

/// <summary>A call that waits until enough signatories approve it.</summary>
/// <param name="Begun">When it was begun.</param>
/// <param name="Deposit">What is reserved for it.</param>
/// <param name="Depositor">Who began it, of whom it is reserved.</param>
/// <param name="Approvals">Who approved, in rising order.</param>
/// <remarks>Source: docs/spec/dispatch.md#multisig.</remarks>
public sealed record PendingOperation(
    Timepoint Begun, Tao Deposit, AccountId Depositor, IReadOnlyList<AccountId> Approvals)
{
    internal static readonly Shape<PendingOperation> Shape = new(
        "((u32, u32), u64, account, list<account>)", Write, Read);

    private static void Write(ScaleWriter to, PendingOperation value)
    {
        value.Begun.Encode(to);
        to.Write(value.Deposit);
        to.Write(value.Depositor);
        Signatories.Write(to, value.Approvals);
    }

    private static PendingOperation Read(ref ScaleReader from) => new(
        Timepoint.Decode(ref from), from.ReadTao(), from.ReadAccount(),
        Signatories.Read(ref from));
}
