using System.Collections.Immutable;
using Dtao.Lab.Reports.Texts;

namespace Dtao.Lab.Reports.Model;

/// <summary>Charts of one thing at a time, chosen by the reader.</summary>
/// <param name="Label">What is chosen.</param>
/// <param name="Options">What there is; all have the same number of charts.</param>
public sealed record Choice(Text Label, ImmutableArray<ChoiceOption> Options) : ReportBlock
{
    /// <summary>Which one is shown first.</summary>
    public int First { get; init; }
}
