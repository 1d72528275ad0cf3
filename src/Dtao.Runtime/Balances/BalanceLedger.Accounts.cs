using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Flows;

namespace Dtao.Runtime.Balances;

public sealed partial class BalanceLedger
{
    private const uint MaximumConsumers = 16;

    /// <summary>Brings an account to the present logic; says whether it was older.</summary>
    internal bool Upgrade(AccountId who)
    {
        if (!_accounts.Contains(who)) return false;
        AccountBalance account = _accounts[who];
        if ((account.Flags & AccountBalance.NewLogic) != 0) return false;
        if (account.Reserved > Tao.Zero && account.Frozen == Tao.Zero)
        {
            if (account.Providers == 0)
            {
                account = account with
                {
                    Free = Tao.Max(account.Free, ExistentialDeposit),
                    Providers = 1,
                };
            }

            account = account with { Consumers = account.Consumers + 1 };
        }

        _accounts[who] = account with { Flags = account.Flags | AccountBalance.NewLogic };
        if (_events.IsKept) _events.Deposit(new Upgraded(who));
        return true;
    }

    /// <summary>Writes both balances of an account and lets it live or die by them.</summary>
    /// <remarks>
    /// A free balance of the existential deposit is a reason to exist, a reserved or frozen one a
    /// reason to be kept. Dust of a dead account is destroyed, and the pallet of the economy does
    /// not learn of it. Source: docs/spec/balances.md#accounts.
    /// </remarks>
    private DispatchResult Write(AccountId who, Tao free, Tao reserved)
    {
        Upgrade(who);
        AccountBalance before = _accounts[who];
        bool isNew = before.Free == Tao.Zero && !before.IsHeld;
        AccountBalance after = before with
        {
            Free = free,
            Reserved = reserved,
            Flags = before.Flags | AccountBalance.NewLogic,
        };
        DispatchResult change = Account(who, before, ref after);
        if (!change.IsOk) return change;

        Tao dust = Tao.Zero;
        if (free < ExistentialDeposit && reserved == Tao.Zero)
        {
            dust = free;
            after = after with { Free = Tao.Zero, Frozen = Tao.Zero };
        }

        if (after.Providers > 0 || after.Sufficients > 0) _accounts[who] = after;
        else _accounts.Remove(who);
        _flows.NoteChange(FlowCause.AccountWritten, NetUid.Root, Sum(before), Sum(after));
        if (isNew && _events.IsKept) _events.Deposit(new Endowed(who, free));
        if (dust == Tao.Zero) return DispatchResult.Ok;

        LowerSum(dust);
        _flows.Note(FlowCause.DustRemoved, dust);
        if (_events.IsKept) _events.Deposit(new DustLost(who, dust));
        return DispatchResult.Ok;
    }

    private static ulong Sum(in AccountBalance account) =>
        unchecked(account.Free.Rao + account.Reserved.Rao);

    /// <summary>Counts the reasons for an account to exist and to be kept.</summary>
    private DispatchResult Account(
        AccountId who, in AccountBalance before, ref AccountBalance after)
    {
        bool provided = before.Free >= ExistentialDeposit;
        bool provides = after.Free >= ExistentialDeposit;
        if (!provided && provides)
        {
            bool isCreated = after.Providers == 0 && after.Sufficients == 0;
            after = after with { Providers = after.Providers + 1 };
            if (isCreated && _events.IsKept) _events.Deposit(new NewAccount(who));
        }

        if (before.IsHeld && !after.IsHeld && after.Consumers > 0)
        {
            after = after with { Consumers = after.Consumers - 1 };
        }

        if (!before.IsHeld && after.IsHeld)
        {
            if (after.Consumers >= MaximumConsumers) return BalancesErrors.TooManyConsumers;
            after = after with { Consumers = after.Consumers + 1 };
        }

        if (!provided || provides) return DispatchResult.Ok;
        bool isLast = after.Providers <= 1;
        if (isLast && after.Consumers > 0) return BalancesErrors.ConsumerRemaining;
        after = isLast && after.Sufficients == 0
            ? new() { Free = after.Free, Flags = after.Flags }
            : after with { Providers = after.Providers - 1 };
        if (after.Providers == 0 && after.Sufficients == 0 && _events.IsKept)
        {
            _events.Deposit(new KilledAccount(who));
        }

        return DispatchResult.Ok;
    }
}
