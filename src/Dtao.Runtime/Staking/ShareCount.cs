using Dtao.Numerics;
using Dtao.Runtime.State;

namespace Dtao.Runtime.Staking;

/// <summary>Adds up the shares of every pool of one subnet; one object serves many.</summary>
internal sealed class ShareCount
{
    private SubnetMapItem<Hotkey, U64F64>? _pools;
    private NetUid _subnet;
    private UInt128[] _sums = [];
    private int _place;

    /// <summary>Shares beyond those of their pools. Unit: shares, 2^-64.</summary>
    public UInt128 Excess { get; private set; }

    /// <summary>Shares of pools that nobody holds. Unit: shares, 2^-64.</summary>
    public UInt128 Missing { get; private set; }

    /// <summary>Begins to count a subnet.</summary>
    /// <param name="pools">All shares of each pool.</param>
    /// <param name="subnet">The subnet.</param>
    public void Begin(SubnetMapItem<Hotkey, U64F64> pools, NetUid subnet)
    {
        _pools = pools;
        _subnet = subnet;
        _place = 0;
        Excess = 0;
        Missing = 0;
        Array.Clear(_sums);
    }

    /// <summary>Adds the shares of one holder.</summary>
    public void Add(in Hotkey hotkey, UInt128 shares)
    {
        int slot = SlotOf(hotkey);
        if (slot < 0)
        {
            Excess += shares;
            return;
        }

        if (slot >= _sums.Length) Array.Resize(ref _sums, Math.Max(256, slot * 2));
        _sums[slot] += shares;
    }

    /// <summary>Compares the shares of a pool with those of its holders.</summary>
    public void Compare(in Hotkey hotkey, UInt128 all)
    {
        int slot = SlotOf(hotkey);
        UInt128 sum = slot < _sums.Length ? _sums[slot] : 0;
        if (sum > all) Excess += sum - all;
        else Missing += all - sum;
    }

    private int SlotOf(in Hotkey hotkey)
    {
        // Holders come in the order in which the pools came, mostly.
        int slot = _pools!.SlotOf(_subnet, hotkey, _place);
        _place = slot + 1;
        return slot;
    }
}
