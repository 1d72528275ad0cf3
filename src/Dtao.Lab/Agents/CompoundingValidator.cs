using Dtao.Lab.Quantities;
using Dtao.Numerics;
using Dtao.Runtime.Staking;

namespace Dtao.Lab.Agents;

/// <summary>A validator that turns the tokens it earns into root stake.</summary>
public sealed class CompoundingValidator : IAgent
{
    private readonly Recruit _self;
    private readonly ulong _period;
    private readonly double _moves;

    private CompoundingValidator(Recruit self)
    {
        _self = self;
        _period = self.Settings.DrawBlocks("period", self.Random);
        _moves = self.Settings.Draw("moves", self.Random);
    }

    /// <summary>The kind.</summary>
    public static AgentKind Kind { get; } = new(
        "compounding-validator",
        "A validator with its root stake: leaves root dividends where they are, and each period "
            + "moves a part of the tokens it earned to root.",
        Recruitment.OncePerValidator,
        [
            new("period", Dimension.Time, "1 days", "1 .. 72000 blocks",
                "time between two looks"),
            new("moves", Dimension.Share, "100 %", "0 .. 100 %",
                "part of its tokens that it moves to root at a look"),
        ],
        static self => new CompoundingValidator(self));

    /// <inheritdoc/>
    public ulong Act(Turn turn)
    {
        foreach (NetUid subnet in _self.Subnets)
        {
            ulong held = _self.Purse.StakeOn(turn.Chain, _self.Purse.Hotkey, subnet).Rao;
            ulong moved = (ulong)(held * _moves);
            double worth = moved * turn.Market.PriceOf(subnet);
            if (worth < StakeLedger.Minimum.Rao + (4 * StakeLedger.Fee.Rao)) continue;
            turn.Submit(
                new SwapStake(_self.Purse.Hotkey, subnet, NetUid.Root, Alpha.FromRao(moved)),
                _self.Purse.Coldkey.Account);
        }

        return _period;
    }
}
