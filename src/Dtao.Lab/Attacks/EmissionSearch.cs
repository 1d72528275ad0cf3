using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Dtao.Lab.Attacks;

/// <summary>Searches the strategies for the one that needs the least capital.</summary>
/// <remarks>
/// Strategies that begin near the end are cheap to run, and each gets the least amount that
/// reaches the goal. Those that begin long before are played with the capital of the best of
/// them: what fails would need more, and that is all that matters. At last what is near the
/// best is played in rounds in the same way, with steps that get smaller. What is played in a
/// round is known before it begins: the number of threads changes nothing.
/// </remarks>
internal sealed class EmissionSearch
{
    private const int MostRounds = 8;
    private const ulong WindowsNear = 20;
    private const ulong UsualTrialsLengthy = 2;
    private const decimal Clearly = 0.995m;

    private readonly AttackPlan _plan;
    private readonly QuietNetwork _quiet;
    private readonly AttackWork _work;
    private readonly CancellationToken _cancellation;
    private readonly StrategySpace _space;
    private readonly List<Found> _found = [];
    private readonly HashSet<string> _played = [];
    private readonly AttackWork.Part _near;
    private Found? _refined;
    private int _trials;
    private bool _isCutShort;

    private EmissionSearch(
        AttackPlan plan, QuietNetwork quiet, StrategySpace space, AttackWork work,
        CancellationToken cancellation)
    {
        _plan = plan;
        _quiet = quiet;
        _space = space;
        _work = work;
        _cancellation = cancellation;
        _near = work.Expect(WindowsNear * plan.Window);
    }

    private IEnumerable<Found> All => _refined is null ? _found : _found.Append(_refined);

    private Found? Best => All
        .Where(one => Reaches(one.Trial))
        .MinBy(static one => one.Trial.Cost.Locked);

    /// <summary>What the best ties up, or the whole budget as long as nothing reaches the goal.
    /// Unit: rao.</summary>
    private decimal Capital => Math.Min(
        Best?.Trial.Cost.Locked ?? _plan.Budget.Rao, _plan.Budget.Rao);

    /// <summary>Runs the search.</summary>
    /// <param name="plan">What is asked.</param>
    /// <param name="report">Hears how far it has come; the total is an estimate.</param>
    /// <param name="cancellation">Stops between two blocks.</param>
    public static AttackResult Run(
        AttackPlan plan, Action<Runs.RunProgress>? report, CancellationToken cancellation)
    {
        StrategySpace space = new(plan.Horizon.Blocks, plan.Window, plan.GoesByFlows);
        ImmutableArray<AttackStrategy> coarse = space.Coarse();
        AttackWork work = new(report);
        AttackWork.Part expected = work.Expect(coarse.Aggregate(
            0UL, (sum, one) => sum + (one.Length * UsualTrials(plan, one))));
        QuietNetwork quiet = QuietNetwork.Watch(
            plan, coarse.Append(space.Lead).Select(static one => one.Start), work, cancellation);
        AttackResult result = new(plan, quiet.Share, [])
        {
            QuietHours = quiet.Hours,
            QuietStateHash = Convert.ToHexStringLower(quiet.End.State.Hash()),
        };
        if (!result.IsReachedAnyway)
        {
            EmissionSearch search = new(plan, quiet, space, work, cancellation);
            expected.Close();
            search.Coarse(coarse);
            search.Refine();
            result = result with
            {
                Outcomes = [.. search.All.Select(one => one.Trial.OutcomeOf(
                    plan, one.Trials, one.IsRuledOut))],
                Trials = search._trials,
                Variants = search._played.Count,
                IsCutShort = search._isCutShort,
            };
        }

        work.Finish();
        return result;
    }

    private static ulong UsualTrials(AttackPlan plan, AttackStrategy one) =>
        IsShort(plan, one) ? AmountSearch.UsualTrials : UsualTrialsLengthy;

    private static bool IsShort(AttackPlan plan, AttackStrategy one) =>
        one.Length <= plan.Window * 9 / 4;

    private void Coarse(ImmutableArray<AttackStrategy> coarse)
    {
        AttackStrategy[] brief = [.. coarse.Where(one => IsShort(_plan, one))];
        AttackStrategy[] lengthy = [.. coarse.Where(one => !IsShort(_plan, one))];
        Job lead = JobOf(_space.Lead, AmountSearch.UsualTrials);
        Job[] first = [.. brief.Select(one => JobOf(one, AmountSearch.UsualTrials))];
        List<Job> last = [.. lengthy.Select(one => JobOf(one, UsualTrialsLengthy))];
        _found.AddRange(Each([lead], static job => job.Search.Find(guess: null)));
        decimal? guess = Best?.Trial.Amount.Rao;
        _found.AddRange(Each(first, job => job.Search.Find(guess)));
        while (last.Count > 0) last = Eliminate(last);
    }

    /// <summary>Plays strategies with the capital of the best, finds the least amount of the one
    /// that does most with it, and leaves those that may still be better.</summary>
    private List<Job> Eliminate(List<Job> jobs)
    {
        bool isBeaten = Best is not null;
        decimal capital = Capital;
        Found[] played = Each([.. jobs], job => job.Search.Play(capital));
        int winner = IndexOfMost(played);
        List<Job> left = [];
        for (int index = 0; index < played.Length; index++)
        {
            if (!Reaches(played[index].Trial))
            {
                jobs[index].Part.Close();
                _found.Add(played[index] with { IsRuledOut = isBeaten });
            }
            else if (index != winner)
            {
                left.Add(jobs[index]);
            }
        }

        if (!Reaches(played[winner].Trial)) return left;
        _found.Add(Below(jobs[winner], played[winner].Trial));
        jobs[winner].Part.Close();
        return left;
    }

    /// <summary>Plays what is near the best until nothing near is better, or until that has
    /// taken as long as it may.</summary>
    private void Refine()
    {
        ulong left = _plan.Horizon.Blocks + (WindowsNear * _plan.Window);
        ulong step = _space.LargestStep;
        for (int round = 0; round < MostRounds && step >= _space.SmallestStep; round++)
        {
            Found best = Best ?? All.MaxBy(static one => one.Trial.Share)!;
            decimal capital = Capital;
            Job[] jobs = JobsNear(best, step, ref left);
            Found[] trials = Each(jobs, job => job.Search.Play(capital));
            bool isBetter = TakeBest(best, jobs, trials, ref left);
            if (_isCutShort) break;
            if (!isBetter) step /= 2;
        }

        _near.Close();
    }

    /// <summary>Takes the best of some trials if it is clearly better than what there is.</summary>
    private bool TakeBest(Found before, Job[] jobs, Found[] trials, ref ulong left)
    {
        if (trials.Length == 0) return false;
        int most = IndexOfMost(trials);
        EmissionTrial trial = trials[most].Trial;
        if (Reaches(trial))
        {
            Found found = Below(jobs[most], trial);
            ulong more = (ulong)(found.Trials - trials[most].Trials);
            left -= Math.Min(left, more * trial.Strategy.Length);
            bool isBetter = !Reaches(before.Trial)
                || found.Trial.Cost.Locked < before.Trial.Cost.Locked * Clearly;
            if (isBetter) _refined = found;
            return isBetter;
        }

        if (Best is not null || trial.Share <= before.Trial.Share) return false;
        _refined = trials[most];
        return true;
    }

    private Found Below(Job job, EmissionTrial reaching)
    {
        int before = job.Search.Trials;
        EmissionTrial trial = job.Search.FindBelow(reaching);
        _trials += job.Search.Trials - before;
        return new(trial, job.Search.Trials);
    }

    /// <summary>What is near the best, as far as it may still be played.</summary>
    private Job[] JobsNear(Found best, ulong step, ref ulong left)
    {
        List<Job> jobs = [];
        foreach (AttackStrategy one in _space.Near(best.Trial.Strategy, step))
        {
            if (_played.Contains(one.Name)) continue;
            if (one.Length > left)
            {
                _isCutShort = true;
                continue;
            }

            left -= one.Length;
            _played.Add(one.Name);
            _quiet.Keep(one.Start, _near, _cancellation);
            jobs.Add(JobOf(one, _near));
        }

        return [.. jobs];
    }

    private bool Reaches(EmissionTrial trial) => trial.Share >= _plan.Goal.Part;

    private static int IndexOfMost(Found[] trials)
    {
        int most = 0;
        for (int index = 1; index < trials.Length; index++)
        {
            if (trials[index].Trial.Share > trials[most].Trial.Share) most = index;
        }

        return most;
    }

    private Job JobOf(AttackStrategy strategy, ulong trials)
    {
        _played.Add(strategy.Name);
        return JobOf(strategy, _work.Expect(trials * strategy.Length));
    }

    private Job JobOf(AttackStrategy strategy, AttackWork.Part part) =>
        new(strategy, new(_plan, _quiet, strategy, part, _cancellation), part);

    /// <summary>Does all jobs, the longest first; the results are in the order of the jobs.
    /// </summary>
    private Found[] Each(Job[] jobs, Func<Job, EmissionTrial> work)
    {
        Found[] results = new Found[jobs.Length];
        int[] before = [.. jobs.Select(static job => job.Search.Trials)];
        IEnumerable<int> order = Enumerable.Range(0, jobs.Length)
            .OrderByDescending(index => jobs[index].Strategy.Length);
        ParallelOptions options = new()
        {
            CancellationToken = _cancellation,
            MaxDegreeOfParallelism = Environment.ProcessorCount,
        };
        Parallel.ForEach(
            Partitioner.Create(order, EnumerablePartitionerOptions.NoBuffering), options,
            index => results[index] = new(work(jobs[index]), jobs[index].Search.Trials));
        _trials += results.Select((one, index) => one.Trials - before[index]).Sum();
        return results;
    }

    private sealed record Job(
        AttackStrategy Strategy, AmountSearch Search, AttackWork.Part Part);

    private sealed record Found(EmissionTrial Trial, int Trials)
    {
        public bool IsRuledOut { get; init; }
    }
}
