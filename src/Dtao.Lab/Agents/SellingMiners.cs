using Dtao.Lab.Quantities;
using Dtao.Numerics;
using Dtao.Runtime.Staking;

namespace Dtao.Lab.Agents;

/// <summary>The miners of one subnet, who sell a part of what they earn, each in its turn.
/// </summary>
/// <remarks>
/// The miners are the slots that are there at the start and neither validate nor own the subnet;
/// each keeps its own coldkey and sells for itself.
/// </remarks>
public sealed class SellingMiners : IAgent, IManyPurses
{
    private const double Kept = 1_000_000;
    private readonly NetUid _subnet;
    private readonly double _part;
    private readonly double _costs;
    private readonly ulong _period;
    private readonly List<Purse> _miners = [];
    private int _next;

    private SellingMiners(Recruit self)
    {
        _subnet = self.Subnet;
        _part = self.Settings.Draw("sells", self.Random);
        _costs = self.Settings.Draw("costs", self.Random);
        _period = self.Settings.DrawBlocks("period", self.Random);
        HashSet<Hotkey> validators = [.. self.Validators.Select(static one => one.Hotkey)];
        for (int uid = 0; uid < self.Chain.Neurons.Count(_subnet); uid++)
        {
            Hotkey hotkey = self.Chain.Neurons.KeyOf(_subnet, new((ushort)uid));
            if (validators.Contains(hotkey)) continue;
            if (self.Chain.Subnets.IsOwnerHotkey(_subnet, hotkey)) continue;
            _miners.Add(new(self.Chain.Stakes.OwnerOf(hotkey), hotkey));
        }
    }

    /// <summary>The kind.</summary>
    public static AgentKind Kind { get; } = new(
        "selling-miners",
        "All miners of one subnet; each sells, once in a period, a part of the tokens it has.",
        Recruitment.PerSubnet,
        [
            new("sells", Dimension.Share, "40 .. 90 %", "0 .. 100 %",
                "part of the tokens that a miner sells at its turn"),
            new("costs", Dimension.Share, "0 %", "0 .. 100 %",
                "part of its free TAO that a miner pays to the outside at its turn"),
            new("period", Dimension.Time, "1 days", "1 .. 72000 blocks",
                "time between two turns of a miner, for example 360 blocks for every tempo"),
        ],
        static self => new SellingMiners(self));

    /// <inheritdoc/>
    public IReadOnlyList<Purse> Purses => _miners;

    /// <inheritdoc/>
    public ulong Act(Turn turn)
    {
        if (_miners.Count == 0) return ulong.MaxValue;
        ulong miners = (ulong)_miners.Count;
        ulong atOnce = 1 + ((miners - 1) / _period);
        for (ulong turns = 0; turns < atOnce; turns++)
        {
            Take(turn, _miners[_next]);
            _next = (_next + 1) % _miners.Count;
        }

        return Math.Max(1, _period / miners);
    }

    private void Take(Turn turn, Purse miner)
    {
        PayCosts(turn, miner);
        ulong held = miner.StakeOn(turn.Chain, miner.Hotkey, _subnet).Rao;
        ulong sold = (ulong)(held * _part);
        double worth = sold * turn.Market.PriceOf(_subnet);
        if (worth > StakeLedger.Minimum.Rao + (2 * StakeLedger.Fee.Rao))
        {
            turn.Submit(
                new RemoveStake(miner.Hotkey, _subnet, Alpha.FromRao(sold)),
                miner.Coldkey.Account);
        }
    }

    private void PayCosts(Turn turn, Purse miner)
    {
        if (_costs <= 0) return;
        double free = miner.Free(turn.Chain).Rao - Kept;
        if (free > Kept) turn.Pay(miner.Coldkey, Tao.FromRao((ulong)(free * _costs)));
    }
}
