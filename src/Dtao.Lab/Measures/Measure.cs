using Dtao.Lab.Runs;
using Dtao.Numerics;

namespace Dtao.Lab.Measures;

/// <summary>A figure that can be taken from a run.</summary>
/// <param name="Name">Name in a scenario.</param>
/// <param name="Unit">Unit of the figure.</param>
/// <param name="Help">What it is, in a sentence.</param>
/// <param name="Find">Takes it; null when the run cannot tell.</param>
public sealed record Measure(
    string Name, string Unit, string Help, Func<RunResult, NetUid, decimal?> Find);
