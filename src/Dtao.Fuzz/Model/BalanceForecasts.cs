using System.Numerics;
using Dtao.Numerics;
using Dtao.Runtime.Balances;

namespace Dtao.Fuzz.Model;

/// <summary>The calls of the balances pallet as the specification tells them.</summary>
/// <remarks>
/// They alone can make the sum of balances stop at an end of its range, so the model has to know
/// by how much it then differs from the balances. Source: docs/spec/balances.md#calls.
/// </remarks>
internal sealed class BalanceForecasts(Book book, Parameters parameters)
{
    private const string NoAccount = "CannotLookup";

    /// <summary>The forecast for a call of an account; null when it is none of these.</summary>
    public Forecast? Of(object call, AccountId signer) => call switch
    {
        TransferAllowDeath one => Transfer(
            signer, one.Destination.Account, one.Amount.Rao, keepAlive: false),
        TransferKeepAlive one => Transfer(
            signer, one.Destination.Account, one.Amount.Rao, keepAlive: true),
        TransferAll one => Transfer(
            signer, one.Destination.Account,
            parameters.AccountOf(signer).Spendable(one.KeepAlive), one.KeepAlive),
        Burn one => Destroy(signer, one.Amount.Rao, one.KeepAlive),
        _ => null,
    };

    /// <summary>The forecast for a call of root; null when it is none of these.</summary>
    public Forecast? OfRoot(object call) => call switch
    {
        ForceTransfer one => one.Origin.Account is { } origin
            ? Transfer(origin, one.Destination.Account, one.Amount.Rao, keepAlive: false)
            : Forecast.Fails(NoAccount),
        ForceSetBalance one => Set(one.Who.Account, one.Free.Rao),
        ForceAdjustTotalIssuance one => Adjust(one.Increases, one.Delta.Rao),
        ForceUnreserve one => Free(one.Who.Account, one.Amount.Rao),
        _ => null,
    };

    private Forecast Transfer(
        AccountId from, AccountId? destination, BigInteger amount, bool keepAlive)
    {
        if (destination is not { } to) return Forecast.Fails(NoAccount);
        AccountModel payer = parameters.AccountOf(from);
        if (RefusalOfPayer(payer, amount, keepAlive) is { } error) return Forecast.Fails(error);
        if (RefusalOfPayee(parameters.AccountOf(to), amount) is { } refusal)
        {
            return Forecast.Fails(refusal);
        }

        if (from == to) return Forecast.Does(static () => { });
        BigInteger paid = BigInteger.Min(amount, payer.Spendable(keepAlive));
        return Forecast.Does(() =>
        {
            book.Write(from, book.FreeOf(from) - paid);
            if (amount.Sign > 0) book.Write(to, book.FreeOf(to) + amount);
        });
    }

    private string? RefusalOfPayer(AccountModel payer, BigInteger amount, bool keepAlive)
    {
        if (amount.IsZero) return null;
        if (amount > book.Balances) return "Underflow";
        if (amount > payer.Free) return "FundsUnavailable";
        if (amount > payer.Spendable(keepAlive: false)) return "Frozen";
        BigInteger rest = payer.Free - amount;
        bool isShort = rest < BalanceRules.ExistentialDeposit;
        if (isShort && !payer.MayLoseProvider) return "OnlyProvider";
        if (rest + payer.Reserved < payer.Frozen) return "Frozen";
        return isShort && keepAlive ? "NotExpendable" : null;
    }

    private static string? RefusalOfPayee(AccountModel payee, BigInteger amount)
    {
        if (amount.IsZero) return null;
        BigInteger free = payee.Free + amount;
        if (free > Amount.Most) return "Overflow";
        if (free < BalanceRules.ExistentialDeposit) return "BelowMinimum";
        return free + payee.Reserved > Amount.Most ? "Overflow" : null;
    }

    private Forecast Destroy(AccountId who, BigInteger amount, bool keepAlive)
    {
        if (amount > parameters.AccountOf(who).Spendable(keepAlive))
        {
            return Forecast.Fails("FundsUnavailable");
        }

        if (amount > book.Balances) return Forecast.Fails("Overflow");
        return Forecast.Does(() =>
        {
            book.Write(who, book.FreeOf(who) - amount);
            book.Balances = Amount.Clamp(book.Balances - amount);
        });
    }

    private Forecast Set(AccountId? account, BigInteger wanted)
    {
        if (account is not { } who) return Forecast.Fails(NoAccount);
        AccountModel before = parameters.AccountOf(who);
        bool dies = wanted < BalanceRules.ExistentialDeposit;
        bool wasProvided = before.Free >= BalanceRules.ExistentialDeposit;
        if (dies && wasProvided && !before.MayLoseProvider)
        {
            return Forecast.Fails("ConsumerRemaining");
        }

        BigInteger free = dies ? 0 : wanted;
        return Forecast.Does(() =>
        {
            book.Balances = Amount.Clamp(book.Balances + free - before.Free);
            book.Write(who, free);
        });
    }

    private Forecast Adjust(bool isUp, BigInteger delta) => delta.IsZero
        ? Forecast.Fails("DeltaZero")
        : Forecast.Does(() =>
            book.Balances = Amount.Clamp(book.Balances + (isUp ? delta : -delta)));

    private Forecast Free(AccountId? account, BigInteger wanted)
    {
        if (account is not { } who) return Forecast.Fails(NoAccount);
        BigInteger freed = BigInteger.Min(wanted, parameters.AccountOf(who).Reserved);
        return Forecast.Does(() =>
        {
            if (freed.IsZero) return;
            book.Reserved[who] = book.ReservedOf(who) - freed;
            book.Write(who, Amount.Clamp(book.FreeOf(who) + freed));
        });
    }
}
