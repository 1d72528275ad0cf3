namespace Dtao.Lab.Quantities;

/// <summary>What a value of a scenario measures; its unit must fit.</summary>
public enum Dimension
{
    /// <summary>How many; units such as <c>agents</c>, <c>subnets</c>, <c>neurons</c>.</summary>
    Count,

    /// <summary>A plain factor; unit <c>x</c>.</summary>
    Factor,

    /// <summary>A part of a whole; unit <c>%</c>, kept as a part of 1.</summary>
    Share,

    /// <summary>A part per day; unit <c>%/day</c>, kept as a part of 1 per day.</summary>
    SharePerDay,

    /// <summary>A length of time; unit <c>blocks</c>, <c>minutes</c>, <c>hours</c> or
    /// <c>days</c>, kept in blocks of 12 seconds.</summary>
    Time,

    /// <summary>A part per block; unit <c>/block</c>.</summary>
    RatePerBlock,

    /// <summary>An amount; unit <c>TAO</c>.</summary>
    Tao,

    /// <summary>An income or cost; unit <c>TAO/day</c>.</summary>
    TaoPerDay,

    /// <summary>An amount of a subnet's token; unit <c>alpha</c>.</summary>
    Alpha,

    /// <summary>A price; unit <c>TAO/alpha</c>.</summary>
    Price,
}
