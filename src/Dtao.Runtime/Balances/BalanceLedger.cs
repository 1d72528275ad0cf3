using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Flows;

namespace Dtao.Runtime.Balances;

/// <summary>Free TAO of accounts and the sum of it.</summary>
/// <remarks>Source: docs/spec/state.md#balances.</remarks>
public sealed partial class BalanceLedger
{
    /// <summary>Below this balance an account does not exist. Unit: rao.</summary>
    public static readonly Tao ExistentialDeposit = Tao.FromRao(500);

    /// <summary>Sum of all balances. Unit: rao.</summary>
    public Tao TotalIssuance => _totalIssuance.Value;

    /// <summary>The free balance of an account.</summary>
    public Tao Free(Coldkey who) => _accounts[who.Account].Free;

    /// <summary>What an account may spend when it is allowed to vanish.</summary>
    public Tao Spendable(Coldkey who)
    {
        AccountBalance account = _accounts[who.Account];
        Tao frozen = account.Frozen.SaturatingSubtract(account.Reserved);
        Tao spendable = account.Free.SaturatingSubtract(frozen);
        if (account.Consumers == 0) return spendable;
        return Tao.Min(spendable, account.Free.SaturatingSubtract(ExistentialDeposit));
    }

    /// <summary>The account can pay this much.</summary>
    public bool CanPay(Coldkey who, Tao amount) =>
        amount == Tao.Zero || amount <= Spendable(who);

    /// <summary>Withdraws at most <paramref name="wanted"/>, leaving the account alive.</summary>
    /// <param name="who">Account that pays.</param>
    /// <param name="wanted">Amount asked for; zero takes nothing and succeeds.</param>
    /// <param name="taken">
    /// What was withdrawn; up to the existential deposit less than wanted.
    /// </param>
    /// <returns>Ok, or <see cref="SubtensorError.ZeroBalanceAfterWithdrawn"/>.</returns>
    internal DispatchResult Take(Coldkey who, Tao wanted, out Tao taken)
    {
        taken = Tao.Zero;
        if (wanted == Tao.Zero) return DispatchResult.Ok;

        AccountBalance account = _accounts[who.Account];
        Tao frozen = account.Frozen.SaturatingSubtract(account.Reserved);
        Tao untouchable = Tao.Max(frozen, ExistentialDeposit);
        taken = Tao.Min(wanted, account.Free.SaturatingSubtract(untouchable));
        if (taken == Tao.Zero) return SubtensorError.ZeroBalanceAfterWithdrawn;

        Write(who, account, account with { Free = account.Free - taken });
        _totalIssuance.Value = _totalIssuance.Value.SaturatingSubtract(taken);
        _flows.Note(FlowCause.Withdrawn, taken);
        return DispatchResult.Ok;
    }

    /// <summary>
    /// Credits an account; a new account below the existential deposit gets nothing.
    /// </summary>
    internal void Give(Coldkey who, Tao amount)
    {
        bool exists = _accounts.Contains(who.Account);
        AccountBalance account = _accounts[who.Account];
        Tao after = account.Free.SaturatingAdd(amount);
        if (!exists)
        {
            if (after < ExistentialDeposit)
            {
                _flows.Note(FlowCause.BelowDeposit, amount);
                return;
            }

            account = account with { Providers = 1, Flags = AccountBalance.NewLogic };
        }

        Write(who, account, account with { Free = after });
        _totalIssuance.Value = _totalIssuance.Value.SaturatingAdd(amount);
        _flows.Note(FlowCause.Paid, amount);
    }

    private void Write(Coldkey who, in AccountBalance before, in AccountBalance after)
    {
        _accounts[who.Account] = after;
        _flows.NoteChange(FlowCause.AccountWritten, NetUid.Root, Sum(before), Sum(after));
    }

    private static ulong Sum(in AccountBalance account) =>
        unchecked(account.Free.Rao + account.Reserved.Rao);
}
