using BenchmarkDotNet.Attributes;
using Dtao.Lab.Networks;
using Dtao.Runtime;
using Dtao.Runtime.Spec;

namespace Dtao.Benchmarks;

/// <summary>A block of 1,000 mixed staking calls: dispatch only, no signatures.</summary>
/// <remarks>The block is opened before, so its step is not in the time.</remarks>
[MemoryDiagnoser]
public class StakingBenchmarks
{
    private const int MostBlocks = 300;
    private Chain _network = null!;
    private Chain _chain = null!;
    private StakingLoad _load = null!;
    private int _blocks;

    [Params(64, 128)]
    public int Subnets { get; set; }

    [Params(false, true)]
    public bool KeepsEvents { get; set; }

    [GlobalSetup]
    public void Build()
    {
        _network = StandardNetwork.Build(Subnets, Specs.Latest);
        BeginLoad();
    }

    [IterationSetup]
    public void OpenBlock()
    {
        // The stakes of one load are used up some time.
        if (++_blocks > MostBlocks) BeginLoad();
        BlockExecutor.RunBlock(_chain);
    }

    [Benchmark]
    public void Thousand_staking_calls() => _load.RunCalls();

    private void BeginLoad()
    {
        _chain = _network.Branch();
        _load = new(_chain);
        _chain.Events.IsKept = KeepsEvents;
        _blocks = 0;
    }
}
