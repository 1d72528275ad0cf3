using Dtao.Lab.Networks;
using Dtao.Lab.Quantities;
using Dtao.Numerics;

namespace Dtao.Lab.Agents;

/// <summary>Buys and sells without a reason.</summary>
public sealed class NoiseTrader : IAgent
{
    private readonly Recruit _self;
    private readonly ulong _period;
    private readonly Hotkey _validator;

    private NoiseTrader(Recruit self)
    {
        _self = self;
        _period = self.Settings.DrawBlocks("period", self.Random);
        _validator = self.SomeValidator();
    }

    /// <summary>The kind.</summary>
    public static AgentKind Kind { get; } = new(
        "noise-trader",
        "Buys or sells a little of a subnet picked at random, without a reason.",
        Recruitment.ByCount,
        [
            new(AgentKind.Capital, Dimension.Tao, "5 .. 50 TAO", "0 .. 1000000 TAO",
                "TAO that it begins with"),
            new("period", Dimension.Time, "1 .. 6 hours", "1 .. 72000 blocks",
                "time between two trades"),
            new("size", Dimension.Share, "1 .. 10 %", "0 .. 100 %",
                "part of the free TAO that a purchase takes; a sale takes five times that part of "
                    + "what it holds"),
        ],
        static self => new NoiseTrader(self));

    /// <inheritdoc/>
    public ulong Act(Turn turn)
    {
        SeededRandom random = _self.Random;
        NetUid subnet = _self.Subnets[(int)random.Below((ulong)_self.Subnets.Length)];
        double size = _self.Settings.Draw("size", random);
        if (random.Below(2) == 0)
        {
            ulong free = _self.Purse.Free(turn.Chain).Rao;
            _self.Purse.Buy(turn, _validator, subnet, Tao.FromRao((ulong)(free * size)));
        }
        else
        {
            _self.Purse.Sell(turn, subnet, Math.Min(1, size * 5));
        }

        return (_period / 2) + random.Below(_period);
    }
}
