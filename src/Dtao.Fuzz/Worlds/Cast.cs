using System.Text;
using Dtao.Crypto;
using Dtao.Numerics;

namespace Dtao.Fuzz.Worlds;

/// <summary>The accounts and subnets that calls of one world name.</summary>
/// <param name="Hotkeys">Hotkeys, of which some sit on subnets and some nobody knows.</param>
/// <param name="Coldkeys">Coldkeys, of which some are rich and some own nothing.</param>
/// <param name="Subnets">Subnets, root and some that do not exist included.</param>
public sealed record Cast(
    IReadOnlyList<Hotkey> Hotkeys, IReadOnlyList<Coldkey> Coldkeys,
    IReadOnlyList<NetUid> Subnets)
{
    /// <summary>So many accounts and subnets up to a number.</summary>
    public static Cast Of(int hotkeys, int coldkeys, int subnets) => new(
        [.. Enumerable.Range(0, hotkeys).Select(static number => new Hotkey(Named("hot", number)))],
        [.. Enumerable.Range(0, coldkeys)
            .Select(static number => new Coldkey(Named("cold", number)))],
        [.. Enumerable.Range(0, subnets + 3).Select(static number => new NetUid((ushort)number)),
            new NetUid(ushort.MaxValue)]);

    /// <summary>Every account of the cast.</summary>
    public IReadOnlyList<AccountId> Accounts { get; } =
    [
        .. Coldkeys.Select(static key => key.Account),
        .. Hotkeys.Select(static key => key.Account),
    ];

    /// <summary>A text in which the accounts stand by their names.</summary>
    public string WithNames(string text)
    {
        StringBuilder named = new(text);
        for (int number = 0; number < Hotkeys.Count; number++)
        {
            named.Replace(Hotkeys[number].Account.ToHex(), $"hot-{number}");
        }

        for (int number = 0; number < Coldkeys.Count; number++)
        {
            named.Replace(Coldkeys[number].Account.ToHex(), $"cold-{number}");
        }

        return named.ToString();
    }

    private static AccountId Named(string kind, int number) =>
        AccountId.FromBytes(Blake2b.Hash256(Encoding.ASCII.GetBytes($"{kind} {number}")));
}
