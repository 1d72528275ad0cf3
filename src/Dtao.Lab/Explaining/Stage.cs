using System.Collections.Immutable;

namespace Dtao.Lab.Explaining;

/// <summary>One step from a block's emission to who got what.</summary>
/// <param name="Name">What is found.</param>
/// <param name="Inputs">What it is found from.</param>
/// <param name="Formula">How, in the article's words.</param>
/// <param name="Rounding">How it is rounded.</param>
/// <param name="Results">What was found.</param>
/// <param name="Source">Where the specification says so.</param>
public sealed record Stage(
    string Name, ImmutableArray<Quantity> Inputs, string Formula, string Rounding,
    ImmutableArray<Quantity> Results, string Source);
