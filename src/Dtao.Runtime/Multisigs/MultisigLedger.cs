using Dtao.Codec;
using Dtao.Crypto;
using Dtao.Numerics;
using Dtao.Runtime.Balances;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Multisigs;

/// <summary>Calls that wait until enough signatories approve them.</summary>
/// <remarks>Source: docs/spec/dispatch.md#multisig.</remarks>
public sealed partial class MultisigLedger
{
    private static readonly Tao DepositBase = Tao.FromRao(132_000_000);
    private static readonly Tao DepositEach = Tao.FromRao(32_000_000);

    /// <summary>A call that waits; null when there is none.</summary>
    /// <param name="account">Account of the signatories.</param>
    /// <param name="callHash">BLAKE2b-256 of the encoded call.</param>
    public PendingOperation? Find(AccountId account, Hash256 callHash) =>
        _pending[(account, callHash)];

    /// <summary>The account that signatories share.</summary>
    /// <param name="signatories">All of them in rising order.</param>
    /// <param name="threshold">How many must approve.</param>
    public static AccountId AccountOf(IReadOnlyList<AccountId> signatories, ushort threshold)
    {
        ScaleWriter content = new();
        content.WriteRaw("modlpy/utilisuba"u8);
        Signatories.Write(content, signatories);
        content.WriteU16(threshold);
        return AccountId.FromBytes(Blake2b.Hash256(content.ToArray()));
    }

    /// <summary>What is reserved while a call waits. Unit: rao.</summary>
    /// <param name="threshold">How many must approve.</param>
    public static Tao DepositOf(ushort threshold) =>
        Tao.FromRao(DepositBase.Rao + (DepositEach.Rao * threshold));

    internal DispatchResult Begin(
        BalanceLedger balances, AccountId account, Hash256 callHash, PendingOperation operation)
    {
        DispatchResult reserved = balances.Reserve(operation.Depositor, operation.Deposit);
        if (reserved.IsOk) _pending[(account, callHash)] = operation;
        return reserved;
    }

    /// <summary>Adds an approval at its place.</summary>
    internal void Approve(
        AccountId account, Hash256 callHash, PendingOperation operation, int place, AccountId who)
    {
        List<AccountId> approvals = [.. operation.Approvals];
        approvals.Insert(place, who);
        _pending[(account, callHash)] = operation with { Approvals = approvals };
    }

    /// <summary>Forgets an operation and frees its deposit.</summary>
    internal void End(
        BalanceLedger balances, AccountId account, Hash256 callHash, PendingOperation operation)
    {
        _pending.Remove((account, callHash));
        balances.Unreserve(operation.Depositor, operation.Deposit);
    }
}
