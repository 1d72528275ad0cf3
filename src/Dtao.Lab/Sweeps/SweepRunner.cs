using System.Collections.Immutable;
using Dtao.Lab.Measures;
using Dtao.Lab.Runs;

namespace Dtao.Lab.Sweeps;

/// <summary>Runs what is missing of a sweep, one chain on each thread.</summary>
public sealed class SweepRunner
{
    private static readonly TimeSpan ReportSpacing = TimeSpan.FromMilliseconds(200);

    private readonly SweepPlan _plan;
    private readonly Action<SweepOutcome> _keep;
    private readonly Queue<int> _waiting;
    private readonly Lock _lock = new();
    private readonly Lock _keeping = new();
    private Exception? _problem;
    private int _done;
    private int _failed;
    private ulong _blocksRun;
    private ulong _blocksLeft;

    /// <summary>A runner of what is missing.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="finished">What is there already.</param>
    /// <param name="keep">Keeps a result; it is called from one thread at a time.</param>
    public SweepRunner(
        SweepPlan plan, IReadOnlyCollection<SweepOutcome> finished, Action<SweepOutcome> keep)
    {
        _plan = plan;
        _keep = keep;
        HashSet<int> there = [.. finished.Select(static one => one.Number)];
        _waiting = new(Enumerable.Range(1, plan.Count).Where(number => !there.Contains(number)));
        _done = finished.Count;
        _failed = finished.Count(static one => one.Error is not null);
        foreach (int number in _waiting) _blocksLeft += plan.BlocksOf(plan[number].Point);
    }

    /// <summary>Runs everything; says whether all is done.</summary>
    /// <param name="threads">Number of chains at a time.</param>
    /// <param name="report">Hears of the progress five times a second.</param>
    /// <param name="finish">Starts no further run; those that run go on to their end.</param>
    /// <param name="stop">Stops the runs between two blocks; what they did is lost.</param>
    public bool Run(
        int threads,
        Action<SweepProgress> report,
        CancellationToken finish,
        CancellationToken stop)
    {
        using CancellationTokenSource ended =
            CancellationTokenSource.CreateLinkedTokenSource(stop);
        ImmutableArray<Thread> workers =
        [
            .. Enumerable.Range(1, Math.Min(threads, Math.Max(1, _waiting.Count)))
                .Select(number => new Thread(() => Work(ended, finish))
                {
                    Name = $"chain {number}",
                    IsBackground = true,
                }),
        ];
        foreach (Thread worker in workers) worker.Start();
        foreach (Thread worker in workers)
        {
            while (!worker.Join(ReportSpacing)) report(Progress());
        }

        report(Progress());
        if (_problem is { } problem) throw new IOException(problem.Message, problem);
        return _done == _plan.Count;
    }

    private SweepProgress Progress()
    {
        lock (_lock)
        {
            return new(_done, _failed, _plan.Count, _blocksRun, _blocksLeft);
        }
    }

    private void Work(CancellationTokenSource ended, CancellationToken finish)
    {
        try
        {
            while (!finish.IsCancellationRequested && Next() is { } number)
            {
                SweepOutcome outcome = Outcome(_plan[number], ended.Token);
                // Keeping waits for the disk; the others count their blocks meanwhile.
                lock (_keeping) _keep(outcome);
                lock (_lock)
                {
                    _done++;
                    if (outcome.Error is not null) _failed++;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The run was stopped on its way; it is run anew next time.
        }
        catch (Exception problem)
        {
            // Results cannot be kept: the others stop, and the caller hears why.
            _problem = problem;
            ended.Cancel();
        }
    }

    private int? Next()
    {
        lock (_lock)
        {
            return _waiting.TryDequeue(out int number) ? number : null;
        }
    }

    private SweepOutcome Outcome(SweepRun run, CancellationToken stop)
    {
        ulong blocks = 0;
        try
        {
            RunResult result = Simulator.Run(
                _plan.PointOf(run),
                progress =>
                {
                    CountBlocks(progress.Done - blocks);
                    blocks = progress.Done;
                },
                stop);
            ImmutableArray<Finding> findings = result.Findings;
            return new(
                run.Number,
                result.LastStateHash,
                [.. findings.Select(static finding => finding.Value)],
                null);
        }
        catch (Exception problem)
            when (problem is not (OperationCanceledException or OutOfMemoryException))
        {
            // Whatever a rule or an agent throws is the result of this run and of no other.
            CountBlocks(0, _plan.BlocksOf(run.Point) - blocks);
            return new(run.Number, null, [], TextOf(problem));
        }
    }

    private void CountBlocks(ulong run, ulong skipped = 0)
    {
        lock (_lock)
        {
            _blocksRun += run;
            _blocksLeft -= run + skipped;
        }
    }

    private static string TextOf(Exception problem) => problem is RunFaultException
        ? problem.Message
        : $"{problem.GetType().Name}: {problem.Message.ReplaceLineEndings(" ")}";
}
