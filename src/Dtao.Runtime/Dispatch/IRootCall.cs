namespace Dtao.Runtime.Dispatch;

/// <summary>Something that only the root origin can ask of the chain.</summary>
public interface IRootCall : ICall
{
    /// <summary>Checks in the chain's order, then applies.</summary>
    /// <remarks>Runs inside a recording: after a failure everything is undone.</remarks>
    DispatchResult Dispatch(Chain chain);

    /// <inheritdoc/>
    DispatchResult ICall.Dispatch(Chain chain, Origin origin) =>
        origin.IsRoot ? Dispatch(chain) : DispatchError.BadOrigin;
}
