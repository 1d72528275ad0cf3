namespace Dtao.Runtime.Dispatch;

/// <summary>Calls that are carried by other calls.</summary>
/// <remarks>Source: docs/spec/dispatch.md#nested.</remarks>
internal static class NestedCall
{
    /// <summary>
    /// Runs a carried call in a layer of its own, unless a restriction of the origin forbids it.
    /// </summary>
    public static DispatchResult DispatchNested(this Chain chain, Origin origin, ICall call) =>
        origin.Allows(call) ? chain.DispatchAs(origin, call) : SystemError.CallFiltered;
}
