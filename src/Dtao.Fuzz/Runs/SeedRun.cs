using Dtao.Fuzz.Checks;
using Dtao.Fuzz.Steps;
using Dtao.Fuzz.Worlds;

namespace Dtao.Fuzz.Runs;

/// <summary>Runs one seed, and makes the case small when something is found.</summary>
/// <remarks>What it does depends on the seed alone. Source: docs/how-to/fuzz.md.</remarks>
public sealed class SeedRun
{
    private readonly ulong _seed;
    private readonly CallRunner _runner;

    /// <summary>The run of a seed.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="runner">
    /// How calls are run; null for the chain's own way. Tests plant faults here.
    /// </param>
    public SeedRun(ulong seed, CallRunner? runner = null)
    {
        _seed = seed;
        _runner = runner ?? (static (chain, origin, call) => chain.DispatchAs(origin, call));
    }

    /// <summary>Told after each block; gives false to stop before the next.</summary>
    public Func<CallTally, bool> AfterBlock { get; init; } = static _ => true;

    /// <summary>Stops the search for the fewest steps; blocks are told of first.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Runs so many blocks, or until something is found.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public SeedResult Run(int blocks)
    {
        FuzzWorld world = WorldMaker.Make(_seed);
        DrawnSteps steps = new(_seed, world.Cast);
        Execution execution = new(_seed, world, steps, _runner, isThorough: false);
        Finding? finding = null;
        int done = 0;
        bool goesOn = true;
        while (done < blocks && goesOn && finding is null)
        {
            done++;
            finding = execution.Run(done);
            goesOn = AfterBlock(execution.Tally);
        }

        IReadOnlyList<string> shrunk =
            finding is null ? [] : Shrink(steps.Drawn, finding, world.Cast);
        return new(
            _seed, done, execution.Tally, Convert.ToHexStringLower(world.Chain.State.Hash()),
            finding is not null || done == blocks, finding, shrunk);
    }

    private List<string> Shrink(IReadOnlyList<TimedStep> steps, Finding finding, Cast cast)
    {
        Shrinker shrinker = new(
            (kept, last) => Repeat(kept, last) is { } again && again.Kind == finding.Kind,
            finding.Block);
        return [.. shrinker.Shrink(steps)
            .Select(step => $"block {step.Block}: {step.Step.Describe(cast)}")];
    }

    private Finding? Repeat(IReadOnlyList<TimedStep> steps, int lastBlock)
    {
        Execution execution = new(
            _seed, WorldMaker.Make(_seed), new RecordedSteps(steps), _runner, isThorough: true);
        for (int block = 1; block <= lastBlock; block++)
        {
            Cancellation.ThrowIfCancellationRequested();
            if (execution.Run(block) is { } finding) return finding;
        }

        return null;
    }
}
