using Dtao.Numerics;

namespace Dtao.Runtime.Staking;

public sealed partial class StakeLedger
{
    /// <summary>Value of all share pools of a subnet, one by one. Unit: 10^-9 alpha.</summary>
    internal UInt128 CountStakes(NetUid subnet) => _hotkeyAlpha.FoldInNoOrder(
        subnet, UInt128.Zero, static (sum, _, value) => sum + value.Rao);

    /// <summary>Shares that holders have beyond all shares of their pool, on a subnet.</summary>
    /// <param name="subnet">The subnet.</param>
    /// <param name="count">Room to count in; it may have served another subnet.</param>
    /// <returns>Unit: shares, 2^-64. Zero when no pool owes more than it holds.</returns>
    internal UInt128 CountExcessShares(NetUid subnet, ShareCount count)
    {
        count.Begin(_hotkeyShares, subnet);
        _shares.FoldInNoOrder(
            subnet, count, static (sums, key, shares) => sums.Add(key.Hotkey, shares.Bits));
        return _hotkeyShares.FoldInNoOrder(
            subnet, count, static (sums, key, all) => sums.Compare(key, all.Bits)).Excess;
    }
}
