using Dtao.Lab.Networks;
using Dtao.Lab.Quantities;
using Dtao.Numerics;

namespace Dtao.Lab.Agents;

/// <summary>Buys what rises and is talked about, and runs when it falls.</summary>
public sealed class MomentumTrader : IAgent
{
    private readonly Recruit _self;
    private readonly ulong _period;
    private readonly ulong _lookback;
    private readonly double _entry;
    private readonly double _stop;
    private readonly ulong _tires;
    private readonly Hotkey _validator;
    private NetUid? _holds;
    private double _best;
    private ulong _bestAt;

    private MomentumTrader(Recruit self)
    {
        _self = self;
        _period = self.Settings.DrawBlocks("period", self.Random);
        _lookback = self.Settings.DrawBlocks("lookback", self.Random);
        _entry = self.Settings.Draw("entry", self.Random);
        _stop = self.Settings.Draw("stop", self.Random);
        _tires = self.Settings.DrawBlocks("tires", self.Random);
        _validator = self.SomeValidator();
    }

    /// <summary>The kind.</summary>
    public static AgentKind Kind { get; } = new(
        "momentum-trader",
        "Looks at a subnet that is talked about, buys when its price has risen enough and has not "
            + "just crashed, tells others, and sells everything once the price has fallen from "
            + "its best or has made no new best for too long.",
        Recruitment.ByCount,
        [
            new(AgentKind.Capital, Dimension.Tao, "3 .. 20 TAO", "0 .. 1000000 TAO",
                "TAO that it begins with"),
            new("period", Dimension.Time, "10 .. 120 minutes", "1 .. 72000 blocks",
                "time between two looks"),
            new("lookback", Dimension.Time, "1 .. 12 hours", "25 .. 14400 blocks",
                "time over which it measures the rise"),
            new("entry", Dimension.Share, "8 .. 40 %", "0 .. 1000 %",
                "rise that makes it buy"),
            new("stop", Dimension.Share, "15 .. 40 %", "1 .. 100 %",
                "fall from the best price that makes it sell"),
            new("tires", Dimension.Time, "8 .. 48 hours", "1 .. 720000 blocks",
                "time without a new best price after which it sells"),
            new("dread", Dimension.Share, "20 .. 40 %", "0 .. 100 %",
                "fall from the day's highest price that keeps it from buying"),
            new("slice", Dimension.Share, "25 .. 70 %", "1 .. 100 %",
                "part of its free TAO in one purchase"),
            new("reach", Dimension.Share, "1 .. 4 %", "0 .. 50 %",
                "part of the pool that it buys at most at once"),
            new("word", Dimension.Factor, "0.1 x", "0 .. 100 x",
                "talk that it adds at each look at which the price has risen enough"),
        ],
        static self => new MomentumTrader(self));

    /// <inheritdoc/>
    public ulong Act(Turn turn)
    {
        NetUid subnet = _holds ?? turn.Market.Subnets[turn.Market.Talk.Draw(_self.Random)];
        double price = turn.Market.PriceOf(subnet);
        double gain = turn.Market.ReturnOver(subnet, _lookback);
        if (_holds is null)
        {
            if (gain > _entry && !Dreads(turn, subnet)) Enter(turn, subnet, price);
        }
        else
        {
            if (price > _best) (_best, _bestAt) = (price, turn.Block);
            bool isTired = turn.Block - _bestAt > _tires;
            if (isTired || price < _best * (1 - _stop)) Leave(turn, subnet);
            else if (gain > _entry) Ride(turn, subnet);
        }

        return (_period / 2) + _self.Random.Below(_period);
    }

    private void Enter(Turn turn, NetUid subnet, double price)
    {
        (_holds, _best, _bestAt) = (subnet, price, turn.Block);
        Ride(turn, subnet);
    }

    private bool Dreads(Turn turn, NetUid subnet) =>
        turn.Market.FallFromDayHigh(subnet) > _self.Settings.Draw("dread", _self.Random);

    private void Ride(Turn turn, NetUid subnet)
    {
        SeededRandom random = _self.Random;
        turn.Market.Talk.Add(
            turn.Market.PlaceOf(subnet), _self.Settings.Draw("word", random));
        double slice = _self.Settings.Draw("slice", random);
        double reach = _self.Settings.Draw("reach", random);
        _self.Purse.BuySlice(turn, _validator, subnet, slice, reach);
    }

    private void Leave(Turn turn, NetUid subnet)
    {
        if (!_self.Purse.Sell(turn, subnet, 1)) _holds = null;
    }
}
