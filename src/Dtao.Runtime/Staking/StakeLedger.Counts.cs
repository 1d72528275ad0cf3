using Dtao.Numerics;
using Dtao.Runtime.State;

namespace Dtao.Runtime.Staking;

public sealed partial class StakeLedger
{
    /// <summary>Value of all share pools of a subnet, one by one. Unit: 10^-9 alpha.</summary>
    internal UInt128 CountStakes(NetUid subnet)
    {
        StakeSum sum = default;
        _hotkeyAlpha.FoldInNoOrder(subnet, ref sum);
        return sum.Rao;
    }

    /// <summary>Compares the shares of holders with all shares of their pools.</summary>
    /// <param name="subnet">The subnet.</param>
    /// <param name="count">Counts them; it may have served another subnet.</param>
    internal void CountShares(NetUid subnet, ShareCount count)
    {
        count.Begin(_hotkeyShares, subnet);
        HolderShares holders = new(count);
        _shares.FoldInNoOrder(subnet, ref holders);
        PoolShares pools = new(count);
        _hotkeyShares.FoldInNoOrder(subnet, ref pools);
    }

    private struct StakeSum : IFold<Hotkey, Alpha>
    {
        public UInt128 Rao;

        public void Add(in Hotkey key, in Alpha value) => Rao += value.Rao;
    }

    private readonly struct HolderShares(ShareCount count)
        : IFold<(Hotkey Hotkey, Coldkey Coldkey), U64F64>
    {
        public void Add(in (Hotkey Hotkey, Coldkey Coldkey) key, in U64F64 value) =>
            count.Add(key.Hotkey, value.Bits);
    }

    private readonly struct PoolShares(ShareCount count) : IFold<Hotkey, U64F64>
    {
        public void Add(in Hotkey key, in U64F64 value) => count.Compare(key, value.Bits);
    }
}
