using Dtao.Lab.Datasets;
using Dtao.Lab.Networks;
using Dtao.Lab.Quantities;
using Dtao.Numerics;

namespace Dtao.Lab.Agents;

/// <summary>Has an opinion of what each token is worth, and trades towards it.</summary>
/// <remarks>
/// The opinion is the subnet's anchor price (<see cref="AnchorPrices"/>) times an error of its
/// own; a subnet without an anchor is worth nothing to it.
/// </remarks>
public sealed class ValueTrader : IAgent
{
    private readonly Recruit _self;
    private readonly ulong _period;
    private readonly double _margin;
    private readonly double _reach;
    private readonly Hotkey _validator;
    private readonly double[] _opinions;

    private ValueTrader(Recruit self)
    {
        _self = self;
        _period = self.Settings.DrawBlocks("period", self.Random);
        _margin = self.Settings.Draw("margin", self.Random);
        _reach = self.Settings.Draw("reach", self.Random);
        _validator = self.SomeValidator();
        double level = self.Settings.Draw("level", self.Random);
        _opinions =
        [
            .. self.Subnets.Select(subnet =>
                AnchorPrices.Of(subnet) * level
                    * self.Settings.Draw("opinion", self.Random)),
        ];
    }

    /// <summary>The kind.</summary>
    public static AgentKind Kind { get; } = new(
        "value-trader",
        "Has an opinion of what each token is worth and trades towards it: buys below with at "
            + "most a quarter of its free TAO, sells what it holds above. The opinions scatter "
            + "around the anchor prices, which are calibrated on real prices.",
        Recruitment.ByCount,
        [
            new(AgentKind.Capital, Dimension.Tao, "100 .. 900 TAO", "0 .. 1000000 TAO",
                "TAO that it begins with"),
            new("period", Dimension.Time, "1 .. 4 hours", "1 .. 72000 blocks",
                "time between two looks"),
            new("margin", Dimension.Share, "2 .. 12 %", "0 .. 90 %",
                "how far a price must be off before it trades"),
            new("reach", Dimension.Share, "1 .. 4 %", "0 .. 50 %",
                "part of the pool that it trades at most at once"),
            new("level", Dimension.Factor, "1 x", "0.01 .. 100 x",
                "factor of all its opinions"),
            new("opinion", Dimension.Factor, "0.75 .. 1.3 x", "0.01 .. 100 x",
                "error of its opinion of one subnet"),
            new("looks", Dimension.Count, "4 subnets", "1 .. 128 subnets",
                "subnets that it considers at one look"),
        ],
        static self => new ValueTrader(self));

    /// <inheritdoc/>
    public ulong Act(Turn turn)
    {
        SeededRandom random = _self.Random;
        ulong looks = _self.Settings.DrawBlocks("looks", random);
        for (ulong look = 0; look < looks; look++)
        {
            int place = (int)random.Below((ulong)_opinions.Length);
            if (_opinions[place] > 0) Consider(turn, _self.Subnets[place], _opinions[place]);
        }

        return (_period / 2) + random.Below(_period);
    }

    private void Consider(Turn turn, NetUid subnet, double worth)
    {
        double price = turn.Market.PriceOf(subnet);
        if (price < worth * (1 - _margin))
        {
            double most = turn.Chain.Pools.TaoReserve(subnet).Rao * _reach;
            double free = _self.Purse.Free(turn.Chain).Rao * 0.25;
            Tao amount = Tao.FromRao((ulong)Math.Min(most, free));
            _self.Purse.Buy(turn, _validator, subnet, amount);
        }
        else if (price > worth * (1 + _margin))
        {
            double held = _self.Purse.HoldingOf(turn.Chain, subnet).Rao;
            if (held <= 0) return;
            double most = turn.Chain.Pools.AlphaReserve(subnet).Rao * _reach;
            _self.Purse.Sell(turn, subnet, Math.Min(1, most / held));
        }
    }
}
