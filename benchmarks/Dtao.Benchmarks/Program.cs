using BenchmarkDotNet.Running;
using Dtao.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(EpochBenchmarks).Assembly).Run(args);
return 0;
