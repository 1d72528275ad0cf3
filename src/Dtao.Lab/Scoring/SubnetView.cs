using Dtao.Lab.Markets;
using Dtao.Numerics;
using Dtao.Runtime;

namespace Dtao.Lab.Scoring;

/// <summary>What a validator's program can read of a subnet: public chain state.</summary>
/// <param name="chain">The chain, to be read.</param>
/// <param name="market">Prices and trades.</param>
/// <param name="subnet">The subnet.</param>
public sealed class SubnetView(Chain chain, Market market, NetUid subnet)
{
    /// <summary>The chain, to be read.</summary>
    public Chain Chain { get; } = chain;

    /// <summary>Prices and trades.</summary>
    public Market Market { get; } = market;

    /// <summary>The subnet.</summary>
    public NetUid Subnet { get; } = subnet;

    /// <summary>Number of slots in use.</summary>
    public int Count { get; } = chain.Neurons.Count(subnet);

    /// <summary>Blocks until the subnet's next epoch; 0 in the block of the epoch.</summary>
    public ulong BlocksUntilEpoch => Dtao.Runtime.Epoch.Tempo.BlocksUntilEpoch(
        Subnet, Chain.Subnets.Tempo(Subnet), Chain.Block);

    /// <summary>Hotkey in a slot.</summary>
    public Hotkey HotkeyOf(int uid) => Chain.Neurons.KeyOf(Subnet, new((ushort)uid));

    /// <summary>Coldkey that owns the hotkey in a slot.</summary>
    public Coldkey OwnerOf(int uid) => Chain.Stakes.OwnerOf(HotkeyOf(uid));

    /// <summary>The slot got dividends at the last epoch: it validates.</summary>
    public bool GotDividends(int uid)
    {
        ReadOnlySpan<ushort> dividends = Chain.Neurons.Dividends(Subnet);
        return uid < dividends.Length && dividends[uid] > 0;
    }

    /// <summary>Alpha of the subnet that a coldkey has behind all hotkeys. Unit: rao.</summary>
    public double HoldingOf(Coldkey owner)
    {
        double sum = 0;
        foreach (Hotkey hotkey in Chain.Stakes.StakingHotkeysOf(owner))
        {
            sum += Chain.Stakes.StakeOf(hotkey, owner, Subnet).Rao;
        }

        return sum;
    }
}
