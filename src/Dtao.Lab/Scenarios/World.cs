using Dtao.Lab.Agents;
using Dtao.Lab.Networks;
using Dtao.Runtime;

namespace Dtao.Lab.Scenarios;

/// <summary>A network ready to run, and who acts in it.</summary>
/// <param name="Chain">The chain, at the last block before the run.</param>
/// <param name="Validators">The validators.</param>
/// <param name="WeightSetters">What they do.</param>
public sealed record World(
    Chain Chain, IReadOnlyList<Validator> Validators, WeightSetters WeightSetters);
