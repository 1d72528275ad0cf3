namespace Dtao.Runtime.Proxies;

/// <summary>A list for which a deposit is reserved.</summary>
/// <typeparam name="T">Type of the entries.</typeparam>
/// <param name="Entries">The list.</param>
/// <param name="Deposit">The deposit.</param>
/// <remarks>Source: docs/spec/dispatch.md#proxy.</remarks>
public sealed record Deposited<T>(IReadOnlyList<T> Entries, Numerics.Tao Deposit)
{
    /// <summary>An empty list without deposit.</summary>
    public static Deposited<T> Nothing { get; } = new([], default);
}
