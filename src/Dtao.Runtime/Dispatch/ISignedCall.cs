using Dtao.Numerics;

namespace Dtao.Runtime.Dispatch;

/// <summary>Something that only an account can ask of the chain.</summary>
public interface ISignedCall : ICall
{
    /// <summary>Checks in the chain's order, then applies.</summary>
    /// <remarks>Runs inside a recording: after a failure everything is undone.</remarks>
    DispatchResult Dispatch(Chain chain, AccountId signer);

    /// <inheritdoc/>
    DispatchResult ICall.Dispatch(Chain chain, Origin origin) =>
        origin.Signer is { } signer ? Dispatch(chain, signer) : DispatchError.BadOrigin;
}
