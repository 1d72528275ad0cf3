using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Events;

namespace Dtao.Runtime.Balances;

/// <summary>An event of the system pallet about an account.</summary>
/// <remarks>Source: docs/spec/balances.md#events.</remarks>
/// <param name="Index">Number of the event within the pallet on the wire.</param>
public abstract record AccountEvent(byte Index) : IChainEvent
{
    /// <inheritdoc/>
    public byte Pallet => 0;

    /// <inheritdoc/>
    public abstract void EncodeFields(ScaleWriter to);
}

/// <summary>An account came into being.</summary>
public sealed record NewAccount(AccountId Account) : AccountEvent(3)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to) => to.Write(Account);
}

/// <summary>An account ceased to be.</summary>
public sealed record KilledAccount(AccountId Account) : AccountEvent(4)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to) => to.Write(Account);
}
