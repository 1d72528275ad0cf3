using System.Globalization;
using Dtao.Lab.Measures;

namespace Dtao.Lab.Plans;

/// <summary>A measure and what is expected of it.</summary>
/// <param name="Measure">What is measured.</param>
/// <param name="Subnet">Subnet that it is about; 0 for the network.</param>
/// <param name="Least">Least value that is as expected; null for no bound.</param>
/// <param name="Most">Largest value that is as expected; null for no bound.</param>
/// <param name="Because">Where the expectation comes from.</param>
public sealed record MeasurePlan(
    Measure Measure, ushort Subnet, decimal? Least, decimal? Most, string Because)
{
    /// <summary>Name of the group or purpose that it is about; empty for a subnet.</summary>
    public string Named { get; init; } = string.Empty;

    /// <summary>As the scenario file writes it, for example <c>best-rank 28</c>.</summary>
    public string Title
    {
        get
        {
            string subject = Subnet == 0
                ? Named
                : Subnet.ToString(CultureInfo.InvariantCulture);
            return subject.Length == 0 ? Measure.Name : $"{Measure.Name} {subject}";
        }
    }
}
