using Dtao.Lab.Quantities;
using Dtao.Lab.Scoring;
using Dtao.Numerics;
using Dtao.Runtime.Delegation;

namespace Dtao.Lab.Agents;

/// <summary>The foundation: a root validator that turns its stake against one subnet's rule.
/// </summary>
/// <remarks>
/// When the subnet ranks high enough, or did lately, it asks its allies to delegate (child keys),
/// announces its program and sets weights by it. Whether that decides anything is up to Yuma
/// consensus.
/// </remarks>
public sealed class Intervenor : IAgent
{
    private readonly Recruit _self;
    private readonly NetUid _subnet;
    private readonly IScoringProgram _program;
    private readonly ulong _earliest;
    private readonly ulong _rank;
    private readonly ulong _remembers;
    private readonly ulong _notice;
    private readonly int _allies;
    private ulong? _decided;
    private ulong? _seen;
    private bool _isAnnounced;

    private Intervenor(Recruit self)
    {
        _self = self;
        _subnet = self.Subnet;
        string name = self.Words["program"];
        _program = ScoringPrograms.Find(name)
            ?? throw new FormatException($"no scoring program '{name}'");
        _earliest = self.Chain.Block.Value + self.Settings.DrawBlocks("earliest", self.Random);
        _rank = self.Settings.DrawBlocks("rank", self.Random);
        _notice = self.Settings.DrawBlocks("notice", self.Random);
        _allies = (int)self.Settings.Draw("allies", self.Random);
        _remembers = self.Settings.DrawBlocks("remembers", self.Random);
    }

    /// <summary>The kind.</summary>
    public static AgentKind Kind { get; } = new(
        "intervenor",
        "The largest root validator. When the subnet ranks high enough, or did lately, its allies "
            + "delegate their stake there to it by child keys; it announces a program of its own "
            + "and sets weights by it.",
        Recruitment.LargestValidator,
        [
            new("earliest", Dimension.Time, "11.7 days", "1 .. 7200000 blocks",
                "time from the start before which it does not act"),
            new("rank", Dimension.Count, "7 subnets", "1 .. 128 subnets",
                "rank by price that makes it act"),
            new("remembers", Dimension.Time, "2 days", "1 .. 720000 blocks",
                "time in which that rank must have been seen"),
            new("notice", Dimension.Time, "480 blocks", "1 .. 72000 blocks",
                "time from the decision to the announcement"),
            new("allies", Dimension.Count, "2 validators", "0 .. 63 validators",
                "validators after it, by root stake, that delegate to it"),
        ],
        static self => new Intervenor(self))
    {
        RunsProgram = true,
    };

    /// <summary>Block of the decision; null until then.</summary>
    public ulong? Decided => _decided;

    /// <inheritdoc/>
    public ulong Act(Turn turn)
    {
        if (_decided is not { } decided) return Watch(turn);

        if (turn.Block < decided + _notice) return decided + _notice - turn.Block;
        Hotkey own = _self.Validators[0].Hotkey;
        if (!_isAnnounced)
        {
            _isAnnounced = true;
            turn.Market.Announce(new(_subnet, _program.Name, own, turn.Block));
        }

        return ScoringValidator.SetRow(turn, _self, _program, _subnet, own);
    }

    private ulong Watch(Turn turn)
    {
        if (turn.Block + _remembers < _earliest) return _earliest - _remembers - turn.Block;
        if ((ulong)turn.Market.RankOf(_subnet) <= _rank) _seen = turn.Block;
        if (turn.Block < _earliest)
        {
            return Math.Min(Markets.Market.Step, _earliest - turn.Block);
        }

        if (_seen + _remembers >= turn.Block) Decide(turn);
        return Markets.Market.Step;
    }

    private void Decide(Turn turn)
    {
        _decided = turn.Block;
        Hotkey own = _self.Validators[0].Hotkey;
        for (int ally = 1; ally <= _allies && ally < _self.Validators.Count; ally++)
        {
            SetChildren call = new(
                _self.Validators[ally].Hotkey, _subnet, [new(ulong.MaxValue, own)]);
            turn.Submit(call, _self.Validators[ally].Coldkey.Account);
        }
    }
}
