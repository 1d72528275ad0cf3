using Dtao.Lab.Quantities;
using Dtao.Numerics;

namespace Dtao.Lab.Agents;

/// <summary>Pumps one subnet's price to draw TAO emission there, then takes its money back.
/// </summary>
/// <remarks>
/// A flash pump holds for one block, a sustained one for days; while it holds it buys again
/// whenever the price has fallen below its goal. What it tied up, lost or gained stands in the
/// accounts of its group.
/// </remarks>
public sealed class Attacker : IAgent
{
    private readonly Recruit _self;
    private readonly NetUid _subnet;
    private readonly ulong _starts;
    private readonly ulong _holds;
    private readonly ulong _period;
    private readonly double _multiple;
    private readonly double _exits;
    private double _goal;
    private int _exited;

    private Attacker(Recruit self)
    {
        _self = self;
        _subnet = self.Subnet;
        _starts = self.Chain.Block.Value + self.Settings.DrawBlocks("starts", self.Random);
        _holds = self.Settings.DrawBlocks("holds", self.Random);
        _period = self.Settings.DrawBlocks("period", self.Random);
        _multiple = self.Settings.Draw("multiple", self.Random);
        _exits = Math.Max(1, self.Settings.Draw("exits", self.Random));
    }

    /// <summary>The kind.</summary>
    public static AgentKind Kind { get; } = new(
        "attacker",
        "Buys one subnet's token until its price is a multiple of what it was, keeps it there for "
            + "a time by buying again, then sells everything.",
        Recruitment.ByCount,
        [
            new(AgentKind.Capital, Dimension.Tao, "5000 TAO", "0 .. 5000000 TAO",
                "its budget"),
            new("starts", Dimension.Time, "2 days", "1 .. 7200000 blocks",
                "time from the start to the attack"),
            new("multiple", Dimension.Factor, "3 x", "1 .. 10000 x",
                "price it goes for, as a multiple of the price when it starts"),
            new("holds", Dimension.Time, "1 blocks", "1 .. 7200000 blocks",
                "how long it keeps the price there; one block is a flash pump"),
            new("period", Dimension.Time, "30 minutes", "1 .. 72000 blocks",
                "time between two purchases while it holds, and between two sales"),
            new("exits", Dimension.Factor, "1 x", "1 .. 1000 x",
                "number of sales by which it leaves"),
        ],
        static self => new Attacker(self));

    /// <inheritdoc/>
    public ulong Act(Turn turn)
    {
        if (turn.Block < _starts) return _starts - turn.Block;
        if (_goal == 0) _goal = turn.Market.PriceOf(_subnet) * _multiple;
        ulong end = _starts + _holds;
        if (turn.Block < end)
        {
            Push(turn);
            return Math.Min(_period, end - turn.Block);
        }

        _exited++;
        double left = _exits - _exited;
        bool sold = _self.Purse.Sell(turn, _subnet, left < 1 ? 1 : 1 / (left + 1));
        return left < 1 && !sold ? ulong.MaxValue : _period;
    }

    /// <summary>Buys what moves the price to the goal: TAO times the root of the ratio.</summary>
    private void Push(Turn turn)
    {
        double price = turn.Market.PriceOf(_subnet);
        if (price <= 0 || price >= _goal) return;
        double pool = turn.Chain.Pools.TaoReserve(_subnet).Rao;
        double needed = pool * (Math.Sqrt(_goal / price) - 1);
        double free = _self.Purse.Free(turn.Chain).Rao * 0.999;
        Tao amount = Tao.FromRao((ulong)Math.Min(needed, free));
        _self.Purse.Buy(turn, _self.SomeValidator(), _subnet, amount);
    }
}
