using BenchmarkDotNet.Attributes;
using Dtao.Codec;
using Dtao.Lab.Networks;
using Dtao.Lab.Scenarios;
using Dtao.Runtime;
using Dtao.Runtime.Spec;

namespace Dtao.Benchmarks;

/// <summary>A whole state after its first epochs: as pairs, hashed, as a trie.</summary>
public class StateBenchmarks
{
    private const int Subnets = 64;
    private Chain _chain = null!;
    private IReadOnlyList<KeyValuePair<byte[], byte[]>> _pairs = [];

    [Params("standard", "launch")]
    public string Network { get; set; } = "";

    [GlobalSetup]
    public void Build()
    {
        _chain = Network == "launch"
            ? LaunchGenesis.Build(SeedTree.From(1)).Chain
            : StandardNetwork.Build(Subnets, Specs.Latest);
        for (int block = 0; block <= StandardNetwork.Tempo; block++)
        {
            BlockExecutor.RunBlock(_chain);
        }

        _pairs = _chain.State.Pairs();
        Console.WriteLine($"{_pairs.Count} entries, {_pairs.Sum(Size)} bytes");
    }

    [Benchmark]
    public int Pairs() => _chain.State.Pairs().Count;

    [Benchmark]
    public byte[] Hash() => _chain.State.Hash();

    [Benchmark]
    public byte[] Root() => _chain.State.Root();

    [Benchmark]
    public byte[] TrieOfPairs() => TrieRoot.Of(_pairs, StateVersion.V1);

    private static long Size(KeyValuePair<byte[], byte[]> pair) =>
        pair.Key.Length + pair.Value.Length;
}
