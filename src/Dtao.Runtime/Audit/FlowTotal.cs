namespace Dtao.Runtime.Audit;

/// <summary>All flows of one cause.</summary>
/// <param name="Rule">The cause, what it does and how it is called.</param>
/// <param name="Rao">Their sum. Unit: as the rule says.</param>
public readonly record struct FlowTotal(FlowRule Rule, UInt128 Rao);
