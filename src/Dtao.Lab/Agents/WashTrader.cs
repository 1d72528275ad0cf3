using Dtao.Lab.Quantities;
using Dtao.Numerics;
using Dtao.Runtime.Registration;

namespace Dtao.Lab.Agents;

/// <summary>Sells and buys back in turns, to be paid for selling by the counter rule.</summary>
public sealed class WashTrader : IAgent
{
    private const ulong Retry = 300;
    private readonly Recruit _self;
    private readonly NetUid _subnet;
    private readonly ulong _starts;
    private readonly double _cycles;
    private readonly double _stakes;
    private readonly double _reach;
    private bool _hasBought;

    private WashTrader(Recruit self)
    {
        _self = self;
        _subnet = self.Subnet;
        _starts = self.Chain.Block.Value + self.Settings.DrawBlocks("starts", self.Random);
        _cycles = self.Settings.Draw("cycles", self.Random);
        _stakes = self.Settings.Draw("stakes", self.Random);
        _reach = self.Settings.Draw("reach", self.Random);
    }

    /// <summary>The kind.</summary>
    public static AgentKind Kind { get; } = new(
        "wash-trader",
        "Takes a slot on a subnet that pays for selling, buys its token, and then sells all and "
            + "buys back again and again within each tempo.",
        Recruitment.ByCount,
        [
            new(AgentKind.Capital, Dimension.Tao, "20 .. 60 TAO", "0 .. 1000000 TAO",
                "TAO that it begins with"),
            new("cycles", Dimension.Factor, "2 x", "0.01 .. 100 x",
                "rounds of selling and buying back in one tempo"),
            new("stakes", Dimension.Share, "90 %", "0 .. 99 %",
                "part of its free TAO that buys"),
            new("reach", Dimension.Share, "5 %", "0 .. 50 %",
                "part of the pool that it buys at most at once"),
            new("buys-back", Dimension.Share, "100 %", "0 .. 100 %",
                "chance that it buys back after a sale; at 0 % it buys once and then only sells"),
            new("starts", Dimension.Time, "1 days", "1 .. 7200000 blocks",
                "time from the start to its registration"),
        ],
        static self => new WashTrader(self));

    /// <inheritdoc/>
    public ulong Act(Turn turn)
    {
        if (turn.Block < _starts) return _starts - turn.Block;
        if (turn.Chain.Neurons.UidOf(_subnet, _self.Purse.Hotkey) is null)
        {
            Register(turn);
            return Retry;
        }

        double tempo = turn.Chain.Subnets.Tempo(_subnet) + 1;
        ulong half = Math.Max(1, (ulong)(tempo / (2 * _cycles)));
        if (!_self.Purse.Sell(turn, _subnet, 1) && BuysNow())
        {
            _self.Purse.BuySlice(turn, _self.Purse.Hotkey, _subnet, _stakes, _reach);
        }

        return half;
    }

    private bool BuysNow()
    {
        double chance = _hasBought ? _self.Settings.Draw("buys-back", _self.Random) : 1;
        _hasBought = true;
        return (_self.Random.Next() >> 11) < (ulong)(chance * (1UL << 53));
    }

    private void Register(Turn turn)
    {
        if (turn.Chain.Registration.IntervalIsFull(_subnet)
            || turn.Chain.Registration.BlockIsFull(_subnet)
            || _self.Purse.Free(turn.Chain) <= turn.Chain.Registration.Burn(_subnet))
        {
            return;
        }

        turn.Submit(
            new BurnedRegister(_subnet, _self.Purse.Hotkey), _self.Purse.Coldkey.Account);
    }
}
