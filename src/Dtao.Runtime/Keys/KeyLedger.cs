using Dtao.Numerics;

namespace Dtao.Runtime.Keys;

/// <summary>Which coldkeys wait for their swap.</summary>
/// <remarks>Source: docs/spec/keys.md.</remarks>
public sealed partial class KeyLedger
{
    /// <summary>Price of a key swap, destroyed. Unit: rao.</summary>
    public static readonly Tao SwapCost = Tao.FromRao(100_000_000);

    /// <summary>The coldkey waits for its swap, or failed to be swapped.</summary>
    public bool SwapIsScheduled(Coldkey coldkey) => _scheduled.Contains(coldkey);

    /// <summary>Marks a coldkey that waits.</summary>
    internal void MarkScheduled(Coldkey coldkey) => _scheduled[coldkey] = default;

    /// <summary>Unmarks a coldkey that was swapped.</summary>
    internal void ForgetScheduled(Coldkey coldkey) => _scheduled.Remove(coldkey);
}
