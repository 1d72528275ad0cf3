using BenchmarkDotNet.Attributes;
using Dtao.Lab.Networks;
using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Epoch;
using Dtao.Runtime.Epoch.Dense;
using Dtao.Runtime.Spec;

namespace Dtao.Benchmarks;

/// <summary>
/// An epoch of 256 neurons and 64 validators with full rows: whole, in parts, and its readable
/// twin. All parts but the twin allocate nothing.
/// </summary>
[MemoryDiagnoser]
public class EpochBenchmarks
{
    private const int Subnets = 64;
    private static readonly Alpha Emission = Alpha.Whole(360);
    private readonly EpochInput _input = new();
    private readonly EpochInput _copy = new();
    private readonly EpochMemory _known = new();
    private readonly EpochMemory _unknown = new();
    private Chain _chain = null!;
    private EpochRun _run = null!;
    private DenseConsensus _dense = null!;
    private EpochOutput _output = null!;
    private ushort _subnet;
    private bool _isCopy;

    /// <summary>Numbers side by side.</summary>
    [Params(1, 4, 8)]
    public int Width { get; set; }

    [GlobalSetup]
    public void Build()
    {
        _chain = StandardNetwork.Build(Subnets, Specs.Latest);
        for (int block = 0; block <= StandardNetwork.Tempo; block++)
        {
            BlockExecutor.RunBlock(_chain);
        }

        _run = new(new YumaConsensus(new DenseConsensus((LaneWidth)Width)));
        _dense = new((LaneWidth)Width);
        EpochRun.Gather(_chain, new(1), Emission, _input);
        EpochRun.Gather(_chain, new(1), Emission, _copy);
        for (int uid = 0; uid < _copy.Count; uid++)
        {
            _copy.Weights[uid] = [.. _copy.Weights[uid]];
            _copy.Bonds[uid] = [.. _copy.Bonds[uid]];
        }

        _output = new(_input.Count);
    }

    /// <summary>Gathering, consensus and storing, over all subnets in turn.</summary>
    [Benchmark]
    public void Whole_epoch()
    {
        _subnet = (ushort)((_subnet % Subnets) + 1);
        _chain.State.BeginBlock();
        _run.Run(_chain, new(_subnet), Emission);
    }

    /// <summary>The inputs alone.</summary>
    [Benchmark]
    public void Gathering() => EpochRun.Gather(_chain, new(1), Emission, _input);

    /// <summary>The consensus when weights and bonds are those that it saw or wrote last.</summary>
    [Benchmark]
    public bool Consensus_of_known_rows() => Run(_input, _known);

    /// <summary>The consensus when every row is new.</summary>
    [Benchmark]
    public bool Consensus_of_new_rows()
    {
        _isCopy = !_isCopy;
        return Run(_isCopy ? _copy : _input, _unknown);
    }

    /// <summary>The same without anything that an epoch before it left.</summary>
    [Benchmark]
    public bool Consensus_of_new_rows_without_hints()
    {
        _unknown.KeepConsensus([]);
        return Consensus_of_new_rows();
    }

    /// <summary>With a rate of its own for each neuron.</summary>
    [Benchmark]
    public bool Consensus_with_liquid_alpha()
    {
        _input.LiquidAlpha = true;
        bool isDone = Run(_input, _known);
        _input.LiquidAlpha = false;
        return isDone;
    }

    /// <summary>The readable twin.</summary>
    [Benchmark]
    public EpochOutput Reference() => YumaReference.Run(_input);

    private bool Run(EpochInput input, EpochMemory memory)
    {
        bool isDone = _dense.TryRun(input, memory, _output);
        if (ReferenceEquals(memory, _unknown)) return isDone;
        for (int uid = 0; uid < input.Count; uid++)
        {
            if (_output.Bonds[uid] is { } bonds) input.Bonds[uid] = bonds;
        }

        return isDone;
    }
}
