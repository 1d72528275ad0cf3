using System.Collections.Immutable;

namespace Dtao.Runtime.Audit;

/// <summary>One place where amounts lie: both ends, and what changed it, by cause.</summary>
/// <param name="Name">Name for programs.</param>
/// <param name="Title">Name for people.</param>
/// <param name="Unit">What its rao are rao of.</param>
/// <param name="Opening">What lay there before. Unit: rao.</param>
/// <param name="Lines">What came and went.</param>
/// <param name="Closing">What lay there afterwards. Unit: rao.</param>
public sealed record AuditStatement(
    string Name, string Title, FlowUnit Unit, Int128 Opening, ImmutableArray<AuditLine> Lines,
    Int128 Closing)
{
    /// <summary>The part of the change that no line explains; zero.</summary>
    public Int128 Unexplained => Closing - Opening - Lines.Aggregate(
        Int128.Zero, static (sum, line) => sum + line.Rao);
}
