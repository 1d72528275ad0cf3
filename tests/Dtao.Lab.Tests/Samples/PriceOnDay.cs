using Dtao.Lab.Measures;

namespace Dtao.Lab.Tests.Samples;

/// <summary>A measure: the price of a subnet at the end of the first day.</summary>
public static class PriceOnDay
{
    /// <summary>The measure.</summary>
    public static Measure Value { get; } = new(
        "price-on-day-1", "TAO/alpha", "price of the subnet at the end of the first day",
        static (run, subnet) => run.AtDay(1)?.Subnets
            .Where(one => one.NetUid == subnet)
            .Select(static one => (decimal?)ReadableNumber.Of(one.Price.Value))
            .FirstOrDefault());
}
