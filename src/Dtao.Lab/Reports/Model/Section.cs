using System.Collections.Immutable;
using Dtao.Lab.Reports.Texts;

namespace Dtao.Lab.Reports.Model;

/// <summary>A section of a report.</summary>
/// <param name="Id">Anchor in the page: small letters, digits and hyphens, unique.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Blocks">What it shows, from top to bottom.</param>
public sealed record Section(string Id, Text Heading, ImmutableArray<ReportBlock> Blocks);
