using Dtao.Lab.Quantities;
using Dtao.Numerics;

namespace Dtao.Lab.Agents;

/// <summary>A subnet's owner who runs a business: costs out, revenue in, the token between.
/// </summary>
/// <remarks>
/// The mining of the article's bitcoin subnet is such a business: machines and power cost TAO,
/// coins come in as revenue. Costs are paid first; what is short is raised by selling the
/// subnet's token, and what is left buys it.
/// </remarks>
public sealed class BusinessOwner : IAgent
{
    private const ulong Day = 7_200;
    private readonly Recruit _self;
    private readonly ulong _starts;
    private readonly double _revenue;
    private readonly double _costs;
    private readonly double _most;
    private readonly double _buys;
    private double _unpaid;

    private BusinessOwner(Recruit self)
    {
        _self = self;
        _starts = self.Chain.Block.Value + self.Settings.DrawBlocks("starts", self.Random);
        _revenue = self.Settings.Draw("revenue", self.Random);
        _costs = self.Settings.Draw("costs", self.Random);
        _most = self.Settings.Draw("at-most", self.Random);
        _buys = self.Settings.Draw("buys", self.Random);
    }

    /// <summary>The kind.</summary>
    public static AgentKind Kind { get; } = new(
        "business-owner",
        "Owner of a subnet with running costs and revenue in TAO: pays the costs to the outside, "
            + "sells its token for what is short, and buys its token with what is left.",
        Recruitment.PerSubnet,
        [
            new(AgentKind.Capital, Dimension.Tao, "100 TAO", "0 .. 1000000 TAO",
                "TAO that it begins with"),
            new("costs", Dimension.TaoPerDay, "20 TAO/day", "0 .. 100000 TAO/day",
                "TAO that goes outside"),
            new("revenue", Dimension.TaoPerDay, "18 TAO/day", "0 .. 100000 TAO/day",
                "TAO that arrives from outside"),
            new("buys", Dimension.Share, "100 %", "0 .. 100 %",
                "part of what is left that buys the token"),
            new("at-most", Dimension.Share, "20 %", "0 .. 100 %",
                "part of its holding that it sells at most in a day"),
            new("starts", Dimension.Time, "1 days", "1 .. 7200000 blocks",
                "time from the start to the first costs"),
        ],
        static self => new BusinessOwner(self));

    /// <inheritdoc/>
    public ulong Act(Turn turn)
    {
        if (turn.Block < _starts) return _starts - turn.Block;
        double free = _self.Purse.Free(turn.Chain).Rao;
        double reserve = _costs * 1e9;
        _unpaid += reserve;
        double paid = Math.Min(_unpaid, Math.Max(0, free - 10_000_000));
        _unpaid -= paid;
        turn.Pay(_self.Purse.Coldkey, Tao.FromRao((ulong)paid));
        turn.Receive(_self.Purse.Coldkey, Tao.FromRao((ulong)(_revenue * 1e9)));
        double left = free - paid + (_revenue * 1e9) - reserve;
        if (left < 0) Raise(turn, -left);
        else if (free - paid > reserve)
        {
            Tao spare = Tao.FromRao((ulong)((free - paid - reserve) * _buys));
            _self.Purse.Buy(turn, _self.Purse.Hotkey, _self.Subnet, spare);
        }

        return Day;
    }

    private void Raise(Turn turn, double wanted)
    {
        double held = _self.Purse.HoldingOf(turn.Chain, _self.Subnet).Rao;
        double price = turn.Market.PriceOf(_self.Subnet);
        if (held <= 0 || price <= 0) return;
        _self.Purse.Sell(turn, _self.Subnet, Math.Min(_most, wanted / price / held));
    }
}
