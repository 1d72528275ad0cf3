namespace Dtao.Runtime.Spec;

/// <summary>How the moving price follows the price.</summary>
public enum MovingPriceRule
{
    /// <summary>The price itself enters at a constant rate (spec 233).</summary>
    Uncapped,

    /// <summary>
    /// The price enters capped at one TAO, at a constant rate (specs 234 to 245).
    /// </summary>
    Capped,

    /// <summary>Capped, at a rate that grows with the subnet's age (spec 246).</summary>
    CappedWithAgeRamp,
}
