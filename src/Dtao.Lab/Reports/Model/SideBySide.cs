using System.Collections.Immutable;

namespace Dtao.Lab.Reports.Model;

/// <summary>Charts beside each other where the page is wide enough.</summary>
/// <param name="Charts">The charts.</param>
public sealed record SideBySide(ImmutableArray<Chart> Charts) : ReportBlock;
