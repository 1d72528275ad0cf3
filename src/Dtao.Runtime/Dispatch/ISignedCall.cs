using Dtao.Numerics;

namespace Dtao.Runtime.Dispatch;

/// <summary>Something that an account can ask the chain to do.</summary>
public interface ISignedCall
{
    /// <summary>Checks in the chain's order, then applies.</summary>
    /// <remarks>Runs inside a recording: after a failure everything is undone.</remarks>
    DispatchResult Dispatch(Chain chain, AccountId signer);
}
