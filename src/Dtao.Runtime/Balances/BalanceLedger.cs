using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Events;
using Dtao.Runtime.Flows;

namespace Dtao.Runtime.Balances;

/// <summary>TAO of accounts and the sum of it.</summary>
/// <remarks>Source: docs/spec/balances.md.</remarks>
public sealed partial class BalanceLedger
{
    /// <summary>Below this balance an account does not exist. Unit: rao.</summary>
    public static readonly Tao ExistentialDeposit = Tao.FromRao(500);

    private readonly EventLog _events;

    /// <summary>Sum of all balances. Unit: rao.</summary>
    public Tao TotalIssuance => _totalIssuance.Value;

    /// <summary>Counters and balances of an account; all zero when there is none.</summary>
    public AccountBalance Of(AccountId who) => _accounts[who];

    /// <summary>The free balance of an account.</summary>
    public Tao Free(Coldkey who) => _accounts[who.Account].Free;

    /// <summary>What an account may spend when it is allowed to vanish.</summary>
    public Tao Spendable(Coldkey who) => Spendable(who.Account, keepAlive: false);

    /// <summary>What an account may spend.</summary>
    /// <param name="who">The account.</param>
    /// <param name="keepAlive">The existential deposit stays.</param>
    public Tao Spendable(AccountId who, bool keepAlive)
    {
        AccountBalance account = _accounts[who];
        Tao untouchable = account.Frozen.SaturatingSubtract(account.Reserved);
        if (keepAlive || (account.Free > Tao.Zero && !account.MayLoseProvider))
        {
            untouchable = Tao.Max(untouchable, ExistentialDeposit);
        }

        return account.Free.SaturatingSubtract(untouchable);
    }

    /// <summary>The account can pay this much, and the sum of balances can lose it.</summary>
    public bool CanPay(Coldkey who, Tao amount) =>
        amount == Tao.Zero
        || (amount <= Spendable(who) && amount <= _totalIssuance.Value);

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

        taken = Tao.Min(wanted, Spendable(who.Account, keepAlive: true));
        if (taken == Tao.Zero) return SubtensorError.ZeroBalanceAfterWithdrawn;
        return Withdraw(who.Account, taken).IsOk
            ? DispatchResult.Ok
            : SubtensorError.BalanceWithdrawalError;
    }

    /// <summary>Withdraws exactly this much, even if the account vanishes.</summary>
    internal DispatchResult TakeAll(Coldkey who, Tao amount)
    {
        if (amount == Tao.Zero) return SubtensorError.ZeroBalanceAfterWithdrawn;
        return amount <= Spendable(who) && Withdraw(who.Account, amount).IsOk
            ? DispatchResult.Ok
            : SubtensorError.BalanceWithdrawalError;
    }

    /// <summary>
    /// Credits an account; one that would stay below the existential deposit gets nothing.
    /// </summary>
    internal void Give(Coldkey who, Tao amount)
    {
        Tao given = Increase(who.Account, amount);
        _flows.Note(FlowCause.Paid, given);
        if (given < amount) NoteNotGiven(who.Account, amount - given);
        RaiseSum(given);
        if (_events.IsKept) _events.Deposit(new BalanceDeposited(who.Account, given));
    }

    /// <summary>Names what an account could not take, where there is a reason.</summary>
    private void NoteNotGiven(AccountId who, Tao missing)
    {
        Tao free = _accounts[who].Free;
        bool isTooLittle = free.SaturatingAdd(missing) < ExistentialDeposit;
        bool isFull = free == Tao.MaxValue;
        if (isTooLittle || isFull) _flows.Note(FlowCause.BelowDeposit, missing);
    }

    private DispatchResult Withdraw(AccountId who, Tao amount)
    {
        DispatchResult change = Decrease(who, amount);
        if (!change.IsOk) return change;
        LowerSum(amount);
        _flows.Note(FlowCause.Withdrawn, amount);
        if (_events.IsKept) _events.Deposit(new BalanceWithdrawn(who, amount));
        return DispatchResult.Ok;
    }

    private Tao Increase(AccountId who, Tao amount)
    {
        AccountBalance account = _accounts[who];
        Tao after = account.Free.SaturatingAdd(amount);
        if (after < ExistentialDeposit || after == account.Free) return Tao.Zero;
        DispatchResult change = Write(who, after, account.Reserved);
        return change.IsOk ? after - account.Free : Tao.Zero;
    }

    private DispatchResult Decrease(AccountId who, Tao amount)
    {
        AccountBalance account = _accounts[who];
        return Write(who, account.Free.SaturatingSubtract(amount), account.Reserved);
    }
}
