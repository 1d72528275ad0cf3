using Dtao.Numerics;

namespace Dtao.Runtime.Emission.Rules;

/// <summary>What has gathered for a subnet in the pending amounts of later releases.</summary>
/// <param name="Root">Alpha for root.</param>
/// <param name="Servers">Alpha for miners.</param>
/// <param name="Validators">Alpha for validators and their stakers.</param>
internal readonly record struct RulePending(Alpha Root, Alpha Servers, Alpha Validators)
{
    /// <summary>Nothing has gathered.</summary>
    public bool IsNothing =>
        Root == Alpha.Zero && Servers == Alpha.Zero && Validators == Alpha.Zero;
}
