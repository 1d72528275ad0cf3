using BenchmarkDotNet.Attributes;
using Dtao.Codec;
using Dtao.Lab.Networks;
using Dtao.Runtime;
using Dtao.Runtime.Spec;

namespace Dtao.Benchmarks;

/// <summary>The whole state of the standard network: as pairs, hashed, as a trie.</summary>
public class StateBenchmarks
{
    private const int Subnets = 64;
    private Chain _chain = null!;
    private IReadOnlyList<KeyValuePair<byte[], byte[]>> _pairs = [];

    [GlobalSetup]
    public void Build()
    {
        _chain = StandardNetwork.Build(Subnets, Specs.Latest);
        _pairs = _chain.State.Pairs();
        Console.WriteLine($"{_pairs.Count} entries, {_pairs.Sum(Size)} bytes");
    }

    [Benchmark]
    public int Pairs() => _chain.State.Pairs().Count;

    [Benchmark]
    public byte[] Hash() => _chain.State.Hash();

    [Benchmark]
    public byte[] TrieOfPairs() => TrieRoot.Of(_pairs, StateVersion.V1);

    private static long Size(KeyValuePair<byte[], byte[]> pair) =>
        pair.Key.Length + pair.Value.Length;
}
