using System.Numerics;
using Dtao.Fuzz.Model;
using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Balances;
using Dtao.Runtime.Dispatch;
using Dtao.Runtime.Keys;

namespace Dtao.Fuzz.Checks;

/// <summary>Sums that hold whatever happens, looked at after each call.</summary>
/// <remarks>
/// Some calls of the chain break them by a known amount: root may force the sum of balances, the
/// sum may stop at an end of its range, and swaps of hotkeys part shares from pools. Only these
/// calls may, by exactly what they say. Source: docs/spec/invariants.md#sums.
/// </remarks>
internal sealed class Sums
{
    private readonly Chain _chain;
    private readonly Deposits _deposits;
    private BigInteger _gap;
    private CountedFlows _said;
    private Dictionary<(AccountId Hotkey, ushort Subnet), BigInteger> _uneven;

    public Sums(Chain chain, Book book)
    {
        _chain = chain;
        _deposits = new(chain, book);
        _gap = book.Gap;
        _said = CountedFlows.Of(chain);
        _uneven = UnevenOf(book);
    }

    /// <summary>The journal of the chain was forgotten.</summary>
    public void BeginBlock() => _said = default;

    /// <summary>The sum that does not hold, in words; null when all do.</summary>
    /// <param name="call">What ran; null for the block step.</param>
    /// <param name="book">What the chain has stored afterwards.</param>
    public string? FirstBroken(ICall? call, Book book)
    {
        ICall[] calls = call is null ? [] : [.. CallTree.Of(call)];
        string? broken = BrokenCount(calls, book) ?? BrokenShares(calls, book)
            ?? _deposits.FirstBroken(calls, book);
        (_gap, _said) = (book.Gap, CountedFlows.Of(_chain));
        return broken;
    }

    private string? BrokenCount(ICall[] calls, Book book)
    {
        CountedFlows said = CountedFlows.Of(_chain).Since(_said);
        BigInteger wanted = _gap + said.Net;
        if (!((book.Gap - wanted) & Amount.Most).IsZero)
        {
            return $"counted balances exceed all balances by {book.Gap} rao instead of {wanted}";
        }

        if (calls.Any(static one => one is ForceAdjustTotalIssuance)) return null;
        if (!said.Up.IsZero || !said.Down.IsZero)
        {
            return "the sum of balances was forced, but not by root";
        }

        if (!said.Floor.IsZero && _gap.Sign >= 0)
        {
            return $"the sum of balances stopped at zero, {said.Floor} rao too early";
        }

        // A batch may lower a balance and the sum again; nothing else does both.
        bool isBatch = calls.Length > 1;
        if (!said.Full.IsZero && !isBatch && !book.Free.ContainsValue(Amount.Most))
        {
            return $"a free balance stopped below its most, {said.Full} rao too early";
        }

        return !said.Ceiling.IsZero && !isBatch && book.Balances != Amount.Most
            ? $"the sum of balances stopped below its most, {said.Ceiling} rao too early"
            : null;
    }

    private string? BrokenShares(ICall[] calls, Book book)
    {
        Dictionary<(AccountId Hotkey, ushort Subnet), BigInteger> before = _uneven;
        _uneven = UnevenOf(book);
        HashSet<AccountId> swapped = [.. calls.OfType<SwapHotkey>()
            .SelectMany(static swap => (AccountId[])
                [swap.OldHotkey.Account, swap.NewHotkey.Account])];
        foreach ((AccountId hotkey, ushort subnet) place in before.Keys.Union(_uneven.Keys))
        {
            if (swapped.Contains(place.hotkey)) continue;
            BigInteger found = _uneven.GetValueOrDefault(place);
            BigInteger wanted = before.GetValueOrDefault(place);

            // Before 244 the shares of a holder stop at zero while those of the pool go on.
            bool mayGrow = _chain.Spec.Version < 244;

            // Whoever leaves a pool that has too few shares takes of the excess along.
            bool shrinks = wanted.Sign > 0 && found.Sign >= 0 && found < wanted;
            if (found == wanted || shrinks || (mayGrow && found > wanted)) continue;
            return $"shares behind {place.hotkey} on subnet {place.subnet} exceed those of their "
                + $"pool by {found} instead of {wanted}";
        }

        return null;
    }

    /// <summary>Shares of holders beyond all shares of their pool, where they differ.</summary>
    private static Dictionary<(AccountId Hotkey, ushort Subnet), BigInteger> UnevenOf(Book book)
    {
        Dictionary<(AccountId Hotkey, ushort Subnet), BigInteger> uneven = [];
        foreach (((AccountId hotkey, _, ushort subnet), BigInteger shares) in book.Shares)
        {
            uneven[(hotkey, subnet)] = uneven.GetValueOrDefault((hotkey, subnet)) + shares;
        }

        foreach (((AccountId, ushort) place, BigInteger all) in book.AllShares)
        {
            uneven[place] = uneven.GetValueOrDefault(place) - all;
        }

        return uneven;
    }
}
