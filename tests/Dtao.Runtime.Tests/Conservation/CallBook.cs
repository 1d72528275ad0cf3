using System.Numerics;
using Dtao.Numerics;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Pools;
using Dtao.Runtime.Registration;
using Dtao.Runtime.Staking;
using Dtao.Runtime.Subnets;

namespace Dtao.Runtime.Tests.Conservation;

/// <summary>What a call does to the totals if it succeeds, computed beforehand.</summary>
/// <remarks>
/// It reads stakes and balances of the chain, and moves amounts in the book only.
/// </remarks>
internal sealed class CallBook
{
    private const ulong Fee = 50_000;
    private const ulong HalfFee = 25_000;
    private const ulong LeastMove = 525_000;
    private const ulong ExistentialDeposit = 500;

    private readonly Chain _chain;
    private readonly Book _book;
    private readonly Coldkey _signer;
    private readonly Dictionary<(Hotkey, NetUid), (SharePool Pool, U64F64 Shares)> _stakes = [];
    private bool _signerExists;

    private CallBook(Chain chain, Book book, Coldkey signer)
    {
        _chain = chain;
        _book = book;
        _signer = signer;
        _signerExists = chain.Balances.Free(signer) > Tao.Zero;
    }

    /// <summary>The book after the call, should it succeed; the chain has not run it yet.</summary>
    public static Book After(Chain chain, Book before, ISignedCall call, Coldkey signer)
    {
        CallBook keeper = new(chain, before.Copy(), signer);
        keeper.Book(call);
        return keeper._book;
    }

    private void Book(ISignedCall call)
    {
        switch (call)
        {
            case AddStake add:
                Stake(add.NetUid, Take(add.Amount.Rao), Fee);
                break;
            case AddStakeLimit add:
                Tao most = PriceLimit.MaximumBuy(_chain.Pools.Of(add.NetUid), add.LimitPrice);
                Stake(add.NetUid, Take(Math.Min(most.Rao, add.Amount.Rao)), Fee);
                break;
            case RemoveStake remove:
                PayOut(remove.Hotkey, remove.NetUid, remove.Amount.Rao);
                break;
            case RemoveStakeLimit remove:
                Alpha least = PriceLimit.MaximumSell(
                    _chain.Pools.Of(remove.NetUid), remove.LimitPrice);
                PayOut(remove.Hotkey, remove.NetUid, Math.Min(least.Rao, remove.Amount.Rao));
                break;
            case MoveStake move:
                Move(move.OriginHotkey, move.Origin, move.Destination, move.Amount);
                break;
            case TransferStake move:
                Move(move.Hotkey, move.Origin, move.Destination, move.Amount);
                break;
            case SwapStake move:
                Move(move.Hotkey, move.Origin, move.Destination, move.Amount);
                break;
            case SwapStakeLimit move:
                Move(move.Hotkey, move.Origin, move.Destination, move.Amount);
                break;
            case UnstakeAll all:
                UnstakeAll(all.Hotkey);
                break;
            case UnstakeAllAlpha all:
                MoveAllToRoot(all.Hotkey);
                break;
            case BurnedRegister register:
                Burn(register.NetUid);
                break;
            case RegisterNetwork:
                Found();
                break;
            default:
                break;
        }
    }

    private void PayOut(Hotkey hotkey, NetUid subnet, ulong amount)
    {
        Give(Unstake(hotkey, subnet, amount, Fee));
        Sweep(hotkey, subnet);
    }

    private void Move(Hotkey hotkey, NetUid origin, NetUid destination, Alpha amount)
    {
        BigInteger proceeds = Unstake(hotkey, origin, amount.Rao, HalfFee);
        if (proceeds < LeastMove) _book.Lose(Leak.SubThresholdMove, proceeds);
        else Stake(destination, proceeds, HalfFee);
    }

    private void UnstakeAll(Hotkey hotkey)
    {
        foreach (NetUid subnet in _chain.Subnets.InHashedKeyOrder())
        {
            ulong stake = _chain.Stakes.StakeOf(hotkey, _signer, subnet).Rao;
            if (stake > 0) PayOut(hotkey, subnet, stake);
        }
    }

    private void MoveAllToRoot(Hotkey hotkey)
    {
        BigInteger total = 0;
        foreach (NetUid subnet in _chain.Subnets.InHashedKeyOrder())
        {
            ulong stake = _chain.Stakes.StakeOf(hotkey, _signer, subnet).Rao;
            if (subnet == NetUid.Root || stake == 0) continue;
            total += Unstake(hotkey, subnet, stake, Fee);
            Sweep(hotkey, subnet);
        }

        Stake(NetUid.Root, total, 0);
    }

    private void Burn(NetUid subnet)
    {
        BigInteger taken = Take(_chain.Registration.Burn(subnet).Rao);
        if (_book.Buy(_chain, subnet, taken) is not { } bought)
        {
            _book.Lose(Leak.RefusedPool, taken);
            return;
        }

        Book.Account pool = _book[subnet];
        _book[subnet] = pool with { AlphaOut = BigInteger.Max(0, pool.AlphaOut - bought) };
    }

    private void Found()
    {
        ulong curve = Emission.BlockEmission.At(_chain.Issuance.Total.Rao);
        BigInteger paid = Take(_chain.Subnets.LockCostAt(curve, _chain.Block).Rao);
        BigInteger size = _chain.Subnets.MinimumLockCost.Rao;
        _book.Issuance -= BigInteger.Max(0, paid - size);
        _book.Lose(Leak.SubnetRegistration, BigInteger.Min(paid, size));
        ushort next = 1;
        while (_chain.Subnets.Exists(new(next)))
        {
            next++;
        }

        _book[new(next)] = new(size, size, 0);
    }

    private BigInteger Unstake(Hotkey hotkey, NetUid subnet, ulong amount, ulong fee)
    {
        BigInteger removed = Withdraw(hotkey, subnet, amount);
        _book.Stake(subnet, -removed);
        BigInteger sold = _chain.Spec.SellsBeforeUnstaking ? amount : removed;
        BigInteger proceeds = _book.Sell(_chain, subnet, sold) ?? 0;
        BigInteger paid = BigInteger.Max(0, proceeds - fee);
        _book.Keep(subnet, proceeds - paid);
        return paid;
    }

    private void Stake(NetUid subnet, BigInteger amount, ulong fee)
    {
        BigInteger spent = BigInteger.Max(0, amount - fee);
        if (_book.Buy(_chain, subnet, spent) is not { } bought)
        {
            _book.Lose(Leak.RefusedPool, spent);
        }
        else if (spent.Sign > 0)
        {
            _book.Stake(subnet, bought);
        }

        _book.Keep(subnet, amount - spent);
    }

    private void Sweep(Hotkey hotkey, NetUid subnet)
    {
        if (_chain.Stakes.Owns(_signer, hotkey)) return;
        (SharePool pool, U64F64 shares) = Position(hotkey, subnet);
        ulong rest = shares == U64F64.Zero ? 0 : pool.ValueOf(shares).Rao;
        if (rest >= _chain.Stakes.NominatorMinimum) return;
        Give(Unstake(hotkey, subnet, rest, 0));
    }

    private (SharePool Pool, U64F64 Shares) Position(Hotkey hotkey, NetUid subnet) =>
        _stakes.TryGetValue((hotkey, subnet), out (SharePool, U64F64) known)
            ? known
            : (_chain.Stakes.PoolOf(hotkey, subnet),
                _chain.Stakes.SharesOf(hotkey, _signer, subnet));

    private BigInteger Withdraw(Hotkey hotkey, NetUid subnet, ulong amount)
    {
        (SharePool pool, U64F64 shares) = Position(hotkey, subnet);
        if (shares == U64F64.Zero || pool.ValueOf(shares).Rao < amount) return 0;
        SharePool after = pool.Change(
            shares, -(long)amount, out U64F64 sharesAfter, out long actual);
        _stakes[(hotkey, subnet)] = (after, sharesAfter);
        return -(BigInteger)actual;
    }

    private BigInteger Take(ulong wanted)
    {
        ulong free = _chain.Balances.Free(_signer).Rao;
        ulong taken = Math.Min(wanted, free > ExistentialDeposit ? free - ExistentialDeposit : 0);
        _book.Balances -= taken;
        return taken;
    }

    private void Give(BigInteger amount)
    {
        if (!_signerExists && amount < ExistentialDeposit)
        {
            _book.Lose(Leak.BelowExistentialDeposit, amount);
            return;
        }

        _signerExists = true;
        _book.Balances += amount;
    }
}
