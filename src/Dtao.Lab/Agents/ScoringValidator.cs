using System.Globalization;
using Dtao.Lab.Markets;
using Dtao.Lab.Quantities;
using Dtao.Lab.Scoring;
using Dtao.Numerics;
using Dtao.Runtime.Weights;

namespace Dtao.Lab.Agents;

/// <summary>A validator on one subnet that runs the program which the subnet's owner publishes.
/// </summary>
public sealed class ScoringValidator : IAgent
{
    private const ulong Day = 7_200;
    private readonly Recruit _self;
    private readonly NetUid _subnet;
    private readonly Hotkey _hotkey;
    private readonly IScoringProgram _first;
    private readonly ulong _delay;
    private readonly bool _bows;

    private ScoringValidator(Recruit self)
    {
        _self = self;
        _subnet = self.Subnets[self.Number / self.Validators.Count % self.Subnets.Length];
        _hotkey = self.Purse.Hotkey;
        _first = ScoringPrograms.Find(self.Words["program"])
            ?? throw new FormatException($"no scoring program '{self.Words["program"]}'");
        _delay = self.Settings.DrawBlocks("delay", self.Random);
        _bows = self.Settings.Draw("bows", self.Random)
            > (self.Random.Next() >> 11) / (double)(1UL << 53);
    }

    /// <summary>The kind.</summary>
    public static AgentKind Kind { get; } = new(
        "scoring-validator",
        "A validator that runs the program which the owner of the subnet publishes, and its "
            + "first program until then; some change to the program of whoever has the majority.",
        Recruitment.PerValidator,
        [
            new("delay", Dimension.Time, "100 .. 1000 blocks", "1 .. 72000 blocks",
                "time until it runs a newly published program"),
            new("bows", Dimension.Share, "0 %", "0 .. 100 %",
                "chance that it is one of those who change to the program of a majority"),
        ],
        static self => new ScoringValidator(self))
    {
        RunsProgram = true,
    };

    /// <inheritdoc/>
    public ulong Act(Turn turn)
    {
        if (HasItsOwn(turn)) return Day;
        IScoringProgram program = ProgramOf(turn);
        return SetRow(turn, _self, program, _subnet, _hotkey);
    }

    /// <summary>Sets a validator's weights when its program wants to.</summary>
    /// <returns>Blocks until it should look again.</returns>
    internal static ulong SetRow(
        Turn turn, Recruit self, IScoringProgram program, NetUid subnet, Hotkey hotkey)
    {
        if (turn.Chain.Neurons.UidOf(subnet, hotkey) is not { } uid) return 7_200;
        if (!turn.Chain.Neurons.ValidatorPermits(subnet)[uid.Value]) return 360;
        ulong since = turn.Block - turn.Chain.Neurons.LastUpdate(subnet)[uid.Value];
        SubnetView view = new(turn.Chain, turn.Market, subnet);
        ulong wait = program.Wait(view, since);
        ulong limit = turn.Chain.Weights.RateLimit(subnet);
        if (wait == 0 && since < limit) wait = limit - since;
        if (wait > 0) return wait;

        double[] scores = new double[view.Count];
        program.Score(view, self.Random, scores);
        Check(program, subnet, scores);
        if (RowOf(scores) is { } row)
        {
            turn.Submit(
                new SetWeights(subnet, row.Uids, row.Values, VersionKey: 0), hotkey.Account);
        }

        return 1;
    }

    /// <summary>Of scores below zero, or of no number, nobody can make weights.</summary>
    private static void Check(IScoringProgram program, NetUid subnet, double[] scores)
    {
        int wrong = Array.FindIndex(
            scores, static score => !(score >= 0) || double.IsInfinity(score));
        if (wrong < 0) return;
        throw new InvalidOperationException(string.Create(
            CultureInfo.InvariantCulture,
            $"the program '{program.Name}' gives slot {wrong} of subnet {subnet} the score "
            + $"{scores[wrong]}; scores are numbers from 0 on"));
    }

    /// <summary>Weights in proportion to scores; null when all are nothing.</summary>
    internal static (ushort[] Uids, ushort[] Values)? RowOf(double[] scores)
    {
        double most = scores.Max();
        if (most <= 0) return null;
        List<ushort> uids = [];
        List<ushort> values = [];
        for (int uid = 0; uid < scores.Length; uid++)
        {
            ushort value = (ushort)((scores[uid] / most * ushort.MaxValue) + 0.5);
            if (value == 0) continue;
            uids.Add((ushort)uid);
            values.Add(value);
        }

        return ([.. uids], [.. values]);
    }

    /// <summary>The validator has announced a program of its own, and somebody runs it.</summary>
    private bool HasItsOwn(Turn turn) => turn.Market.Notices.Any(notice =>
        notice.Subnet == _subnet && notice.Hotkey == _hotkey);

    private IScoringProgram ProgramOf(Turn turn)
    {
        Hotkey owner = turn.Chain.Subnets.OwnerHotkey(_subnet);
        for (int index = turn.Market.Notices.Count - 1; index >= 0; index--)
        {
            Notice notice = turn.Market.Notices[index];
            if (notice.Subnet != _subnet || notice.Block + _delay > turn.Block) continue;
            bool isMajority = _bows && turn.Market.WeightShareOf(_subnet, notice.Hotkey) > 0.5;
            if (notice.Hotkey != owner && !isMajority) continue;
            return ScoringPrograms.Find(notice.Program) ?? _first;
        }

        return _first;
    }
}
