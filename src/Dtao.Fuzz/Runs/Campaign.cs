using System.Diagnostics;

namespace Dtao.Fuzz.Runs;

/// <summary>Runs many seeds, one on each thread, and answers in the order of the seeds.</summary>
/// <remarks>Source: docs/how-to/fuzz.md.</remarks>
public sealed class Campaign
{
    private readonly CampaignPlan _plan;
    private readonly Action<CampaignProgress> _report;
    private readonly SortedDictionary<ulong, SeedResult> _results = [];
    private readonly Lock _lock = new();
    private readonly Stopwatch _clock = new();
    private ulong? _next;
    private long _blocks;
    private long _calls;

    private Campaign(CampaignPlan plan, Action<CampaignProgress> report)
    {
        (_plan, _report) = (plan, report);
        _next = plan.First;
    }

    private bool TimeIsOver => _plan.Limit is { } limit && _clock.Elapsed >= limit;

    /// <summary>Runs a plan.</summary>
    /// <param name="plan">What to run.</param>
    /// <param name="report">Told now and then, from any thread but never from two at once.</param>
    /// <param name="cancel">Stops between two blocks.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static IReadOnlyList<SeedResult> Run(
        CampaignPlan plan, Action<CampaignProgress> report, CancellationToken cancel)
    {
        Campaign campaign = new(plan, report);
        campaign._clock.Start();
        Task[] workers = [.. Enumerable.Range(0, plan.Threads)
            .Select(_ => Task.Run(() => campaign.Work(cancel), CancellationToken.None))];
        try
        {
            Task.WaitAll(workers, CancellationToken.None);
        }
        catch (AggregateException problem)
        {
            cancel.ThrowIfCancellationRequested();
            throw problem.InnerExceptions[0];
        }

        cancel.ThrowIfCancellationRequested();
        return [.. campaign._results.Values];
    }

    private void Work(CancellationToken cancel)
    {
        // Also without time for a second one, each worker runs its first seed for a block.
        bool isFirst = true;
        while ((isFirst || !TimeIsOver) && Take() is { } seed)
        {
            isFirst = false;
            long sent = 0;
            SeedRun run = new(seed)
            {
                Cancellation = cancel,
                AfterBlock = calls =>
                {
                    cancel.ThrowIfCancellationRequested();
                    Count(calls.Total - sent);
                    sent = calls.Total;
                    return !TimeIsOver;
                },
            };
            SeedResult result = run.Run(_plan.Blocks);
            lock (_lock)
            {
                _results.Add(seed, result);
            }
        }
    }

    private ulong? Take()
    {
        lock (_lock)
        {
            ulong? seed = _next;
            _next = seed < _plan.Last ? seed + 1 : null;
            return seed;
        }
    }

    private void Count(long calls)
    {
        lock (_lock)
        {
            _blocks++;
            _calls += calls;
            _report(new(_results.Count, _blocks, _calls, _clock.Elapsed));
        }
    }
}
