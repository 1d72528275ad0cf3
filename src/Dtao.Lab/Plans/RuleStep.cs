using Dtao.Runtime.Emission.Rules;

namespace Dtao.Lab.Plans;

/// <summary>A rule and when it begins.</summary>
/// <param name="After">Blocks of the run before it begins.</param>
/// <param name="Rule">The rule; null for that of the version that runs.</param>
public readonly record struct RuleStep(ulong After, EmissionRule? Rule);
