using System.Collections.Immutable;

namespace Dtao.Lab.Reports.Model;

/// <summary>Claims and what came of them.</summary>
/// <param name="Claims">The claims.</param>
public sealed record ClaimList(ImmutableArray<ClaimVerdict> Claims) : ReportBlock;
