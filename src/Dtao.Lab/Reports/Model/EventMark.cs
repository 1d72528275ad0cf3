using Dtao.Lab.Reports.Texts;

namespace Dtao.Lab.Reports.Model;

/// <summary>Something that happened, marked in a plot by a line with a number.</summary>
/// <param name="Place">Where on the x axis.</param>
/// <param name="Text">What happened.</param>
public sealed record EventMark(double Place, Text Text);
