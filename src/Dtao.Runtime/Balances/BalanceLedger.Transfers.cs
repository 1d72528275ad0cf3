using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Flows;

namespace Dtao.Runtime.Balances;

public sealed partial class BalanceLedger
{
    /// <summary>Moves TAO from one account to another.</summary>
    /// <param name="from">Who pays.</param>
    /// <param name="to">Who receives.</param>
    /// <param name="amount">How much.</param>
    /// <param name="keepAlive">The payer must keep the existential deposit.</param>
    internal DispatchResult Transfer(AccountId from, AccountId to, Tao amount, bool keepAlive)
    {
        DispatchResult check = CheckWithdrawal(from, amount, keepAlive);
        if (!check.IsOk) return check;
        check = CheckDeposit(to, amount);
        if (!check.IsOk) return check;
        if (from == to) return DispatchResult.Ok;

        Tao possible = Tao.Min(amount, Spendable(from, keepAlive));
        check = Decrease(from, possible);
        if (!check.IsOk) return check;
        Increase(to, amount);
        if (_events.IsKept) _events.Deposit(new Transfer(from, to, amount));
        return DispatchResult.Ok;
    }

    /// <summary>Destroys TAO of an account.</summary>
    internal DispatchResult Burn(AccountId who, Tao amount, bool keepAlive)
    {
        if (amount > Spendable(who, keepAlive)) return TokenError.FundsUnavailable.OnWire();

        // Upstream: an overflow, although it is below zero that the sum would go.
        if (amount > _totalIssuance.Value) return BalancesErrors.Overflow;
        DispatchResult change = Decrease(who, amount);
        if (!change.IsOk) return change;
        LowerSum(amount);
        _flows.Note(FlowCause.BurnedFromAccounts, amount);
        if (_events.IsKept) _events.Deposit(new Burned(who, amount));
        return DispatchResult.Ok;
    }

    /// <summary>Sets a free balance; below the existential deposit it becomes zero.</summary>
    internal DispatchResult SetFree(AccountId who, Tao amount)
    {
        AccountBalance account = _accounts[who];
        Tao after = amount < ExistentialDeposit ? Tao.Zero : amount;
        DispatchResult change = Write(who, after, account.Reserved);
        if (!change.IsOk) return change;
        RaiseSum(after.SaturatingSubtract(account.Free));
        LowerSum(account.Free.SaturatingSubtract(after));
        _flows.Note(FlowCause.GivenByRoot, after.SaturatingSubtract(account.Free));
        _flows.Note(FlowCause.TakenByRoot, account.Free.SaturatingSubtract(after));
        if (_events.IsKept) _events.Deposit(new BalanceSet(who, after));
        return DispatchResult.Ok;
    }

    /// <summary>Reserves part of a free balance.</summary>
    internal DispatchResult Reserve(AccountId who, Tao amount)
    {
        if (amount == Tao.Zero) return DispatchResult.Ok;
        AccountBalance account = _accounts[who];
        if (account.Free < amount) return BalancesError.InsufficientBalance.OnWire();
        Tao free = account.Free - amount;
        if (free < account.Frozen) return BalancesError.LiquidityRestrictions.OnWire();
        DispatchResult change = Write(who, free, account.Reserved.SaturatingAdd(amount));
        if (!change.IsOk) return change;
        if (_events.IsKept) _events.Deposit(new Reserved(who, amount));
        return DispatchResult.Ok;
    }

    /// <summary>Frees at most so much of what is reserved.</summary>
    /// <returns>What was not reserved after all.</returns>
    internal Tao Unreserve(AccountId who, Tao amount)
    {
        AccountBalance account = _accounts[who];
        if (amount == Tao.Zero) return Tao.Zero;
        if (account.Free == Tao.Zero && account.Reserved == Tao.Zero) return amount;
        Tao freed = Tao.Min(amount, account.Reserved);
        DispatchResult change = Write(
            who, account.Free.SaturatingAdd(freed), account.Reserved - freed);
        if (!change.IsOk) return amount;
        _flows.NoteCeiling(
            FlowCause.FreeCeiling, NetUid.Root, account.Free.Rao, freed.Rao);
        if (_events.IsKept) _events.Deposit(new Unreserved(who, freed));
        return amount - freed;
    }

    /// <summary>Sets the sum of all balances as root wants it.</summary>
    internal void ForceTotalIssuance(Tao total)
    {
        Tao before = _totalIssuance.Value;
        _totalIssuance.Value = total;
        _flows.Note(FlowCause.ForcedUp, total.SaturatingSubtract(before));
        _flows.Note(FlowCause.ForcedDown, before.SaturatingSubtract(total));
        if (_events.IsKept) _events.Deposit(new TotalIssuanceForced(before, total));
    }

    private DispatchResult CheckWithdrawal(AccountId who, Tao amount, bool keepAlive)
    {
        if (amount == Tao.Zero) return DispatchResult.Ok;
        if (amount > _totalIssuance.Value) return BalancesErrors.Underflow;
        AccountBalance account = _accounts[who];
        if (amount > account.Free) return TokenError.FundsUnavailable.OnWire();
        if (amount > Spendable(who, keepAlive: false)) return TokenError.Frozen.OnWire();

        Tao rest = account.Free - amount;
        if (rest < ExistentialDeposit && !account.MayLoseProvider)
        {
            return TokenError.OnlyProvider.OnWire();
        }

        if (rest.SaturatingAdd(account.Reserved) < account.Frozen)
        {
            return TokenError.Frozen.OnWire();
        }

        return rest < ExistentialDeposit && keepAlive
            ? TokenError.NotExpendable.OnWire()
            : DispatchResult.Ok;
    }

    private DispatchResult CheckDeposit(AccountId who, Tao amount)
    {
        if (amount == Tao.Zero) return DispatchResult.Ok;
        AccountBalance account = _accounts[who];
        UInt128 free = (UInt128)account.Free.Rao + amount.Rao;
        if (free > ulong.MaxValue) return BalancesErrors.Overflow;
        if (free < ExistentialDeposit.Rao) return TokenError.BelowMinimum.OnWire();
        return free + account.Reserved.Rao > ulong.MaxValue
            ? BalancesErrors.Overflow
            : DispatchResult.Ok;
    }
}
