namespace Dtao.Runtime.Epoch;

/// <summary>When a validator counts as inactive.</summary>
/// <remarks>Source: docs/spec/epoch.md#activity.</remarks>
public static class ActivityCutoff
{
    /// <summary>The last update lies more than the cutoff back.</summary>
    public static bool IsPassed(ulong lastUpdate, ulong cutoff, ulong block)
    {
        ulong until = unchecked(lastUpdate + cutoff);
        return until >= lastUpdate && until < block;
    }
}
