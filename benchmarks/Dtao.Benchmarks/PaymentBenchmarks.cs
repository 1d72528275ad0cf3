using BenchmarkDotNet.Attributes;
using Dtao.Lab.Networks;
using Dtao.Numerics;
using Dtao.Runtime;
using Dtao.Runtime.Emission;
using Dtao.Runtime.Epoch;
using Dtao.Runtime.Spec;

namespace Dtao.Benchmarks;

/// <summary>Paying what the epochs of all subnets found, one after the other.</summary>
[MemoryDiagnoser]
public class PaymentBenchmarks
{
    private const int Subnets = 64;
    private readonly EpochOutput[] _found = new EpochOutput[Subnets];
    private readonly PendingEmission _pending = new(
        Participants: Alpha.FromRao(150_000_000_000),
        RootDividends: Tao.FromRao(1_000_000_000),
        SoldForRoot: Alpha.FromRao(150_000_000_000),
        OwnerCut: Alpha.FromRao(65_000_000_000));

    private Chain _chain = null!;

    [GlobalSetup]
    public void Build()
    {
        _chain = StandardNetwork.Build(Subnets, Specs.Latest);
        for (int index = 0; index < Subnets; index++)
        {
            Alpha emission = _pending.Participants + _pending.SoldForRoot;
            _found[index] = _chain.EpochRun.Run(_chain, new((ushort)(index + 1)), emission);
        }
    }

    [Benchmark(OperationsPerInvoke = Subnets)]
    public void Payment_of_one_epoch()
    {
        for (int index = 0; index < Subnets; index++)
        {
            _chain.State.BeginBlock();
            _chain.Distribution.Pay(_chain, new((ushort)(index + 1)), _found[index], _pending);
        }
    }
}
