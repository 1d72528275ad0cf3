using System.Numerics;
using Dtao.Numerics;

namespace Dtao.Runtime.Tests.Conservation;

/// <summary>
/// The totals of a chain as a second book-keeper carries them, with every leak by cause.
/// </summary>
internal sealed class Book
{
    private readonly SortedDictionary<ushort, Account> _pools;

    /// <summary>Opens a book with what a chain holds; it must balance.</summary>
    public Book(Chain chain)
    {
        Balances = chain.Balances.TotalIssuance.Rao;
        TotalStake = chain.Pools.TotalStake.Rao;
        Issuance = chain.Issuance.Total.Rao;
        _pools = [];
        foreach (NetUid subnet in chain.Subnets.InHashedKeyOrder())
        {
            _pools[subnet.Value] = Read(chain, subnet);
        }

        Staked = StakeSums.BySubnet(chain);
    }

    private Book(Book other)
    {
        Balances = other.Balances;
        TotalStake = other.TotalStake;
        Issuance = other.Issuance;
        _pools = new(other._pools);
        Staked = new(other.Staked);
        foreach ((Leak cause, BigInteger amount) in other.Leaks)
        {
            Leaks[cause] = amount;
        }
    }

    public BigInteger Balances { get; set; }

    public BigInteger TotalStake { get; set; }

    public BigInteger Issuance { get; set; }

    /// <summary>
    /// Value of all stakes by subnet; epochs add to it, so it is read anew after blocks.
    /// </summary>
    public Dictionary<ushort, BigInteger> Staked { get; private set; }

    public SortedDictionary<Leak, BigInteger> Leaks { get; } = [];

    public Account this[NetUid subnet]
    {
        get => _pools.GetValueOrDefault(subnet.Value) ?? new(0, 0, 0);
        set => _pools[subnet.Value] = value;
    }

    public Book Copy() => new(this);

    public void Lose(Leak cause, BigInteger amount) =>
        Leaks[cause] = Leaks.GetValueOrDefault(cause) + amount;

    public void Stake(NetUid subnet, BigInteger amount) =>
        Staked[subnet.Value] = Staked.GetValueOrDefault(subnet.Value) + amount;

    public void ReadStakes(Chain chain) => Staked = StakeSums.BySubnet(chain);

    /// <summary>Buys; null when the pool refuses.</summary>
    public BigInteger? Buy(Chain chain, NetUid subnet, BigInteger paid)
    {
        Account pool = this[subnet];
        BigInteger? bought = IsDynamic(chain, subnet)
            ? PlainPool.Trade(pool.Tao, pool.AlphaIn, paid)
            : paid;
        if (bought is not { } alpha) return null;
        this[subnet] = new(
            pool.Tao + paid, Floored(pool.AlphaIn - alpha), pool.AlphaOut + alpha);
        TotalStake += paid;
        return alpha;
    }

    /// <summary>Sells; null when the pool refuses.</summary>
    public BigInteger? Sell(Chain chain, NetUid subnet, BigInteger sold)
    {
        Account pool = this[subnet];
        BigInteger? received = IsDynamic(chain, subnet)
            ? PlainPool.Trade(pool.AlphaIn, pool.Tao, sold)
            : sold;
        if (received is not { } tao) return null;
        this[subnet] = new(
            Floored(pool.Tao - tao), pool.AlphaIn + sold, Floored(pool.AlphaOut - sold));
        TotalStake = Floored(TotalStake - tao);
        return tao;
    }

    /// <summary>Leaves TAO in a pool.</summary>
    public void Keep(NetUid subnet, BigInteger fee)
    {
        this[subnet] = this[subnet] with { Tao = this[subnet].Tao + fee };
        TotalStake += fee;
    }

    /// <summary>Says where a chain differs from the book; null when it does not.</summary>
    public string? Difference(Chain chain)
    {
        if (Balances != chain.Balances.TotalIssuance.Rao)
        {
            return $"balances {chain.Balances.TotalIssuance.Rao}, book {Balances}";
        }

        if (TotalStake != chain.Pools.TotalStake.Rao)
        {
            return $"total stake {chain.Pools.TotalStake.Rao}, book {TotalStake}";
        }

        if (Issuance != chain.Issuance.Total.Rao)
        {
            return $"issuance {chain.Issuance.Total.Rao}, book {Issuance}";
        }

        foreach (NetUid subnet in chain.Subnets.InHashedKeyOrder())
        {
            Account found = Read(chain, subnet);
            if (found != this[subnet]) return $"subnet {subnet}: {found}, book {this[subnet]}";
        }

        foreach ((ushort subnet, BigInteger stake) in StakeSums.BySubnet(chain))
        {
            BigInteger own = Staked.GetValueOrDefault(subnet);
            if (stake != own) return $"stake on subnet {subnet} {stake}, book {own}";
        }

        BigInteger lost = Leaks.Values.Aggregate(BigInteger.Zero, static (sum, x) => sum + x);
        BigInteger gap = Issuance - Balances - TotalStake - chain.Subnets.TotalLocked().Rao;
        return gap == lost ? null : $"gap {gap}, leaks explain {lost}";
    }

    private static Account Read(Chain chain, NetUid subnet) => new(
        chain.Pools.TaoReserve(subnet).Rao,
        chain.Pools.AlphaReserve(subnet).Rao,
        chain.Pools.AlphaOutstanding(subnet).Rao);

    private static bool IsDynamic(Chain chain, NetUid subnet) =>
        chain.Subnets.Mechanism(subnet) == Pools.PoolMechanism.Dynamic;

    private static BigInteger Floored(BigInteger value) => BigInteger.Max(0, value);

    /// <summary>Reserves of a pool and the alpha outside it.</summary>
    public sealed record Account(BigInteger Tao, BigInteger AlphaIn, BigInteger AlphaOut);
}
