using Dtao.Lab.Agents;
using Dtao.Lab.Quantities;
using Dtao.Numerics;

namespace Dtao.Lab.Tests.Samples;

/// <summary>Buys a little of one subnet at each look, whatever the price.</summary>
public sealed class PatientBuyer : IAgent
{
    private readonly Recruit _self;
    private readonly ulong _period;

    private PatientBuyer(Recruit self)
    {
        _self = self;
        _period = self.Settings.DrawBlocks("period", self.Random);
    }

    /// <summary>The kind: its name, help, settings with units, and how one is made.</summary>
    public static AgentKind Kind { get; } = new(
        "patient-buyer",
        "Buys a little of one subnet at each look, whatever the price.",
        Recruitment.ByCount,
        [
            new(AgentKind.Capital, Dimension.Tao, "10 TAO", "0 .. 1000000 TAO",
                "TAO that it begins with"),
            new("period", Dimension.Time, "1 .. 2 hours", "1 .. 72000 blocks",
                "time between two looks"),
            new("part", Dimension.Share, "5 %", "0 .. 100 %",
                "part of its free TAO that one purchase takes"),
        ],
        static self => new PatientBuyer(self));

    /// <inheritdoc/>
    public ulong Act(Turn turn)
    {
        NetUid subnet = _self.Subnets[0];
        double part = _self.Settings.Draw("part", _self.Random);
        _self.Purse.BuySlice(turn, _self.SomeValidator(), subnet, part, reach: 0.02);
        return _period;
    }
}
