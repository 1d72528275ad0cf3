namespace Dtao.Runtime.Audit;

/// <summary>All flows of one cause.</summary>
/// <param name="Rule">The cause, what it does and how it is called.</param>
/// <param name="Rao">Their sum. Unit: as the rule says.</param>
/// <param name="RootRao">The part of it that names root, where alpha is TAO.</param>
public readonly record struct FlowTotal(FlowRule Rule, UInt128 Rao, UInt128 RootRao);
