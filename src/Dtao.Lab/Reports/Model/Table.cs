using System.Collections.Immutable;
using Dtao.Lab.Reports.Texts;

namespace Dtao.Lab.Reports.Model;

/// <summary>A table; whoever reads the page can sort it by any column.</summary>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">The rows, each with a cell for every column.</param>
public sealed record Table(
    ImmutableArray<Column> Columns, ImmutableArray<ImmutableArray<Cell>> Rows) : ReportBlock
{
    /// <summary>What the table shows, for those who hear the page; null for the heading.</summary>
    public Text? Caption { get; init; }

    /// <summary>What stands in its place when there are no rows.</summary>
    public Text WhenEmpty { get; init; } = Text.Key("table.empty");
}
