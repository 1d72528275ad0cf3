using Dtao.Lab.Networks;
using Dtao.Lab.Quantities;
using Dtao.Numerics;
using Dtao.Runtime.Staking;

namespace Dtao.Lab.Agents;

/// <summary>Moves stake from subnets that ran ahead of their average to those behind it.</summary>
/// <remarks>
/// Every pool trades against TAO alone, so there are no cycles to arbitrage; what can be compared
/// is the price with the chain's own moving average. It moves with one <c>swap_stake</c>, which
/// sells on one pool and buys on the other.
/// </remarks>
public sealed class Arbitrageur : IAgent
{
    private readonly Recruit _self;
    private readonly ulong _period;
    private readonly double _gap;
    private readonly double _reach;
    private readonly Hotkey _validator;

    private Arbitrageur(Recruit self)
    {
        _self = self;
        _period = self.Settings.DrawBlocks("period", self.Random);
        _gap = self.Settings.Draw("gap", self.Random);
        _reach = self.Settings.Draw("reach", self.Random);
        _validator = self.SomeValidator();
    }

    /// <summary>The kind.</summary>
    public static AgentKind Kind { get; } = new(
        "arbitrageur",
        "Moves stake by swap_stake from the subnet whose price is most above its moving price, of "
            + "those it holds, to the one most below, of those it looks at; buys that one with a "
            + "quarter of its free TAO when it is below and nothing it holds is far enough above.",
        Recruitment.ByCount,
        [
            new(AgentKind.Capital, Dimension.Tao, "50 .. 500 TAO", "0 .. 1000000 TAO",
                "TAO that it begins with"),
            new("period", Dimension.Time, "30 .. 240 minutes", "1 .. 72000 blocks",
                "time between two looks"),
            new("gap", Dimension.Share, "5 .. 20 %", "0 .. 1000 %",
                "how far the two ratios of price to moving price must be apart"),
            new("reach", Dimension.Share, "1 .. 3 %", "0 .. 50 %",
                "part of the pool that it moves at most at once"),
            new("looks", Dimension.Count, "8 subnets", "1 .. 128 subnets",
                "subnets that it compares at one look"),
        ],
        static self => new Arbitrageur(self));

    /// <inheritdoc/>
    public ulong Act(Turn turn)
    {
        SeededRandom random = _self.Random;
        NetUid? cheapest = null;
        double least = double.MaxValue;
        ulong looks = _self.Settings.DrawBlocks("looks", random);
        for (ulong look = 0; look < looks; look++)
        {
            NetUid subnet = _self.Subnets[(int)random.Below((ulong)_self.Subnets.Length)];
            double ratio = RatioOf(turn, subnet);
            if (ratio > 0 && ratio < least) (cheapest, least) = (subnet, ratio);
        }

        if (cheapest is { } target) Trade(turn, target, least);
        return (_period / 2) + random.Below(_period);
    }

    private void Trade(Turn turn, NetUid target, double least)
    {
        (NetUid Subnet, double Ratio)? dearest = null;
        foreach (NetUid subnet in _self.Subnets)
        {
            if (subnet == target || HeldOn(turn, subnet) == 0) continue;
            double ratio = RatioOf(turn, subnet);
            if (dearest is null || ratio > dearest.Value.Ratio) dearest = (subnet, ratio);
        }

        if (dearest is { } from && from.Ratio > least * (1 + _gap))
        {
            double most = turn.Chain.Pools.AlphaReserve(from.Subnet).Rao * _reach;
            ulong moved = (ulong)Math.Min(most, HeldOn(turn, from.Subnet));
            double worth = moved * turn.Market.PriceOf(from.Subnet);
            if (worth < StakeLedger.Minimum.Rao + (2 * StakeLedger.Fee.Rao)) return;
            turn.Submit(
                new SwapStake(_validator, from.Subnet, target, Alpha.FromRao(moved)),
                _self.Purse.Coldkey.Account);
        }
        else if (least * (1 + _gap) < 1)
        {
            _self.Purse.BuySlice(turn, _validator, target, 0.25, _reach);
        }
    }

    private ulong HeldOn(Turn turn, NetUid subnet) =>
        _self.Purse.StakeOn(turn.Chain, _validator, subnet).Rao;

    /// <summary>Price over moving price; 0 when either is nothing.</summary>
    private static double RatioOf(Turn turn, NetUid subnet)
    {
        double average = (double)(long)turn.Chain.Pools.MovingPriceOf(subnet).Value.Bits
            / (1L << I96F32.FractionBits);
        return average <= 0 ? 0 : turn.Market.PriceOf(subnet) / average;
    }
}
