namespace Dtao.Lab.Attacks;

/// <summary>How much of a stake weight is bought as alpha, and how much with TAO on root.
/// </summary>
/// <param name="Name">Name for people.</param>
/// <param name="UsesPool">Alpha is bought.</param>
/// <param name="UsesRoot">TAO is staked on root.</param>
/// <remarks>
/// A pool with reserves T and A gives A·b/(T+b) alpha for b TAO; a TAO on root weighs w. Alpha is
/// the cheaper weight until A·T/(T+b)² has fallen to w, that is up to b = √(A·T/w) − T.
/// Source: docs/lab/attack.md#weights.
/// </remarks>
public sealed record WeightsMix(string Name, bool UsesPool, bool UsesRoot)
{
    private const decimal Most = 1e18m;

    /// <summary>The mixes that are compared.</summary>
    public static IReadOnlyList<WeightsMix> All { get; } =
    [
        new("alpha only", UsesPool: true, UsesRoot: false),
        new("TAO on root only", UsesPool: false, UsesRoot: true),
        new("cheapest mix of both", UsesPool: true, UsesRoot: true),
    ];

    /// <summary>Stake weight that is a part of all beside that of others.</summary>
    public static decimal WeightFor(decimal part, decimal others) => others * part / (1 - part);

    /// <summary>What a weight costs. Unit: rao.</summary>
    /// <param name="weight">The weight. Unit: 10^-9.</param>
    /// <param name="tao">TAO in the pool. Unit: rao.</param>
    /// <param name="alpha">Alpha in the pool. Unit: 10^-9.</param>
    /// <param name="taoWeight">Weight of a TAO on root.</param>
    /// <returns>TAO for alpha and TAO for root; null when no sum is enough.</returns>
    public (decimal Pool, decimal Root)? PriceOf(
        decimal weight, decimal tao, decimal alpha, decimal taoWeight)
    {
        if (!UsesPool) return (0, weight / taoWeight);
        decimal most = UsesRoot ? PoolLimit(tao, alpha, taoWeight) : Most;
        decimal wanted = weight < alpha ? weight * tao / (alpha - weight) : Most;
        if (wanted <= most) return wanted < Most ? (wanted, 0) : null;
        return UsesRoot
            ? (most, (weight - (alpha * most / (tao + most))) / taoWeight)
            : null;
    }

    /// <summary>What a sum is best spent on. Unit: rao.</summary>
    public (decimal Pool, decimal Root) Spend(
        decimal sum, decimal tao, decimal alpha, decimal taoWeight)
    {
        if (!UsesPool) return (0, sum);
        decimal pool = UsesRoot ? Math.Min(sum, PoolLimit(tao, alpha, taoWeight)) : sum;
        return (pool, sum - pool);
    }

    private static decimal PoolLimit(decimal tao, decimal alpha, decimal taoWeight) =>
        Math.Max(0, (decimal)Math.Sqrt((double)(alpha * tao / taoWeight)) - tao);
}
