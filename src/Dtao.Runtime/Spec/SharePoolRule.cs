namespace Dtao.Runtime.Spec;

/// <summary>How a share pool turns amounts into shares and back.</summary>
public enum SharePoolRule
{
    /// <summary>Value first, no whole removal (specs 233 to 239).</summary>
    First,

    /// <summary>
    /// Value last by the actual amount, remainders removed whole (from spec 244).
    /// </summary>
    WholeRemovals,
}
