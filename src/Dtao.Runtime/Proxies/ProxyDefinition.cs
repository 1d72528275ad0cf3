using Dtao.Numerics;

namespace Dtao.Runtime.Proxies;

/// <summary>One proxy of an account. Ordered by its parts, as the list of proxies is.</summary>
/// <param name="Delegate">Who may act.</param>
/// <param name="Type">What he may do.</param>
/// <param name="Delay">How long he must announce it before. Unit: blocks.</param>
/// <remarks>Source: docs/spec/dispatch.md#proxy.</remarks>
public readonly record struct ProxyDefinition(AccountId Delegate, ProxyType Type, uint Delay)
    : IComparable<ProxyDefinition>
{
    /// <inheritdoc/>
    public int CompareTo(ProxyDefinition other) =>
        (Delegate, (int)Type, Delay).CompareTo((other.Delegate, (int)other.Type, other.Delay));
}
