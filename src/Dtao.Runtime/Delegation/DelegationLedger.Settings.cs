namespace Dtao.Runtime.Delegation;

// What governance and owners set; every value is accepted here, the settings check.
public sealed partial class DelegationLedger
{
    /// <summary>Delay of a scheduled coldkey swap. Unit: blocks.</summary>
    public uint ColdkeySwapDelay => _coldkeySwapDelay.Value;

    /// <summary>Sets the spacing of hotkey swaps in blocks.</summary>
    internal void SetSwapRateLimit(ulong blocks) => _swapRateLimit.Value = blocks;

    /// <summary>Sets the spacing of take increases in blocks.</summary>
    internal void SetTakeRateLimit(ulong blocks) => _takeRateLimit.Value = blocks;

    /// <summary>Sets the upper bound for raising a take, in units of 1/65535.</summary>
    internal void SetMaximumTake(ushort take) => _maximumTake.Value = take;

    /// <summary>Sets the lower bound for lowering a take, in units of 1/65535.</summary>
    internal void SetMinimumTake(ushort take) => _minimumTake.Value = take;

    /// <summary>Sets the delay of a scheduled coldkey swap in blocks.</summary>
    internal void SetColdkeySwapDelay(uint blocks) => _coldkeySwapDelay.Value = blocks;
}
