using System.Globalization;
using System.Numerics;
using Dtao.Numerics;

namespace Dtao.Fuzz.Model;

/// <summary>Finds where two books differ.</summary>
internal static class BookComparison
{
    /// <summary>The first difference in words; null when the books agree.</summary>
    /// <param name="model">What the second model says.</param>
    /// <param name="chain">What the chain has stored.</param>
    public static string? First(Book model, Book chain) =>
        FirstBesidesStakes(model, chain)
        ?? Of("stake pool value", model.Values, chain.Values)
        ?? Of("all shares", model.AllShares, chain.AllShares)
        ?? FirstShare(model, chain);

    /// <summary>The first difference in somebody's shares.</summary>
    public static string? FirstShare(Book model, Book chain) =>
        Of("shares", model.Shares, chain.Shares);

    /// <summary>The first difference in balances, owners, pools and totals.</summary>
    public static string? FirstBesidesStakes(Book model, Book chain) =>
        Of("balance", model.Free, chain.Free)
        ?? Of("reserve", model.Reserved, chain.Reserved)
        ?? OfOwners(model, chain)
        ?? OfPools(model, chain)
        ?? Of("sum of balances", model.Balances, chain.Balances)
        ?? Of("total stake", model.TotalStake, chain.TotalStake)
        ?? Of("issuance", model.Issuance, chain.Issuance);

    private static string? Of<TKey>(
        string name, Dictionary<TKey, BigInteger> model, Dictionary<TKey, BigInteger> chain)
        where TKey : notnull
    {
        foreach ((TKey key, BigInteger value) in chain)
        {
            string? difference = Of($"{name} of {key}", model.GetValueOrDefault(key), value);
            if (difference is not null) return difference;
        }

        foreach ((TKey key, BigInteger value) in model)
        {
            if (chain.ContainsKey(key)) continue;
            if (Of($"{name} of {key}", value, 0) is { } difference) return difference;
        }

        return null;
    }

    private static string? OfOwners(Book model, Book chain)
    {
        foreach ((AccountId hotkey, AccountId owner) in chain.Owners)
        {
            bool isSame = model.Owners.TryGetValue(hotkey, out AccountId known)
                && known == owner;
            if (!isSame) return $"owner of {hotkey}: the chain says {owner}, the model does not";
        }

        return model.Owners.Count == chain.Owners.Count
            ? null
            : $"the model knows {model.Owners.Count} owners, the chain {chain.Owners.Count}";
    }

    private static string? OfPools(Book model, Book chain)
    {
        foreach (ushort subnet in chain.Pools.Keys.Union(model.Pools.Keys))
        {
            PoolModel wanted = model.PoolOf(subnet);
            PoolModel found = chain.PoolOf(subnet);
            string? difference = Of($"TAO reserve of subnet {subnet}", wanted.Tao, found.Tao)
                ?? Of($"alpha reserve of subnet {subnet}", wanted.Alpha, found.Alpha)
                ?? Of($"alpha outside of subnet {subnet}", wanted.Outside, found.Outside);
            if (difference is not null) return difference;
            if (wanted.IsDynamic != found.IsDynamic) return $"mechanism of subnet {subnet}";
        }

        return null;
    }

    private static string? Of(string name, BigInteger model, BigInteger chain) => model == chain
        ? null
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: the chain says {chain}, the model {model} ({chain - model:+0;-0})");
}
