using Dtao.Lab.Quantities;
using Dtao.Numerics;
using Dtao.Runtime.Staking;

namespace Dtao.Lab.Agents;

/// <summary>A staker on root that moves its stake into subnets' tokens, bit by bit.</summary>
public sealed class RootLeaver : IAgent
{
    private readonly Recruit _self;
    private readonly ulong _period;
    private readonly ulong _starts;
    private readonly double _leaves;
    private readonly double _reach;

    private RootLeaver(Recruit self)
    {
        _self = self;
        _period = self.Settings.DrawBlocks("period", self.Random);
        _starts = self.Chain.Block.Value + self.Settings.DrawBlocks("starts", self.Random);
        _leaves = self.Settings.Draw("leaves", self.Random);
        _reach = self.Settings.Draw("reach", self.Random);
    }

    /// <summary>The kind.</summary>
    public static AgentKind Kind { get; } = new(
        "root-leaver",
        "The root stake of a validator: each period a part of it moves by swap_stake to the "
            + "subnet that pays stakers most, of some it looks at.",
        Recruitment.OncePerValidator,
        [
            new("period", Dimension.Time, "1 days", "1 .. 72000 blocks",
                "time between two moves"),
            new("leaves", Dimension.SharePerDay, "0.05 .. 0.3 %/day", "0 .. 100 %/day",
                "part of the root stake that moves in a day"),
            new("reach", Dimension.Share, "1 .. 3 %", "0 .. 50 %",
                "part of the pool that it buys at most at once"),
            new("looks", Dimension.Count, "8 subnets", "1 .. 128 subnets",
                "subnets that it compares at one look"),
            new("starts", Dimension.Time, "1 days", "1 .. 7200000 blocks",
                "time from the start to the first move"),
        ],
        static self => new RootLeaver(self));

    /// <inheritdoc/>
    public ulong Act(Turn turn)
    {
        if (turn.Block < _starts) return _starts - turn.Block;
        NetUid best = _self.Subnets[0];
        ulong looks = _self.Settings.DrawBlocks("looks", _self.Random);
        for (ulong look = 0; look < looks; look++)
        {
            NetUid seen = _self.Subnets[(int)_self.Random.Below((ulong)_self.Subnets.Length)];
            bool isBetter = turn.Market.StakerYield(seen) > turn.Market.StakerYield(best);
            if (look == 0 || isBetter) best = seen;
        }

        double root = _self.Purse.StakeOn(turn.Chain, _self.Purse.Hotkey, NetUid.Root).Rao;
        double most = turn.Chain.Pools.TaoReserve(best).Rao * _reach;
        double moved = Math.Min(most, root * _leaves * (_period / 7_200.0));
        if (moved > StakeLedger.Minimum.Rao + (4 * StakeLedger.Fee.Rao))
        {
            turn.Submit(
                new SwapStake(
                    _self.Purse.Hotkey, NetUid.Root, best, Alpha.FromRao((ulong)moved)),
                _self.Purse.Coldkey.Account);
        }

        return _period;
    }
}
