using Dtao.Numerics;
using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Balances;

public sealed partial class BalanceLedger
{
    /// <summary>Reserves part of a free balance.</summary>
    internal DispatchResult Reserve(AccountId who, Tao amount)
    {
        if (amount == Tao.Zero) return DispatchResult.Ok;
        AccountBalance account = _accounts[who];
        if (account.Free < amount) return BalancesError.InsufficientBalance.OnWire();
        Tao free = account.Free - amount;
        if (free < account.Frozen) return BalancesError.LiquidityRestrictions.OnWire();
        if (free < ExistentialDeposit) return BalancesErrors.ConsumerRemaining;

        bool isHeld = account.Reserved > Tao.Zero || account.Frozen > Tao.Zero;
        AccountBalance after = account with
        {
            Free = free,
            Reserved = account.Reserved.SaturatingAdd(amount),
            Consumers = isHeld ? account.Consumers : account.Consumers + 1,
        };
        Write(new(who), account, after);
        return DispatchResult.Ok;
    }

    /// <summary>Frees at most so much of what is reserved.</summary>
    /// <returns>What was not reserved after all.</returns>
    internal Tao Unreserve(AccountId who, Tao amount)
    {
        AccountBalance account = _accounts[who];
        if (amount == Tao.Zero || account.Reserved == Tao.Zero) return amount;
        Tao freed = Tao.Min(amount, account.Reserved);
        bool staysHeld = account.Reserved > freed || account.Frozen > Tao.Zero;
        AccountBalance after = account with
        {
            Free = account.Free.SaturatingAdd(freed),
            Reserved = account.Reserved - freed,
            Consumers = staysHeld ? account.Consumers : account.Consumers - 1,
        };
        Write(new(who), account, after);
        return amount - freed;
    }
}
