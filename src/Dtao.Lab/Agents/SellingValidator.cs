using Dtao.Lab.Quantities;
using Dtao.Numerics;
using Dtao.Runtime.Staking;

namespace Dtao.Lab.Agents;

/// <summary>A validator that takes its income out: sells tokens, withdraws root dividends.
/// </summary>
public sealed class SellingValidator : IAgent
{
    private readonly Recruit _self;
    private readonly ulong _period;
    private readonly double _sells;
    private readonly double _withdraws;
    private readonly ulong _rootAtFirst;

    private SellingValidator(Recruit self)
    {
        _self = self;
        _period = self.Settings.DrawBlocks("period", self.Random);
        _sells = self.Settings.Draw("sells", self.Random);
        _withdraws = self.Settings.Draw("withdraws", self.Random);
        _rootAtFirst = RootOf(self.Chain);
    }

    /// <summary>The kind.</summary>
    public static AgentKind Kind { get; } = new(
        "selling-validator",
        "A validator with its root stake: each period it sells a part of its tokens and withdraws "
            + "a part of what root dividends have added to its root stake.",
        Recruitment.OncePerValidator,
        [
            new("period", Dimension.Time, "1 days", "1 .. 72000 blocks",
                "time between two looks"),
            new("sells", Dimension.Share, "100 %", "0 .. 100 %",
                "part of its tokens that it sells at a look"),
            new("withdraws", Dimension.Share, "100 %", "0 .. 100 %",
                "part of the gained root stake that it withdraws at a look"),
        ],
        static self => new SellingValidator(self));

    /// <inheritdoc/>
    public ulong Act(Turn turn)
    {
        if (_sells > 0)
        {
            foreach (NetUid subnet in _self.Subnets) _self.Purse.Sell(turn, subnet, _sells);
        }

        ulong root = RootOf(turn.Chain);
        ulong gained = root > _rootAtFirst ? root - _rootAtFirst : 0;
        ulong taken = (ulong)(gained * _withdraws);
        if (taken > StakeLedger.Minimum.Rao + (2 * StakeLedger.Fee.Rao))
        {
            turn.Submit(
                new RemoveStake(_self.Purse.Hotkey, NetUid.Root, Alpha.FromRao(taken)),
                _self.Purse.Coldkey.Account);
        }

        return _period;
    }

    private ulong RootOf(Dtao.Runtime.Chain chain) =>
        _self.Purse.StakeOn(chain, _self.Purse.Hotkey, NetUid.Root).Rao;
}
