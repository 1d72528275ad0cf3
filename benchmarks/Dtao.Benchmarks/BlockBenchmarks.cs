using BenchmarkDotNet.Attributes;
using Dtao.Lab.Networks;
using Dtao.Runtime;
using Dtao.Runtime.Spec;

namespace Dtao.Benchmarks;

/// <summary>
/// The block step of the standard network, without and with epochs; branch and hash.
/// </summary>
[MemoryDiagnoser]
public class BlockBenchmarks
{
    private const int BlocksOfTempo = StandardNetwork.Tempo + 1;
    private Chain _quiet = null!;
    private Chain _whole = null!;

    [Params(64, 128)]
    public int Subnets { get; set; }

    [GlobalSetup]
    public void Build()
    {
        _whole = StandardNetwork.Build(Subnets, Specs.Latest);
        _quiet = StandardNetwork.WithoutEpochs(_whole);
    }

    [Benchmark]
    public void Block_without_epochs() => BlockExecutor.RunBlock(_quiet);

    [Benchmark(OperationsPerInvoke = BlocksOfTempo)]
    public void Block_of_a_whole_tempo()
    {
        for (int block = 0; block < BlocksOfTempo; block++)
        {
            BlockExecutor.RunBlock(_whole);
        }
    }

    [Benchmark]
    public Chain Branch_of_the_state() => _whole.Branch();

    [Benchmark]
    public byte[] Hash_of_the_state() => _whole.State.Hash();
}
