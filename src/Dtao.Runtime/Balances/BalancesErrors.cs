using Dtao.Runtime.Dispatch;

namespace Dtao.Runtime.Balances;

/// <summary>How failures of balances stand on the wire.</summary>
internal static class BalancesErrors
{
    /// <summary>Number of the balances pallet.</summary>
    public const byte Pallet = 5;

    /// <summary>A sum went above 2^64.</summary>
    public static DispatchError Overflow =>
        new(DispatchErrorKind.Arithmetic, 0, 1, nameof(Overflow));

    /// <summary>A sum went below zero.</summary>
    public static DispatchError Underflow =>
        new(DispatchErrorKind.Arithmetic, 0, 0, nameof(Underflow));

    /// <summary>Others still need the account.</summary>
    public static DispatchError ConsumerRemaining => new(
        DispatchErrorKind.ConsumerRemaining, 0, 0, nameof(DispatchErrorKind.ConsumerRemaining));

    /// <summary>Too many need the account.</summary>
    public static DispatchError TooManyConsumers => new(
        DispatchErrorKind.TooManyConsumers, 0, 0, nameof(DispatchErrorKind.TooManyConsumers));

    /// <summary>An address that names no account.</summary>
    public static DispatchError CannotLookup => new(
        DispatchErrorKind.CannotLookup, 0, 0, nameof(DispatchErrorKind.CannotLookup));

    /// <summary>The failure on the wire.</summary>
    public static DispatchError OnWire(this BalancesError error) =>
        DispatchError.Module(Pallet, (byte)error, error.ToString());

    /// <summary>The failure on the wire.</summary>
    public static DispatchError OnWire(this TokenError error) =>
        new(DispatchErrorKind.Token, 0, (byte)error, error.ToString());
}
