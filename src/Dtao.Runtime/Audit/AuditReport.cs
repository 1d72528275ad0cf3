using System.Collections.Immutable;

namespace Dtao.Runtime.Audit;

/// <summary>What an auditor saw: both ends, and everything that moved in between.</summary>
/// <param name="Opening">Where everything stood before.</param>
/// <param name="Closing">Where everything stood afterwards.</param>
/// <param name="Blocks">Blocks that were audited.</param>
/// <param name="Flows">Sums of all flows, by cause, those without any left out.</param>
public sealed record AuditReport(
    AuditBalance Opening, AuditBalance Closing, ulong Blocks, ImmutableArray<FlowTotal> Flows)
{
    /// <summary>What went into every place and out of it.</summary>
    public ImmutableArray<AuditStatement> Statements => AuditStatements.Of(this);

    /// <summary>
    /// What no cause explains, all places together; zero, or the audit would have stopped.
    /// </summary>
    public Int128 Unexplained => Statements.Aggregate(
        Int128.Zero, static (sum, statement) => sum + Int128.Abs(statement.Unexplained));
}
