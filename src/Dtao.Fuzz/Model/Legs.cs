using System.Numerics;
using Dtao.Numerics;

namespace Dtao.Fuzz.Model;

/// <summary>The two halves of every stake operation, in the book.</summary>
/// <remarks>Source: docs/spec/staking.md#legs.</remarks>
internal sealed class Legs(Book book, int version, BigInteger leastNomination)
{
    /// <summary>Takes stake out, sells it, and keeps the fee; gives what is paid.</summary>
    public BigInteger Unstake(
        AccountId hotkey, AccountId coldkey, ushort subnet, BigInteger amount, BigInteger fee)
    {
        BigInteger received;
        if (version <= 239)
        {
            received = book.Sell(subnet, amount);
            Remove(hotkey, coldkey, subnet, amount);
        }
        else
        {
            received = book.Sell(subnet, Remove(hotkey, coldkey, subnet, amount));
        }

        BigInteger paid = BigInteger.Max(0, received - fee);
        book.KeepFee(subnet, received - paid);
        return paid;
    }

    /// <summary>Buys with what is left after the fee, and stakes it.</summary>
    public void Stake(
        AccountId hotkey, AccountId coldkey, ushort subnet, BigInteger amount, BigInteger fee)
    {
        BigInteger spent = BigInteger.Max(0, amount - fee);
        BigInteger bought = book.Buy(subnet, spent);
        if (spent.Sign > 0 && bought.Sign > 0)
        {
            book.ChangeStake(hotkey, coldkey, subnet, Amount.Signed(bought), version);
        }

        book.KeepFee(subnet, amount - spent);
    }

    /// <summary>Unstakes, pays, and sweeps what is too small to keep.</summary>
    public void PayOut(
        AccountId hotkey, AccountId coldkey, ushort subnet, BigInteger amount)
    {
        book.Give(coldkey, Unstake(hotkey, coldkey, subnet, amount, BalanceRules.Fee));
        Sweep(hotkey, coldkey, subnet);
    }

    /// <summary>Sells a nomination that is too small to keep.</summary>
    public void Sweep(AccountId hotkey, AccountId coldkey, ushort subnet)
    {
        if (book.Owners.TryGetValue(hotkey, out AccountId owner) && owner == coldkey) return;
        BigInteger stake = book.StakeOf(hotkey, coldkey, subnet, version);
        if (stake >= leastNomination) return;
        book.Give(coldkey, Unstake(hotkey, coldkey, subnet, stake, 0));
    }

    private BigInteger Remove(
        AccountId hotkey, AccountId coldkey, ushort subnet, BigInteger amount)
    {
        if (book.Shares.GetValueOrDefault((hotkey, coldkey, subnet)).IsZero) return 0;
        if (book.StakeOf(hotkey, coldkey, subnet, version) < amount) return 0;
        return BigInteger.Abs(
            book.ChangeStake(hotkey, coldkey, subnet, Amount.Negated(amount), version));
    }
}
