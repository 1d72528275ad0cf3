using Dtao.Lab.Quantities;
using Dtao.Lab.Scoring;
using Dtao.Numerics;

namespace Dtao.Lab.Agents;

/// <summary>The attacker who took over a subnet: publishes its program, promotes it, validates.
/// </summary>
public sealed class SubnetOperator : IAgent
{
    private readonly Recruit _self;
    private readonly NetUid _subnet;
    private readonly IScoringProgram _program;
    private readonly ulong _opens;
    private readonly ulong _promotes;
    private bool _isOpen;
    private ulong _nextPromotion;
    private Tao _left;

    private SubnetOperator(Recruit self)
    {
        _self = self;
        _subnet = self.Subnet;
        string name = self.Words["program"];
        _program = ScoringPrograms.Find(name)
            ?? throw new FormatException($"no scoring program '{name}'");
        _opens = self.Chain.Block.Value + self.Settings.DrawBlocks("opens", self.Random);
        _promotes = self.Settings.DrawBlocks("promotes", self.Random);
        _left = self.Settings.DrawTao("budget", self.Random);
    }

    /// <summary>The kind.</summary>
    public static AgentKind Kind { get; } = new(
        "subnet-operator",
        "Owner of a subnet who publishes a scoring program, runs a validator with it, talks about "
            + "the subnet and buys its token with a budget.",
        Recruitment.PerSubnet,
        [
            new(AgentKind.Capital, Dimension.Tao, "60 TAO", "0 .. 1000000 TAO",
                "TAO that it begins with"),
            new("opens", Dimension.Time, "0.88 days", "1 .. 7200000 blocks",
                "time from the start until it publishes the program"),
            new("promotes", Dimension.Time, "1 days", "1 .. 72000 blocks",
                "time between two rounds of promotion"),
            new("promotion", Dimension.Factor, "2 x", "0 .. 100 x",
                "talk that one round of promotion adds"),
            new("budget", Dimension.Tao, "50 TAO", "0 .. 1000000 TAO",
                "what it spends in all on its own token"),
            new("daily", Dimension.Share, "10 %", "0 .. 100 %",
                "part of the budget's rest that one round spends"),
        ],
        static self => new SubnetOperator(self))
    {
        RunsProgram = true,
    };

    /// <inheritdoc/>
    public ulong Act(Turn turn)
    {
        if (turn.Block < _opens) return _opens - turn.Block;
        if (!_isOpen)
        {
            _isOpen = true;
            turn.Market.Announce(new(
                _subnet, _program.Name, turn.Chain.Subnets.OwnerHotkey(_subnet), turn.Block));
            _nextPromotion = turn.Block;
        }

        if (turn.Block >= _nextPromotion) Promote(turn);
        return Math.Min(100, ScoringValidator.SetRow(
            turn, _self, _program, _subnet, turn.Chain.Subnets.OwnerHotkey(_subnet)));
    }

    private void Promote(Turn turn)
    {
        _nextPromotion = turn.Block + _promotes;
        turn.Market.Talk.Add(
            turn.Market.PlaceOf(_subnet), _self.Settings.Draw("promotion", _self.Random));
        double part = _left.Rao * _self.Settings.Draw("daily", _self.Random);
        Tao spent = Tao.FromRao((ulong)part);
        Hotkey own = turn.Chain.Subnets.OwnerHotkey(_subnet);
        if (_self.Purse.Buy(turn, own, _subnet, spent)) _left = _left.SaturatingSubtract(spent);
    }
}
