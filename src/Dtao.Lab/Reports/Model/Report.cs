using System.Collections.Immutable;
using Dtao.Lab.Reports.Texts;

namespace Dtao.Lab.Reports.Model;

/// <summary>A report: a question, its answer, and the evidence.</summary>
/// <remarks>
/// A value without any language; <see cref="Html.ReportPage"/> makes a page of it.
/// Source: docs/lab/reports.md.
/// </remarks>
public sealed record Report
{
    /// <summary>Title.</summary>
    public required Text Title { get; init; }

    /// <summary>What was asked.</summary>
    public required Text Question { get; init; }

    /// <summary>The answer in one sentence, with its figures.</summary>
    public required Text Answer { get; init; }

    /// <summary>What was run: how long, from when to when, how often; null for nothing.</summary>
    public Text? Span { get; init; }

    /// <summary>What is left out, so that nobody takes the result for more than it is.</summary>
    public Text? Limits { get; init; }

    /// <summary>Key figures.</summary>
    public ImmutableArray<Card> Cards { get; init; } = [];

    /// <summary>The evidence.</summary>
    public required ImmutableArray<Section> Sections { get; init; }

    /// <summary>How it was made, and how to make it again.</summary>
    public required Provenance Provenance { get; init; }
}
