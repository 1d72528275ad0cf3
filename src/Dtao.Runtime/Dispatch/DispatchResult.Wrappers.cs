using Dtao.Codec;
using Dtao.Runtime.Multisigs;
using Dtao.Runtime.Proxies;
using Dtao.Runtime.Sudo;
using Dtao.Runtime.Wrappers;

namespace Dtao.Runtime.Dispatch;

public readonly partial record struct DispatchResult
{
    /// <summary>A failure.</summary>
    public static implicit operator DispatchResult(SystemError error) => (DispatchError)error;

    /// <summary>A failure.</summary>
    public static implicit operator DispatchResult(UtilityError error) => (DispatchError)error;

    /// <summary>A failure.</summary>
    public static implicit operator DispatchResult(SudoError error) => (DispatchError)error;

    /// <summary>A failure.</summary>
    public static implicit operator DispatchResult(MultisigError error) => (DispatchError)error;

    /// <summary>A failure.</summary>
    public static implicit operator DispatchResult(ProxyError error) => (DispatchError)error;

    /// <summary>Appends the outcome as events of carried calls carry it.</summary>
    internal void EncodeOutcome(ScaleWriter to)
    {
        to.WriteBool(!IsOk);
        _failure?.Encode(to);
    }
}
