using Dtao.Lab.Quantities;
using Dtao.Lab.Scoring;
using Dtao.Numerics;
using Dtao.Runtime.Registration;

namespace Dtao.Lab.Agents;

/// <summary>A newcomer who validates without work: copies the heaviest validator's weights.
/// </summary>
/// <remarks>It takes a slot, stakes behind it for a permit, and from then on copies.</remarks>
public sealed class WeightCopier : IAgent
{
    private const ulong Retry = 300;
    private readonly Recruit _self;
    private readonly NetUid _subnet;
    private readonly CopyProgram _program = new();

    private WeightCopier(Recruit self)
    {
        _self = self;
        _subnet = self.Subnet;
    }

    /// <summary>The kind.</summary>
    public static AgentKind Kind { get; } = new(
        "weight-copier",
        "Takes a slot on a subnet, stakes behind it until it has a permit, and copies the newest "
            + "weights of the validator with the most stake weight.",
        Recruitment.ByCount,
        [
            new(AgentKind.Capital, Dimension.Tao, "100 .. 1000 TAO", "0 .. 1000000 TAO",
                "TAO that it begins with"),
            new("stakes", Dimension.Share, "80 %", "0 .. 99 %",
                "part of its free TAO that it stakes at each look while it has no permit"),
            new("reach", Dimension.Share, "10 %", "0 .. 50 %",
                "part of the pool that it buys at most at once"),
        ],
        static self => new WeightCopier(self));

    /// <inheritdoc/>
    public ulong Act(Turn turn)
    {
        if (turn.Chain.Neurons.UidOf(_subnet, _self.Purse.Hotkey) is not { } uid)
        {
            if (!turn.Chain.Registration.IntervalIsFull(_subnet)
                && !turn.Chain.Registration.BlockIsFull(_subnet)
                && _self.Purse.Free(turn.Chain) > turn.Chain.Registration.Burn(_subnet))
            {
                turn.Submit(
                    new BurnedRegister(_subnet, _self.Purse.Hotkey),
                    _self.Purse.Coldkey.Account);
            }

            return Retry;
        }

        if (!turn.Chain.Neurons.ValidatorPermits(_subnet)[uid.Value])
        {
            double part = _self.Settings.Draw("stakes", _self.Random);
            double reach = _self.Settings.Draw("reach", _self.Random);
            _self.Purse.BuySlice(turn, _self.Purse.Hotkey, _subnet, part, reach);
            return Retry;
        }

        return ScoringValidator.SetRow(turn, _self, _program, _subnet, _self.Purse.Hotkey);
    }
}
