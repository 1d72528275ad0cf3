using Dtao.Codec.Extrinsics;
using Dtao.Lab.Measures;
using Dtao.Lab.Networks;
using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Balances;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Pools;
using Dtao.Runtime.Staking;

namespace Dtao.Lab.Attacks;

/// <summary>An account of an attacker on one branch of a chain, and what it did.</summary>
/// <param name="chain">The branch.</param>
/// <param name="coldkey">The account.</param>
/// <param name="trace">Where its calls are written down.</param>
internal sealed class AttackerAccount(Chain chain, Coldkey coldkey, List<AttackAction> trace)
{
    private Int128 _out;
    private Int128 _tiedUp;
    private BlockNumber _counted = chain.Block;

    /// <summary>Its calls so far.</summary>
    public List<AttackAction> Trace => trace;

    /// <summary>The account.</summary>
    public Coldkey Coldkey => coldkey;

    /// <summary>TAO paid less TAO got back so far. Unit: rao.</summary>
    public Int128 Outlay => _out;

    /// <summary>The largest that this ever was. Unit: rao.</summary>
    public Int128 Peak { get; private set; }

    /// <summary>TAO paid and not yet got back, added up over the blocks so far. Unit: rao ×
    /// blocks.</summary>
    public decimal TiedUp => (decimal)(_tiedUp + SinceCounted);

    private Int128 SinceCounted => _out * (Int128)(chain.Block.Value - _counted.Value);

    /// <summary>The keys of an attacker with a seed.</summary>
    public static (Coldkey Coldkey, Hotkey Hotkey) KeysOf(ulong seed)
    {
        SeedTree own = SeedTree.From(seed).Branch("attacker");
        return (new(own.Branch("coldkey").Account()), new(own.Branch("hotkey").Account()));
    }

    /// <summary>The account with all it did so far, on a branch of its chain.</summary>
    public AttackerAccount On(Chain branch) => new(branch, coldkey, trace)
    {
        _out = _out,
        _tiedUp = _tiedUp,
        _counted = _counted,
        Peak = Peak,
    };

    /// <summary>Gives an account its budget out of what nobody else has.</summary>
    /// <exception cref="FormatException">There is not so much.</exception>
    public static void Fund(Chain chain, Coldkey treasury, Coldkey to, Tao budget)
    {
        TransferKeepAlive call = new(
            MultiAddress.Of(to.Account), budget.SaturatingAdd(Tao.Whole(1)));
        DispatchResult result = chain.Dispatch(call, treasury.Account);
        if (result.IsOk) return;
        throw new FormatException(
            $"a budget of {AttackClock.Whole(budget)} TAO is more than all free TAO; give up to "
            + $"{chain.Balances.Spendable(treasury).Rao / 1_000_000_000 - 2} TAO");
    }

    /// <summary>Brings in what the account lacks of a sum, from outside the economy.</summary>
    public void Need(Tao sum)
    {
        Tao free = chain.Balances.Spendable(coldkey);
        if (sum.Rao > free.Rao) chain.Deposit(coldkey, sum - free);
    }

    /// <summary>Stakes TAO, at most what the account has and the pool takes; says how much alpha
    /// that gave.</summary>
    public Alpha Buy(Hotkey hotkey, NetUid subnet, Tao amount)
    {
        Tao most = chain.Balances.Spendable(coldkey);
        Tao paid = MostTaken(subnet, Tao.Min(most, amount));
        Alpha before = chain.Stakes.StakeOf(hotkey, coldkey, subnet);
        Do(
            "add_stake", new AddStake(hotkey, subnet, paid), coldkey.Account, hotkey, subnet,
            TradePurpose.Purchase);
        return chain.Stakes.StakeOf(hotkey, coldkey, subnet).SaturatingSubtract(before);
    }

    /// <summary>Unstakes up to an amount; says how much TAO that gave. Unit: rao.</summary>
    public Int128 Sell(Hotkey hotkey, NetUid subnet, Alpha amount, TradePurpose purpose)
    {
        Alpha held = chain.Stakes.StakeOf(hotkey, coldkey, subnet);
        Alpha sold = held.Rao < amount.Rao ? held : amount;
        if (IsTooLittle(subnet, sold)) return 0;
        Int128 before = _out;
        Do(
            "remove_stake", new RemoveStake(hotkey, subnet, sold), coldkey.Account, hotkey,
            subnet, purpose);
        return before - _out;
    }

    /// <summary>A pool refuses a purchase that would leave it with next to no alpha.</summary>
    private Tao MostTaken(NetUid subnet, Tao amount)
    {
        Pool pool = chain.Pools.Of(subnet);
        if (pool.TryQuoteBuy(amount, out _)) return amount;
        ulong low = 0;
        ulong high = amount.Rao;
        while (high - low > 1)
        {
            ulong middle = low + ((high - low) / 2);
            if (pool.TryQuoteBuy(Tao.FromRao(middle), out _)) low = middle;
            else high = middle;
        }

        return Tao.FromRao(low);
    }

    /// <summary>The chain refuses sales that are worth less than its minimum.</summary>
    private bool IsTooLittle(NetUid subnet, Alpha amount) =>
        amount.Rao * ReadableNumber.Of(chain.Pools.SpotPrice(subnet).Value)
            <= StakeLedger.Minimum.Rao + StakeLedger.Fee.Rao;

    /// <summary>Makes a call and writes it down.</summary>
    public bool Do(
        string name, ICall call, AccountId signer, Hotkey hotkey, NetUid subnet,
        TradePurpose purpose)
    {
        _tiedUp += SinceCounted;
        _counted = chain.Block;
        Price price = chain.Pools.SpotPrice(subnet);
        Int128 tao = chain.Balances.Spendable(coldkey).Rao;
        Int128 alpha = chain.Stakes.StakeOf(hotkey, coldkey, subnet).Rao;
        DispatchResult result = chain.Dispatch(call, signer);
        Int128 paid = tao - chain.Balances.Spendable(coldkey).Rao;
        Int128 got = chain.Stakes.StakeOf(hotkey, coldkey, subnet).Rao - alpha;
        _out += paid;
        Peak = Int128.Max(Peak, _out);
        trace.Add(new(
            chain.Block, name, purpose, subnet, paid, got, price, chain.Pools.SpotPrice(subnet),
            result.ToString()));
        return result.IsOk;
    }
}
