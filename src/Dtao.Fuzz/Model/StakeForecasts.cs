using System.Numerics;
using Dtao.Numerics;
using Dtao.Runtime.Staking;

namespace Dtao.Fuzz.Model;

/// <summary>The staking calls as the specification tells them.</summary>
/// <remarks>Source: docs/spec/staking.md#checks.</remarks>
internal sealed class StakeForecasts(Book book, Parameters parameters)
{
    private readonly int _version = parameters.Version;
    private readonly Legs _legs = new(
        book, parameters.Version, parameters.Of("NominatorMinRequiredStake"));

    /// <summary>The forecast for a call; null when it is none of these.</summary>
    public Forecast? Of(object call, AccountId signer) => call switch
    {
        AddStake add => Stake(
            signer, add.Hotkey.Account, add.NetUid.Value, add.Amount.Rao, null, false),
        AddStakeLimit add => Stake(
            signer, add.Hotkey.Account, add.NetUid.Value, add.Amount.Rao, add.LimitPrice,
            add.AllowPartial),
        RemoveStake remove => Unstake(
            signer, remove.Hotkey.Account, remove.NetUid.Value, remove.Amount.Rao, null, false),
        RemoveStakeLimit remove => Unstake(
            signer, remove.Hotkey.Account, remove.NetUid.Value, remove.Amount.Rao,
            remove.LimitPrice, remove.AllowPartial),
        UnstakeAll all => All(signer, all.Hotkey.Account, toRoot: false),
        UnstakeAllAlpha all => All(signer, all.Hotkey.Account, toRoot: true),
        _ => null,
    };

    private Forecast Stake(
        AccountId signer, AccountId hotkey, ushort subnet, BigInteger amount, BigInteger? limit,
        bool isPartial)
    {
        PoolModel pool = book.PoolOf(subnet);
        BigInteger maximum = limit is { } price ? pool.MaximumBuy(price) : Amount.Most;
        if (!parameters.Exists(subnet)) return Forecast.Fails("SubnetNotExists");
        if (amount < BalanceRules.LeastStake + BalanceRules.Fee)
        {
            return Forecast.Fails("AmountTooLow");
        }

        if (!isPartial && amount > maximum) return Forecast.Fails("SlippageTooHigh");
        BigInteger spendable = parameters.AccountOf(signer).Spendable(keepAlive: false);
        if (amount > BigInteger.Min(spendable, book.Balances))
        {
            return Forecast.Fails("NotEnoughBalanceToStake");
        }

        if (!book.Owners.ContainsKey(hotkey)) return Forecast.Fails("HotKeyAccountNotExists");
        if (pool.Buy(amount) is not { } expected || !IsPrecise(hotkey, subnet, expected))
        {
            return Forecast.Fails("InsufficientLiquidity");
        }

        BigInteger possible = BigInteger.Min(amount, maximum);
        bool takesNothing = book.FreeOf(signer) <= BalanceRules.ExistentialDeposit;
        if (possible.Sign > 0 && takesNothing)
        {
            return Forecast.Fails("ZeroBalanceAfterWithdrawn");
        }

        return Forecast.Does(() => _legs.Stake(
            hotkey, signer, subnet, book.Take(signer, possible), BalanceRules.Fee));
    }

    private Forecast Unstake(
        AccountId signer, AccountId hotkey, ushort subnet, BigInteger amount, BigInteger? limit,
        bool isPartial)
    {
        PoolModel pool = book.PoolOf(subnet);
        BigInteger maximum = limit is { } price ? pool.MaximumSell(price) : Amount.Most;
        if (!parameters.Exists(subnet)) return Forecast.Fails("SubnetNotExists");
        if (pool.Sell(amount) is not { } expected) return Forecast.Fails("InsufficientLiquidity");
        if (expected <= BalanceRules.LeastStake) return Forecast.Fails("AmountTooLow");
        if (!isPartial && amount > maximum) return Forecast.Fails("SlippageTooHigh");
        if (!book.Owners.ContainsKey(hotkey)) return Forecast.Fails("HotKeyAccountNotExists");
        if (book.StakeOf(hotkey, signer, subnet, _version) < amount)
        {
            return Forecast.Fails("NotEnoughStakeToWithdraw");
        }

        BigInteger possible = BigInteger.Min(amount, maximum);
        return Forecast.Does(() => _legs.PayOut(hotkey, signer, subnet, possible));
    }

    private Forecast All(AccountId signer, AccountId hotkey, bool toRoot)
    {
        if (!book.Owners.ContainsKey(hotkey)) return Forecast.Fails("HotKeyAccountNotExists");
        IReadOnlyList<ushort> subnets = parameters.Subnets();
        return Forecast.Does(() =>
        {
            BigInteger total = 0;
            foreach (ushort subnet in subnets)
            {
                BigInteger stake = book.StakeOf(hotkey, signer, subnet, _version);
                if (stake.IsZero || (toRoot && subnet == 0)) continue;
                BigInteger paid = _legs.Unstake(
                    hotkey, signer, subnet, stake, BalanceRules.Fee);
                if (toRoot) total = Amount.Clamp(total + paid);
                else book.Give(signer, paid);
                _legs.Sweep(hotkey, signer, subnet);
            }

            if (toRoot) _legs.Stake(hotkey, signer, 0, total, 0);
        });
    }

    private bool IsPrecise(AccountId hotkey, ushort subnet, BigInteger expected) =>
        _version < 239
        || book.ShareOf(hotkey, subnet).IsPreciseFor(Amount.Signed(expected), _version);
}
