using Dtao.Codec;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Events;

namespace Dtao.Runtime.Sudo;

/// <summary>An event of the pallet <c>Sudo</c>.</summary>
/// <remarks>Source: docs/spec/dispatch.md#sudo.</remarks>
/// <param name="Index">Number of the event within the pallet on the wire.</param>
public abstract record SudoEvent(byte Index) : IChainEvent
{
    /// <inheritdoc/>
    public byte Pallet => DispatchError.SudoPallet;

    /// <inheritdoc/>
    public virtual void EncodeFields(ScaleWriter to)
    {
    }
}

/// <summary>The sudo key ran a call as root.</summary>
public sealed record Sudid(DispatchResult Result) : SudoEvent(0)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to) => Result.EncodeOutcome(to);
}

/// <summary>Another account is the sudo key.</summary>
public sealed record KeyChanged(AccountId? Before, AccountId After) : SudoEvent(1)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to)
    {
        to.WriteBool(Before is not null);
        if (Before is { } before) to.Write(before);
        to.Write(After);
    }
}

/// <summary>There is no sudo key any more.</summary>
public sealed record KeyRemoved() : SudoEvent(2);

/// <summary>The sudo key ran a call as another account.</summary>
public sealed record SudoAsDone(DispatchResult Result) : SudoEvent(3)
{
    /// <inheritdoc/>
    public override void EncodeFields(ScaleWriter to) => Result.EncodeOutcome(to);
}
