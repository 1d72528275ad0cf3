namespace Dtao.Runtime.Audit;

/// <summary>What one cause did to one place.</summary>
/// <param name="Rule">The cause.</param>
/// <param name="Rao">Added, or taken away below zero. Unit: rao.</param>
public readonly record struct AuditLine(FlowRule Rule, Int128 Rao);
