using Dtao.Lab.Quantities;
using Dtao.Numerics;

namespace Dtao.Lab.Agents;

/// <summary>A subnet's owner who earns TAO outside and buys the subnet's own token with it.
/// </summary>
public sealed class BuyBackOwner : IAgent
{
    private const double Day = 7_200;
    private readonly Recruit _self;
    private readonly ulong _period;
    private readonly ulong _starts;
    private readonly double _revenue;
    private readonly double _part;
    private double _toSpend;

    private BuyBackOwner(Recruit self)
    {
        _self = self;
        _period = self.Settings.DrawBlocks("period", self.Random);
        _starts = self.Chain.Block.Value + self.Settings.DrawBlocks("starts", self.Random);
        _revenue = self.Settings.Draw("revenue", self.Random);
        _part = self.Settings.Draw("buys", self.Random);
    }

    /// <summary>The kind.</summary>
    public static AgentKind Kind { get; } = new(
        "buy-back-owner",
        "Owner of a subnet with customers outside: revenue arrives as TAO from the account of "
            + "everybody else, and a part of it buys the subnet's own token, to be held.",
        Recruitment.PerSubnet,
        [
            new("revenue", Dimension.TaoPerDay, "20 TAO/day", "0 .. 100000 TAO/day",
                "TAO that arrives from outside"),
            new("buys", Dimension.Share, "100 %", "0 .. 100 %",
                "part of the revenue that buys the token; the rest stays free"),
            new("period", Dimension.Time, "6 hours", "1 .. 72000 blocks",
                "time between two purchases"),
            new("starts", Dimension.Time, "1 days", "1 .. 7200000 blocks",
                "time from the start to the first revenue"),
        ],
        static self => new BuyBackOwner(self));

    /// <inheritdoc/>
    public ulong Act(Turn turn)
    {
        if (turn.Block < _starts) return _starts - turn.Block;
        ulong owed = (ulong)_toSpend;
        ulong free = _self.Purse.Free(turn.Chain).Rao;
        Tao spent = Tao.FromRao(Math.Min(owed, free));
        if (_self.Purse.Buy(turn, _self.Purse.Hotkey, _self.Subnet, spent)) _toSpend -= spent.Rao;
        double revenue = _revenue * 1e9 * (_period / Day);
        turn.Receive(_self.Purse.Coldkey, Tao.FromRao((ulong)revenue));
        _toSpend += revenue * _part;
        return _period;
    }
}
