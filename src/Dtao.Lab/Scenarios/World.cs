using Dtao.Lab.Agents;
using Dtao.Lab.Networks;
using Dtao.Numerics;
using Dtao.Runtime;

namespace Dtao.Lab.Scenarios;

/// <summary>A network ready to run, and who acts in it.</summary>
/// <param name="Chain">The chain, at the last block before the run.</param>
/// <param name="Validators">The validators.</param>
/// <param name="WeightSetters">What they do.</param>
/// <param name="Treasury">Account that holds what nobody else has.</param>
public sealed record World(
    Chain Chain, IReadOnlyList<Validator> Validators, WeightSetters WeightSetters,
    Coldkey Treasury)
{
    /// <summary>The agents; null when nobody trades.</summary>
    public Crew? Crew { get; init; }
}
