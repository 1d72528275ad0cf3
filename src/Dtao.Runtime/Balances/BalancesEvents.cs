using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Events;

namespace Dtao.Runtime.Balances;

/// <summary>An event of the balances pallet.</summary>
/// <remarks>Source: docs/spec/balances.md#events.</remarks>
/// <param name="Index">Number of the event within the pallet on the wire.</param>
public abstract record BalancesEvent(byte Index) : IChainEvent
{
    /// <inheritdoc/>
    public byte Pallet => BalancesErrors.Pallet;

    /// <inheritdoc/>
    public abstract void EncodeFields(ScaleWriter to);
}

/// <summary>An account came into being with a balance.</summary>
public sealed record Endowed(AccountId Account, Tao Free) : BalancesEvent(0)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to)
    {
        to.Write(Account);
        to.Write(Free);
    }
}

/// <summary>What was left of a reaped account was destroyed.</summary>
public sealed record DustLost(AccountId Account, Tao Amount) : BalancesEvent(1)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to)
    {
        to.Write(Account);
        to.Write(Amount);
    }
}

/// <summary>TAO went from one account to another.</summary>
public sealed record Transfer(AccountId From, AccountId To, Tao Amount) : BalancesEvent(2)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to)
    {
        to.Write(From);
        to.Write(To);
        to.Write(Amount);
    }
}

/// <summary>Root set a free balance.</summary>
public sealed record BalanceSet(AccountId Who, Tao Free) : BalancesEvent(3)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to)
    {
        to.Write(Who);
        to.Write(Free);
    }
}

/// <summary>Part of a balance was reserved.</summary>
public sealed record Reserved(AccountId Who, Tao Amount) : BalancesEvent(4)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to)
    {
        to.Write(Who);
        to.Write(Amount);
    }
}

/// <summary>Part of a balance was freed.</summary>
public sealed record Unreserved(AccountId Who, Tao Amount) : BalancesEvent(5)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to)
    {
        to.Write(Who);
        to.Write(Amount);
    }
}

/// <summary>TAO came to an account from the economy; on the wire <c>Deposit</c>.</summary>
public sealed record BalanceDeposited(AccountId Who, Tao Amount) : BalancesEvent(7)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to)
    {
        to.Write(Who);
        to.Write(Amount);
    }
}

/// <summary>TAO left an account into the economy; on the wire <c>Withdraw</c>.</summary>
public sealed record BalanceWithdrawn(AccountId Who, Tao Amount) : BalancesEvent(8)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to)
    {
        to.Write(Who);
        to.Write(Amount);
    }
}

/// <summary>TAO of an account was destroyed.</summary>
public sealed record Burned(AccountId Who, Tao Amount) : BalancesEvent(11)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to)
    {
        to.Write(Who);
        to.Write(Amount);
    }
}

/// <summary>An account was brought to the present logic.</summary>
public sealed record Upgraded(AccountId Who) : BalancesEvent(14)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to) => to.Write(Who);
}

/// <summary>Root set the sum of all balances.</summary>
public sealed record TotalIssuanceForced(Tao Before, Tao After) : BalancesEvent(21)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to)
    {
        to.Write(Before);
        to.Write(After);
    }
}
