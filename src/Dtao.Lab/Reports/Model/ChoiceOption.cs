using System.Collections.Immutable;
using Dtao.Lab.Reports.Texts;

namespace Dtao.Lab.Reports.Model;

/// <summary>One of the things a reader can choose.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Charts">Its charts.</param>
public sealed record ChoiceOption(Text Label, ImmutableArray<Chart> Charts);
