using System.Numerics;
using Dtao.Fuzz.Model;
using Dtao.Fuzz.Worlds;
using Dtao.Numerics;
using Dtao.Runtime;

namespace Dtao.Fuzz.Checks;

/// <summary>Sums that hold whatever happens.</summary>
/// <remarks>Source: docs/spec/invariants.md.</remarks>
internal static class Sums
{
    private const int FreeOffset = 16;
    private const int ReservedOffset = 24;

    /// <summary>The sum that does not hold, in words; null when all do.</summary>
    /// <param name="chain">The chain.</param>
    /// <param name="book">What it has stored.</param>
    /// <param name="gap">What root added to the count without giving it to anybody.</param>
    public static string? FirstBroken(Chain chain, Book book, BigInteger gap) =>
        GapOf(chain, book) is var found && found != gap
            ? $"counted balances exceed all balances by {found} rao instead of {gap}"
            : BrokenShares(book);

    /// <summary>What is counted beyond all balances. Unit: rao.</summary>
    public static BigInteger GapOf(Chain chain, Book book)
    {
        BigInteger balances = 0;
        foreach ((_, byte[] account) in RawStorage.Item(chain, "System", "Account").Entries())
        {
            balances += BitConverter.ToUInt64(account, FreeOffset);
            balances += BitConverter.ToUInt64(account, ReservedOffset);
        }

        return book.Balances - balances;
    }

    private static string? BrokenShares(Book book)
    {
        Dictionary<(AccountId, ushort), BigInteger> sums = [];
        foreach (((AccountId hotkey, _, ushort subnet), BigInteger shares) in book.Shares)
        {
            sums[(hotkey, subnet)] = sums.GetValueOrDefault((hotkey, subnet)) + shares;
        }

        foreach (((AccountId hotkey, ushort subnet) key, BigInteger all) in book.AllShares)
        {
            BigInteger sum = sums.GetValueOrDefault(key);
            if (sum == all) continue;
            return $"shares behind {key.hotkey} on subnet {key.subnet} add up to {sum}, not {all}";
        }

        return null;
    }
}
