using Dtao.Lab.Runs;
using Dtao.Lab.Scenarios;
using Xunit;

[assembly: AssemblyFixture(typeof(Dtao.Lab.Tests.LaunchRuns))]

namespace Dtao.Lab.Tests;

/// <summary>Runs of the launch that several tests look at; each is made once.</summary>
public sealed class LaunchRuns
{
    /// <summary>Blocks from the launch to the first recorded prices.</summary>
    public const ulong BlocksToFirstPrices = 5_486;

    private readonly Lazy<RunResult> _week = new(() => Of(Horizon.Days(7)));
    private readonly Lazy<RunResult> _firstPrices = new(() => Of(new(BlocksToFirstPrices)));
    private readonly Lazy<RunResult> _hours = new(() => Of(new(900)));

    /// <summary>The first seven days.</summary>
    public RunResult Week => _week.Value;

    /// <summary>Up to the block of the first recorded prices.</summary>
    public RunResult FirstPrices => _firstPrices.Value;

    /// <summary>The first three hours.</summary>
    public RunResult Hours => _hours.Value;

    /// <summary>A run of the launch.</summary>
    public static RunResult Of(Horizon horizon, ulong seed = Point.UsualSeed) => Simulator.Run(
        new(LaunchScenario.Value, horizon, seed, Pinned: null), report: null, default);
}
