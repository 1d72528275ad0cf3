namespace Dtao.Runtime.Spec;

/// <summary>Which closed registrations stop a subnet's TAO emission.</summary>
public enum EmissionGate
{
    /// <summary>Burn closed and proof of work open: a missing negation (specs 233, 234).</summary>
    BurnClosedAndWorkOpen,

    /// <summary>Both closed (from spec 238).</summary>
    BothClosed,
}
