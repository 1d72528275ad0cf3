using Dtao.Lab.Reports.Texts;

namespace Dtao.Lab.Reports.Model;

/// <summary>A name with what it stands for.</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">What it stands for.</param>
public sealed record NamedText(Text Name, Text Value);
