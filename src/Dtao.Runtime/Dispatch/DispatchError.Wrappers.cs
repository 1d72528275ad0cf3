using Dtao.Runtime.Multisigs;
using Dtao.Runtime.Proxies;
using Dtao.Runtime.Sudo;
using Dtao.Runtime.Wrappers;

namespace Dtao.Runtime.Dispatch;

public readonly partial record struct DispatchError
{
    /// <summary>Number of the pallet <c>System</c>.</summary>
    public const byte SystemPallet = 0;

    /// <summary>Number of the pallet <c>Utility</c>.</summary>
    public const byte UtilityPallet = 11;

    /// <summary>Number of the pallet <c>Sudo</c>.</summary>
    public const byte SudoPallet = 12;

    /// <summary>Number of the pallet <c>Multisig</c>.</summary>
    public const byte MultisigPallet = 13;

    /// <summary>Number of the pallet <c>Proxy</c>.</summary>
    public const byte ProxyPallet = 16;

    /// <summary>An address that names no account.</summary>
    public static DispatchError CannotLookup =>
        new(DispatchErrorKind.CannotLookup, 0, 0, nameof(DispatchErrorKind.CannotLookup));

    /// <summary>An error of the pallet <c>System</c>.</summary>
    public static implicit operator DispatchError(SystemError error) =>
        Module(SystemPallet, (byte)error, error.ToString());

    /// <summary>An error of the pallet <c>Utility</c>.</summary>
    public static implicit operator DispatchError(UtilityError error) =>
        Module(UtilityPallet, (byte)error, error.ToString());

    /// <summary>An error of the pallet <c>Sudo</c>.</summary>
    public static implicit operator DispatchError(SudoError error) =>
        Module(SudoPallet, (byte)error, error.ToString());

    /// <summary>An error of the pallet <c>Multisig</c>.</summary>
    public static implicit operator DispatchError(MultisigError error) =>
        Module(MultisigPallet, (byte)error, error.ToString());

    /// <summary>An error of the pallet <c>Proxy</c>.</summary>
    public static implicit operator DispatchError(ProxyError error) =>
        Module(ProxyPallet, (byte)error, error.ToString());
}
