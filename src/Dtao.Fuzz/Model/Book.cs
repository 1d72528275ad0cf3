using System.Numerics;
using Dtao.Numerics;

namespace Dtao.Fuzz.Model;

/// <summary>What the second model knows: every balance, owner, share and reserve.</summary>
internal sealed class Book
{
    /// <summary>Free balance by account; zero and absent are the same.</summary>
    public Dictionary<AccountId, BigInteger> Free { get; } = [];

    /// <summary>Reserved balance by account.</summary>
    public Dictionary<AccountId, BigInteger> Reserved { get; } = [];

    /// <summary>Hotkeys of each coldkey that are listed as its own.</summary>
    public Dictionary<AccountId, IReadOnlyList<AccountId>> Owned { get; } = [];

    /// <summary>Hotkeys behind which each coldkey is listed to stake.</summary>
    public Dictionary<AccountId, IReadOnlyList<AccountId>> Staking { get; } = [];

    /// <summary>Owner by hotkey.</summary>
    public Dictionary<AccountId, AccountId> Owners { get; } = [];

    /// <summary>Pool by subnet.</summary>
    public Dictionary<ushort, PoolModel> Pools { get; } = [];

    /// <summary>Value of the share pool by hotkey and subnet.</summary>
    public Dictionary<(AccountId Hotkey, ushort Subnet), BigInteger> Values { get; } = [];

    /// <summary>All shares by hotkey and subnet.</summary>
    public Dictionary<(AccountId Hotkey, ushort Subnet), BigInteger> AllShares { get; } = [];

    /// <summary>Shares by hotkey, coldkey and subnet.</summary>
    public Dictionary<(AccountId Hotkey, AccountId Coldkey, ushort Subnet), BigInteger> Shares
    {
        get;
    } = [];

    /// <summary>Sum of balances as the chain counts it. Unit: rao.</summary>
    public BigInteger Balances { get; set; }

    /// <summary>TAO in pools as the chain counts it. Unit: rao.</summary>
    public BigInteger TotalStake { get; set; }

    /// <summary>TAO there is as the economy counts it. Unit: rao.</summary>
    public BigInteger Issuance { get; set; }

    /// <summary>By how much the sum of balances exceeds all balances. Unit: rao.</summary>
    public BigInteger Gap => Free.Values.Concat(Reserved.Values)
        .Aggregate(Balances, static (rest, amount) => rest - amount);

    /// <summary>A book with the same stakes, for comparing them later.</summary>
    public Book Copy()
    {
        Book copy = new();
        foreach (((AccountId Hotkey, ushort Subnet) place, BigInteger value) in Values)
        {
            copy.Values.Add(place, value);
        }

        foreach (((AccountId, AccountId, ushort) place, BigInteger shares) in Shares)
        {
            copy.Shares.Add(place, shares);
        }

        return copy;
    }

    /// <summary>Balance of an account. Unit: rao.</summary>
    public BigInteger FreeOf(AccountId who) => Free.GetValueOrDefault(who);

    /// <summary>Reserved balance of an account. Unit: rao.</summary>
    public BigInteger ReservedOf(AccountId who) => Reserved.GetValueOrDefault(who);

    /// <summary>Hotkeys that are listed as a coldkey's own.</summary>
    public IReadOnlyList<AccountId> OwnedBy(AccountId coldkey) =>
        Owned.GetValueOrDefault(coldkey, []);

    /// <summary>Hotkeys behind which a coldkey is listed to stake.</summary>
    public IReadOnlyList<AccountId> StakingOf(AccountId coldkey) =>
        Staking.GetValueOrDefault(coldkey, []);

    /// <summary>Appends the lists of one coldkey to those of another.</summary>
    public void MoveLists(AccountId old, AccountId replacement)
    {
        foreach (Dictionary<AccountId, IReadOnlyList<AccountId>> lists in
            (Dictionary<AccountId, IReadOnlyList<AccountId>>[])[Owned, Staking])
        {
            lists.Remove(old, out IReadOnlyList<AccountId>? moved);
            lists[replacement] =
                [.. lists.GetValueOrDefault(replacement, []).Union(moved ?? [])];
        }
    }

    /// <summary>Sets a free balance; what is too little to live on is destroyed.</summary>
    public void Write(AccountId who, BigInteger free)
    {
        bool isDust = free < BalanceRules.ExistentialDeposit && ReservedOf(who).IsZero;
        Free[who] = isDust ? 0 : free;
        if (isDust) Balances = Amount.Clamp(Balances - free);
    }

    /// <summary>Pool of a subnet; an empty stable one when it has none.</summary>
    public PoolModel PoolOf(ushort subnet) => Pools.GetValueOrDefault(subnet);

    /// <summary>Share pool of a hotkey on a subnet.</summary>
    public ShareModel ShareOf(AccountId hotkey, ushort subnet) => new(
        Values.GetValueOrDefault((hotkey, subnet)), AllShares.GetValueOrDefault((hotkey, subnet)));

    /// <summary>Stake of a coldkey behind a hotkey on a subnet.</summary>
    public BigInteger StakeOf(AccountId hotkey, AccountId coldkey, ushort subnet, int version)
    {
        BigInteger shares = Shares.GetValueOrDefault((hotkey, coldkey, subnet));
        return shares.IsZero ? 0 : ShareOf(hotkey, subnet).ValueOf(shares, version);
    }

    /// <summary>Changes the stake of a coldkey; gives the change that was made.</summary>
    public BigInteger ChangeStake(
        AccountId hotkey, AccountId coldkey, ushort subnet, BigInteger change, int version)
    {
        BigInteger shares = Shares.GetValueOrDefault((hotkey, coldkey, subnet));
        (ShareModel pool, BigInteger after, BigInteger actual) =
            ShareOf(hotkey, subnet).Change(shares, change, version);
        Values[(hotkey, subnet)] = pool.Value;
        AllShares[(hotkey, subnet)] = pool.All;
        Shares[(hotkey, coldkey, subnet)] = after;
        return actual;
    }

    /// <summary>Takes at most so much from a balance and leaves it alive.</summary>
    public BigInteger Take(AccountId who, BigInteger wanted)
    {
        BigInteger taken = BigInteger.Min(
            wanted, BigInteger.Max(0, FreeOf(who) - BalanceRules.ExistentialDeposit));
        Free[who] = FreeOf(who) - taken;
        Balances = Amount.Clamp(Balances - taken);
        return taken;
    }

    /// <summary>Adds to a balance; one that stays below the deposit gets nothing.</summary>
    public void Give(AccountId who, BigInteger amount)
    {
        BigInteger after = Amount.Clamp(FreeOf(who) + amount);
        if (after < BalanceRules.ExistentialDeposit) return;
        BigInteger given = after - FreeOf(who);
        Free[who] = after;
        Balances = Amount.Clamp(Balances + given);
    }

    /// <summary>Buys alpha; nothing happens when the pool refuses.</summary>
    public BigInteger Buy(ushort subnet, BigInteger paid)
    {
        PoolModel pool = PoolOf(subnet);
        if (pool.Buy(paid) is not { } bought) return 0;
        Pools[subnet] = pool with
        {
            Tao = Amount.Clamp(pool.Tao + paid),
            Alpha = Amount.Clamp(pool.Alpha - bought),
            Outside = Amount.Clamp(pool.Outside + bought),
        };
        TotalStake = Amount.Clamp(TotalStake + paid);
        return bought;
    }

    /// <summary>Sells alpha; nothing happens when the pool refuses.</summary>
    public BigInteger Sell(ushort subnet, BigInteger sold)
    {
        PoolModel pool = PoolOf(subnet);
        if (pool.Sell(sold) is not { } received) return 0;
        Pools[subnet] = pool with
        {
            Tao = Amount.Clamp(pool.Tao - received),
            Alpha = Amount.Clamp(pool.Alpha + sold),
            Outside = Amount.Clamp(pool.Outside - sold),
        };
        TotalStake = Amount.Clamp(TotalStake - received);
        return received;
    }

    /// <summary>Leaves a fee in a pool.</summary>
    public void KeepFee(ushort subnet, BigInteger fee)
    {
        PoolModel pool = PoolOf(subnet);
        Pools[subnet] = pool with { Tao = Amount.Clamp(pool.Tao + fee) };
        TotalStake = Amount.Clamp(TotalStake + fee);
    }
}
