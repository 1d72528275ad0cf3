using System.Buffers.Binary;
using System.Numerics;
using Dtao.Numerics;
using Dtao.Runtime.Spec;
using Dtao.Runtime.State;
using Dtao.Testing;

namespace Dtao.Runtime.Tests.Conservation;

/// <summary>Sums over everybody's stake, read from the stored entries themselves.</summary>
internal static class StakeSums
{
    private const int AccountSize = 32;

    /// <summary>Value of all hotkeys' pools on a subnet.</summary>
    public static Dictionary<ushort, BigInteger> BySubnet(Chain chain)
    {
        Dictionary<ushort, BigInteger> sums = [];
        foreach ((byte[] key, byte[] value) in chain.Item("TotalHotkeyAlpha").Entries())
        {
            ushort subnet = BinaryPrimitives.ReadUInt16LittleEndian(key.AsSpan(AccountSize));
            sums[subnet] = sums.GetValueOrDefault(subnet)
                + BinaryPrimitives.ReadUInt64LittleEndian(value);
        }

        return sums;
    }

    /// <summary>Says which pool's shares do not add up; null when all do.</summary>
    public static string? DifferenceOfShares(Chain chain)
    {
        // Before whole removals a holder's shares could stop at zero while the pool's went on.
        if (chain.Spec.SharePool == SharePoolRule.First) return null;
        Dictionary<string, BigInteger> sums = [];
        foreach ((byte[] key, byte[] value) in chain.Item("Alpha").Entries())
        {
            byte[] pool = [.. key[..AccountSize], .. key[(2 * AccountSize)..]];
            string name = Convert.ToHexStringLower(pool);
            sums[name] = sums.GetValueOrDefault(name) + Number(value);
        }

        IStorageItem denominators = chain.Item("TotalHotkeyShares");
        foreach ((byte[] key, byte[] value) in denominators.Entries())
        {
            string name = Convert.ToHexStringLower(key);
            BigInteger sum = sums.GetValueOrDefault(name);
            if (sum != Number(value)) return $"shares of {name}: {sum} of {Number(value)}";
            sums.Remove(name);
        }

        return sums.Count == 0 ? null : $"shares without a pool: {sums.Keys.First()}";
    }

    /// <summary>Says where more was paid than waited, or paid without an epoch.</summary>
    /// <param name="before">The chain before the block.</param>
    /// <param name="after">The chain after the block.</param>
    public static string? DifferenceOfBlock(Chain before, Chain after)
    {
        Dictionary<ushort, BigInteger> old = BySubnet(before);
        Dictionary<ushort, BigInteger> now = BySubnet(after);
        BigInteger rootDividends = 0;
        foreach (NetUid subnet in after.Subnets.InHashedKeyOrder())
        {
            if (subnet == NetUid.Root) continue;
            bool isDue = after.EpochIsDue(subnet);
            BigInteger paid = Of(now, subnet) - Of(old, subnet);
            BigInteger waited = isDue ? Waiting(before, after, subnet) : 0;
            if (paid < 0 || paid > waited) return $"subnet {subnet}: {paid} paid, {waited} waited";
            if (!isDue) continue;

            // This block's dividends are the TAO that left the pool beside the injection.
            BigInteger left = (BigInteger)before.Pools.TaoReserve(subnet).Rao
                + after.Emission.TaoIn(subnet).Rao - after.Pools.TaoReserve(subnet).Rao;
            rootDividends += before.Emission.PendingRootDividends(subnet).Rao + left;
        }

        BigInteger toRoot = Of(now, NetUid.Root) - Of(old, NetUid.Root);
        return toRoot >= 0 && toRoot <= rootDividends
            ? null
            : $"root: {toRoot} paid, {rootDividends} waited";
    }

    private static BigInteger Waiting(Chain before, Chain after, NetUid subnet) =>
        (BigInteger)before.Emission.PendingAlpha(subnet).Rao
        + before.Emission.PendingAlphaSwapped(subnet).Rao
        + before.Emission.PendingOwnerCut(subnet).Rao
        + after.Emission.AlphaOut(subnet).Rao;

    private static BigInteger Of(Dictionary<ushort, BigInteger> sums, NetUid subnet) =>
        sums.GetValueOrDefault(subnet.Value);

    private static BigInteger Number(byte[] bytes) =>
        BinaryPrimitives.ReadUInt128LittleEndian(bytes);
}
