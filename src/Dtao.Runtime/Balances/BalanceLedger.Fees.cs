using Dtao.Numerics;
using Dtao.Runtime.Flows;

namespace Dtao.Runtime.Balances;

/// <content>What extrinsics do to an account before and after their call.</content>
public sealed partial class BalanceLedger
{
    /// <summary>Extrinsics that an account has sent.</summary>
    public uint NonceOf(AccountId who) => _accounts[who].Nonce;

    /// <summary>Something keeps the account alive, so that it can pay.</summary>
    internal bool IsReferenced(AccountId who)
    {
        AccountBalance account = _accounts[who];
        return account.Providers > 0 || account.Sufficients > 0;
    }

    /// <summary>
    /// Counts an extrinsic of an account; one that did not exist gets an entry without references.
    /// </summary>
    internal void CountExtrinsic(AccountId who)
    {
        AccountBalance account = _accounts[who];
        uint next = account.Nonce == uint.MaxValue ? uint.MaxValue : account.Nonce + 1;
        _accounts[who] = account with { Nonce = next };
    }

    /// <summary>The account can pay a fee and stay alive.</summary>
    internal bool CanPayFee(AccountId who, Tao fee)
    {
        AccountBalance account = _accounts[who];
        Tao frozen = account.Frozen.SaturatingSubtract(account.Reserved);
        return fee <= account.Free.SaturatingSubtract(Tao.Max(frozen, ExistentialDeposit));
    }

    /// <summary>
    /// Takes a fee; the sum of balances changes when it is settled. It must be payable.
    /// </summary>
    internal void WithdrawFee(AccountId who, Tao fee)
    {
        AccountBalance account = _accounts[who];
        WriteFree(who, account, account.Free - fee);
        _flows.Note(FlowCause.Withdrawn, fee);
    }

    /// <summary>
    /// Burns what is left of a withdrawn fee after the refund, if the payer still exists.
    /// </summary>
    /// <param name="who">Who paid.</param>
    /// <param name="withdrawn">What was taken before the call.</param>
    /// <param name="refund">What is to be given back of it.</param>
    /// <returns>What was given back; null when the payer exists no more.</returns>
    internal Tao? SettleFee(AccountId who, Tao withdrawn, Tao refund)
    {
        AccountBalance account = _accounts[who];
        bool exists = account.Free > Tao.Zero || account.Reserved > Tao.Zero;
        Tao after = exists ? account.Free.SaturatingAdd(refund) : account.Free;
        Tao given = after - account.Free;
        if (given > Tao.Zero)
        {
            WriteFree(who, account, after);
            _flows.Note(FlowCause.Paid, given);
        }

        LowerSum(withdrawn - given);
        return exists ? given : null;
    }

    /// <summary>Fees and refunds leave an account alive, so nothing else is counted anew.</summary>
    private void WriteFree(AccountId who, in AccountBalance before, Tao free)
    {
        _accounts[who] = before with { Free = free };
        _flows.NoteChange(
            FlowCause.AccountWritten, NetUid.Root,
            unchecked(before.Free.Rao + before.Reserved.Rao),
            unchecked(free.Rao + before.Reserved.Rao));
    }
}
