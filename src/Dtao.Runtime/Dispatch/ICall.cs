using Dtao.Codec;

namespace Dtao.Runtime.Dispatch;

/// <summary>Something that can be asked of the chain.</summary>
/// <remarks>Source: docs/spec/dispatch.md#calls.</remarks>
public interface ICall
{
    /// <summary>Pallet and call numbers on the wire.</summary>
    CallIndex Index { get; }

    /// <summary>Appends the arguments in wire order, without the two numbers.</summary>
    void EncodeArguments(ScaleWriter to);

    /// <summary>Checks in the chain's order, then applies.</summary>
    /// <remarks>Runs inside a recording: after a failure everything is undone.</remarks>
    DispatchResult Dispatch(Chain chain, Origin origin);
}
