using System.Collections.Immutable;
using Dtao.Lab.Datasets;

namespace Dtao.Lab.Reports.Model;

/// <summary>What a run starts from, and how well it is known.</summary>
/// <param name="Values">The values; their words are phrases of the book.</param>
public sealed record StatedValueList(ImmutableArray<StatedValue> Values) : ReportBlock;
