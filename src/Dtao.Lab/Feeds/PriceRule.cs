using Dtao.Runtime.Spec;

namespace Dtao.Lab.Feeds;

/// <summary>How a runtime version turns prices into emission.</summary>
/// <param name="Version">The first version with this rule.</param>
/// <param name="Tag">Its tag.</param>
/// <param name="Since">When it was merged, UTC; the network followed at or after that.</param>
/// <param name="MovingPrice">How the moving price follows the price.</param>
/// <param name="HalfTime">Age at which the rate of it reaches half. Unit: blocks.</param>
/// <param name="AgeIsFromStart">
/// The age counts from the start of a subnet; else from its registration.
/// </param>
/// <param name="EmissionIsBoundByPrice">
/// A subnet whose share is above its price gets TAO for its pool at the price only; the chain
/// buys alpha with the rest.
/// </param>
/// <remarks>Source: docs/how-to/feed.md#versions.</remarks>
public sealed record PriceRule(
    int Version,
    string Tag,
    DateTime Since,
    MovingPriceRule MovingPrice,
    ulong HalfTime,
    bool AgeIsFromStart,
    bool EmissionIsBoundByPrice)
{
    /// <summary>The rule in words.</summary>
    public string Text
    {
        get
        {
            string cap = MovingPrice == MovingPriceRule.Uncapped ? string.Empty : " capped at 1";
            string ramp = MovingPrice == MovingPriceRule.CappedWithAgeRamp
                ? FormattableString.Invariant($" * age / (age + {HalfTime}), age from ")
                    + (AgeIsFromStart ? "the start" : "registration")
                : string.Empty;
            string bound = EmissionIsBoundByPrice
                ? "; TAO for the pool is at most the price"
                : string.Empty;
            return $"moving price follows the price{cap} at the rate{ramp}{bound}";
        }
    }
}
