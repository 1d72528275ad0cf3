using BenchmarkDotNet.Attributes;
using Dtao.Numerics;
using Dtao.Runtime.Pools;

namespace Dtao.Benchmarks;

/// <summary>Products and quotients as the block step makes them, and one quote of a pool.</summary>
[MemoryDiagnoser]
public class NumericsBenchmarks
{
    private readonly I96F32 _price = I96F32.FromBits(47_123_456);
    private readonly I96F32 _emission = I96F32.FromBits(67_108_864_123_456_789);
    private readonly I96F32 _root = I96F32.FromInteger(1_067_400_000_000_000UL);
    private readonly U64F64 _value = U64F64.FromInteger(92_650_123_456_789UL);
    private readonly U64F64 _shares = U64F64.FromInteger(91_123_456_789_012UL);
    private readonly Pool _pool = new(
        PoolMechanism.Dynamic, Tao.Whole(1_200), Alpha.FromRao(48_000_123_456_789));

    [Benchmark]
    public I96F32 Multiply_I96F32() => _emission.SaturatingMultiply(_price);

    [Benchmark]
    public I96F32 Divide_I96F32() => _emission.SafeDivide(_price);

    [Benchmark]
    public I96F32 Divide_I96F32_by_two_digits() => _root.SafeDivide(_root.SaturatingAdd(_root));

    [Benchmark]
    public U64F64 Divide_U64F64() => _value.SafeDivide(_shares);

    [Benchmark]
    public Price Price_of_a_pool() => _pool.SpotPrice;

    [Benchmark]
    public bool Quote_of_a_sale() => _pool.TryQuoteSell(Alpha.FromRao(410_000_000), out _);
}
