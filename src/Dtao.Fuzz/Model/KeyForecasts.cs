using System.Numerics;
using Dtao.Numerics;
using Dtao.Runtime.Keys;
using Dtao.Runtime.Subnets;

namespace Dtao.Fuzz.Model;

/// <summary>What swaps of keys and the end of a subnet do.</summary>
/// <remarks>
/// Whether they succeed is left to the chain; what a success does to balances, owners and shares
/// is not. Source: docs/spec/keys.md#moves, docs/spec/subnets.md#dissolving.
/// </remarks>
internal sealed class KeyForecasts(Book book, Parameters parameters)
{
    private static readonly BigInteger SwapCost = 100_000_000;

    private static FixedFormat S => FixedFormat.U64F64;

    /// <summary>The forecast for a call of an account; null when it is none of these.</summary>
    public Forecast? Of(object call, AccountId signer) => call switch
    {
        SwapHotkey swap => MoveHotkey(signer, swap.OldHotkey.Account, swap.NewHotkey.Account),
        TryAssociateHotkey one =>
            Forecast.Does(() => book.Owners.TryAdd(one.Hotkey.Account, signer)),
        ScheduleSwapColdkey or ScheduleDissolveNetwork => Forecast.TouchesNothing,
        _ => null,
    };

    /// <summary>The forecast for a call of root; null when it is none of these.</summary>
    public Forecast? OfRoot(object call) => call switch
    {
        SwapColdkey swap => MoveColdkey(
            swap.OldColdkey.Account, swap.NewColdkey.Account, swap.Cost.Rao),
        DissolveNetwork one => Dissolve(one.Coldkey.Account, one.NetUid.Value),
        _ => null,
    };

    private Forecast MoveHotkey(AccountId coldkey, AccountId old, AccountId replacement)
    {
        IReadOnlyList<ushort> subnets = parameters.Subnets();
        IReadOnlySet<AccountId> senate = parameters.Senate();

        // A seat that cannot be swapped ends the move in its middle.
        bool isWhole = !senate.Contains(old) || !senate.Contains(replacement);
        return new(null, () =>
        {
            Pay(coldkey, SwapCost);
            book.Owners.Remove(old);
            book.Owners[replacement] = coldkey;
            foreach (ushort subnet in subnets)
            {
                book.Values[(replacement, subnet)] = Amount.Clamp(
                    Taken(book.Values, (old, subnet))
                    + book.Values.GetValueOrDefault((replacement, subnet)));
                book.AllShares[(replacement, subnet)] = S.Saturate(
                    Taken(book.AllShares, (old, subnet))
                    + book.AllShares.GetValueOrDefault((replacement, subnet)));
            }

            if (isWhole) MoveShares(old, replacement);
        });
    }

    /// <summary>Shares move on all subnets, dissolved ones too, whose pools do not move.</summary>
    private void MoveShares(AccountId old, AccountId replacement)
    {
        foreach ((AccountId hotkey, AccountId coldkey, ushort subnet) in book.Shares.Keys.ToList())
        {
            if (hotkey != old) continue;
            BigInteger shares = Taken(book.Shares, (old, coldkey, subnet));
            Add((replacement, coldkey, subnet), shares);
        }
    }

    private Forecast MoveColdkey(AccountId old, AccountId replacement, BigInteger cost)
    {
        IReadOnlyList<ushort> subnets = parameters.Subnets();
        AccountModel account = parameters.AccountOf(old);
        return new(null, () =>
        {
            Pay(old, cost);
            foreach (AccountId hotkey in book.StakingOf(old))
            {
                foreach (ushort subnet in subnets)
                {
                    BigInteger shares = Taken(book.Shares, (hotkey, old, subnet));
                    Add((hotkey, replacement, subnet), shares);
                }
            }

            foreach (AccountId hotkey in book.OwnedBy(old))
            {
                book.Owners[hotkey] = replacement;
            }

            book.MoveLists(old, replacement);
            AccountModel left = account with { Free = book.FreeOf(old) };
            BigInteger rest = left.Spendable(keepAlive: false);
            if (rest.IsZero) return;
            book.Write(old, left.Free - rest);
            book.Balances = Amount.Clamp(book.Balances - rest);
            book.Give(replacement, rest);
        });
    }

    private Forecast Dissolve(AccountId owner, ushort subnet)
    {
        BigInteger locked = parameters.Of("SubnetLocked", subnet);
        return new(null, () => book.Give(owner, locked));
    }

    private void Pay(AccountId who, BigInteger cost) =>
        book.Issuance = Amount.Clamp(book.Issuance - book.Take(who, cost));

    private void Add((AccountId, AccountId, ushort) place, BigInteger shares) =>
        book.Shares[place] = S.Saturate(book.Shares.GetValueOrDefault(place) + shares);

    private static BigInteger Taken<TKey>(Dictionary<TKey, BigInteger> amounts, TKey place)
        where TKey : notnull => amounts.Remove(place, out BigInteger amount) ? amount : 0;
}
