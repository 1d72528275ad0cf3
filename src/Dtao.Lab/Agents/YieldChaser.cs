using Dtao.Lab.Networks;
using Dtao.Lab.Quantities;
using Dtao.Numerics;
using Dtao.Runtime.Registration;

namespace Dtao.Lab.Agents;

/// <summary>Compares what holding pays on the subnets it has heard of: the Ponzi buyer.</summary>
/// <remarks>
/// Where a published program pays holders it also takes a slot, because only slots are paid. It
/// believes an announcement against holders only when the announcing validator has the majority.
/// </remarks>
public sealed class YieldChaser : IAgent
{
    private readonly Recruit _self;
    private readonly ulong _period;
    private readonly double _wanted;
    private readonly double _openness;
    private readonly double _patience;
    private readonly double _stop;
    private readonly Hotkey _validator;
    private NetUid? _holds;
    private double _best;
    private ulong _restsUntil;

    private YieldChaser(Recruit self)
    {
        _self = self;
        _period = self.Settings.DrawBlocks("period", self.Random);
        _wanted = self.Settings.Draw("wanted-yield", self.Random);
        _openness = self.Settings.Draw("openness", self.Random);
        _patience = self.Settings.Draw("patience", self.Random);
        _stop = self.Settings.Draw("stop", self.Random);
        _validator = self.SomeValidator();
    }

    /// <summary>The kind.</summary>
    public static AgentKind Kind { get; } = new(
        "yield-chaser",
        "Buys where holding pays most among the subnets it has heard of, takes a slot there when "
            + "holders are paid by slot, tells others, and leaves when the yield is gone, when a "
            + "validator with the majority says it will be gone, or when its stop is hit.",
        Recruitment.ByCount,
        [
            new(AgentKind.Capital, Dimension.Tao, "2 .. 12 TAO", "0 .. 1000000 TAO",
                "TAO that it begins with"),
            new("period", Dimension.Time, "20 .. 240 minutes", "1 .. 72000 blocks",
                "time between two looks"),
            new("wanted-yield", Dimension.Factor, "3 .. 12 x", "0 .. 10000 x",
                "yield it wants, as a multiple of what staking pays on the middle subnet"),
            new("openness", Dimension.Share, "0.2 .. 1 %", "0 .. 100 %",
                "chance at one look to hear of a subnet with one unit of talk"),
            new("patience", Dimension.Share, "40 .. 70 %", "0 .. 100 %",
                "part of the wanted yield at which it leaves"),
            new("stop", Dimension.Share, "35 .. 65 %", "1 .. 100 %",
                "fall from the best price since it holds at which it leaves"),
            new("slice", Dimension.Share, "20 .. 60 %", "1 .. 100 %",
                "part of its free TAO in one purchase"),
            new("reach", Dimension.Share, "1 .. 4 %", "0 .. 50 %",
                "part of the pool that it buys at most at once"),
            new("dread", Dimension.Share, "30 .. 60 %", "0 .. 100 %",
                "fall from the day's highest price that keeps it from entering"),
            new("word", Dimension.Factor, "0.05 x", "0 .. 100 x",
                "talk that it adds at each look while it holds"),
            new("rest", Dimension.Time, "2 .. 8 days", "1 .. 720000 blocks",
                "time before it looks for a yield again after it left"),
        ],
        static self => new YieldChaser(self));

    /// <inheritdoc/>
    public ulong Act(Turn turn)
    {
        if (_holds is { } subnet) Watch(turn, subnet);
        else if (turn.Block >= _restsUntil) Search(turn);
        return (_period / 2) + _self.Random.Below(_period);
    }

    private double Wanted(Turn turn) => _wanted * turn.Market.MiddleStakerYield;

    private void Search(Turn turn)
    {
        SeededRandom random = _self.Random;
        NetUid subnet = turn.Market.Subnets[turn.Market.Talk.Draw(random)];
        double talk = turn.Market.Talk[turn.Market.PlaceOf(subnet)];
        double chance = Math.Min(1, talk * _openness);
        if ((random.Next() >> 11) >= (ulong)(chance * (1UL << 53))) return;
        if (turn.Market.BestYield(subnet) < Wanted(turn) || IsDoomed(turn, subnet)) return;
        double dread = _self.Settings.Draw("dread", random);
        if (turn.Market.FallFromDayHigh(subnet) > dread) return;
        _holds = subnet;
        _best = turn.Market.PriceOf(subnet);
        Add(turn, subnet);
    }

    private void Watch(Turn turn, NetUid subnet)
    {
        double price = turn.Market.PriceOf(subnet);
        _best = Math.Max(_best, price);
        bool isPoor = turn.Market.BestYield(subnet) < Wanted(turn) * _patience;
        if (isPoor || price < _best * (1 - _stop) || IsDoomed(turn, subnet))
        {
            Leave(turn, subnet);
            return;
        }

        turn.Market.Talk.Add(
            turn.Market.PlaceOf(subnet), _self.Settings.Draw("word", _self.Random));
        if (turn.Market.BestYield(subnet) >= Wanted(turn)) Add(turn, subnet);
    }

    private void Add(Turn turn, NetUid subnet)
    {
        Tao free = _self.Purse.Free(turn.Chain);
        if (turn.Market.HolderYield(subnet) > 0
            && turn.Chain.Neurons.UidOf(subnet, _self.Purse.Hotkey) is null)
        {
            if (free > turn.Chain.Registration.Burn(subnet) && !IsFull(turn, subnet))
            {
                turn.Submit(
                    new BurnedRegister(subnet, _self.Purse.Hotkey), _self.Purse.Coldkey.Account);
            }

            return;
        }

        double slice = _self.Settings.Draw("slice", _self.Random);
        Hotkey behind = turn.Market.HolderYield(subnet) > 0 ? _self.Purse.Hotkey : _validator;
        double reach = _self.Settings.Draw("reach", _self.Random);
        _self.Purse.BuySlice(turn, behind, subnet, slice, reach);
    }

    private static bool IsFull(Turn turn, NetUid subnet) =>
        turn.Chain.Registration.IntervalIsFull(subnet)
            || turn.Chain.Registration.BlockIsFull(subnet);

    private void Leave(Turn turn, NetUid subnet)
    {
        if (_self.Purse.Sell(turn, subnet, 1)) return;
        _holds = null;
        _restsUntil = turn.Block + _self.Settings.DrawBlocks("rest", _self.Random);
    }

    /// <summary>A validator with the majority says that holders will not be paid.</summary>
    private static bool IsDoomed(Turn turn, NetUid subnet)
    {
        if (turn.Market.NoticeOf(subnet) is not { } notice) return false;
        if (notice.Program.StartsWith("holdings", StringComparison.Ordinal)) return false;
        return turn.Market.WeightShareOf(subnet, notice.Hotkey) > 0.5;
    }
}
