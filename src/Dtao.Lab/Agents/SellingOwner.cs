using Dtao.Lab.Quantities;
using Dtao.Numerics;

namespace Dtao.Lab.Agents;

/// <summary>A subnet's owner who pays running costs out of the owner's cut.</summary>
public sealed class SellingOwner : IAgent
{
    private const ulong Day = 7_200;
    private readonly NetUid _subnet;
    private readonly Purse _purse;
    private readonly double _costs;
    private readonly double _cap;

    private SellingOwner(Recruit self)
    {
        _subnet = self.Subnet;
        _purse = self.Purse;
        _costs = self.Settings.Draw("costs", self.Random);
        _cap = self.Settings.Draw("at-most", self.Random);
    }

    /// <summary>The kind.</summary>
    public static AgentKind Kind { get; } = new(
        "selling-owner",
        "Owner of a subnet who once a day sells as much of its own token as its costs need.",
        Recruitment.PerSubnet,
        [
            new("costs", Dimension.TaoPerDay, "2 .. 20 TAO/day", "0 .. 100000 TAO/day",
                "what it must raise by selling"),
            new("at-most", Dimension.Share, "5 .. 15 %", "0 .. 100 %",
                "part of its holding that it sells at most in a day"),
        ],
        static self => new SellingOwner(self));

    /// <inheritdoc/>
    public ulong Act(Turn turn)
    {
        double held = _purse.HoldingOf(turn.Chain, _subnet).Rao;
        double price = turn.Market.PriceOf(_subnet);
        if (held > 0 && price > 0)
        {
            double wanted = _costs * 1e9 / price / held;
            _purse.Sell(turn, _subnet, Math.Min(_cap, wanted));
        }

        return Day;
    }
}
