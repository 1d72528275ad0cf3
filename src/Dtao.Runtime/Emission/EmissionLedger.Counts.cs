using Dtao.Numerics;

namespace Dtao.Runtime.Emission;

public sealed partial class EmissionLedger
{
    /// <summary>Alpha of the lowest subnets that waits for participants.</summary>
    internal ReadOnlySpan<Alpha> PendingAlphas => _pendingAlpha.Values;

    /// <summary>Root dividends of the lowest subnets that wait.</summary>
    internal ReadOnlySpan<Tao> AllPendingRootDividends => _pendingRootDividends.Values;

    /// <summary>Alpha of the lowest subnets that was offered for root.</summary>
    internal ReadOnlySpan<Alpha> PendingAlphasSwapped => _pendingAlphaSwapped.Values;

    /// <summary>Alpha of the lowest subnets that waits for owners.</summary>
    internal ReadOnlySpan<Alpha> PendingOwnerCuts => _pendingOwnerCut.Values;
}
