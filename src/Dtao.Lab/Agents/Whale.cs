using Dtao.Lab.Networks;
using Dtao.Lab.Quantities;
using Dtao.Numerics;

namespace Dtao.Lab.Agents;

/// <summary>One large purse: buys into one subnet in large steps, holds, and leaves in steps.
/// </summary>
public sealed class Whale : IAgent
{
    private readonly Recruit _self;
    private readonly ulong _period;
    private readonly double _step;
    private readonly Hotkey _validator;
    private NetUid _subnet;
    private ulong? _leavesAt;
    private bool _isLeaving;

    private Whale(Recruit self)
    {
        _self = self;
        _period = self.Settings.DrawBlocks("period", self.Random);
        _step = self.Settings.Draw("step", self.Random);
        _validator = self.SomeValidator();
    }

    /// <summary>The kind.</summary>
    public static AgentKind Kind { get; } = new(
        "whale",
        "Picks one subnet by talk, buys it in steps that move its price, holds for days, then "
            + "sells in steps and picks another.",
        Recruitment.ByCount,
        [
            new(AgentKind.Capital, Dimension.Tao, "2000 .. 10000 TAO", "0 .. 5000000 TAO",
                "TAO that it begins with"),
            new("period", Dimension.Time, "4 .. 24 hours", "1 .. 72000 blocks",
                "time between two steps"),
            new("step", Dimension.Share, "5 .. 15 %", "0.1 .. 100 %",
                "part of the pool that it buys or sells in one step"),
            new("holds", Dimension.Time, "4 .. 20 days", "1 .. 7200000 blocks",
                "time from its first purchase until it leaves"),
            new("spends", Dimension.Share, "50 .. 90 %", "0 .. 100 %",
                "part of its free TAO that one step takes at most"),
        ],
        static self => new Whale(self));

    /// <inheritdoc/>
    public ulong Act(Turn turn)
    {
        if (_isLeaving) Sell(turn);
        else Buy(turn);
        return (_period / 2) + _self.Random.Below(_period);
    }

    private void Buy(Turn turn)
    {
        SeededRandom random = _self.Random;
        if (_leavesAt is null)
        {
            _subnet = _self.Subnets[(int)random.Below((ulong)_self.Subnets.Length)];
            NetUid heard = turn.Market.Subnets[turn.Market.Talk.Draw(random)];
            if (_self.Subnets.Contains(heard)) _subnet = heard;
            _leavesAt = turn.Block + _self.Settings.DrawBlocks("holds", random);
        }

        _isLeaving = turn.Block >= _leavesAt;
        if (_isLeaving) return;
        double part = _self.Settings.Draw("spends", random);
        _self.Purse.BuySlice(turn, _validator, _subnet, part, _step);
    }

    private void Sell(Turn turn)
    {
        double held = _self.Purse.HoldingOf(turn.Chain, _subnet).Rao;
        double most = turn.Chain.Pools.AlphaReserve(_subnet).Rao * _step;
        if (held > 0 && _self.Purse.Sell(turn, _subnet, Math.Min(1, most / held))) return;
        (_isLeaving, _leavesAt) = (false, null);
    }
}
