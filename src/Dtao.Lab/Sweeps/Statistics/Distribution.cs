namespace Dtao.Lab.Sweeps.Statistics;

/// <summary>Some values in five figures, in their own unit.</summary>
/// <param name="Count">How many values there are; runs that cannot tell are left out.</param>
/// <param name="Mean">Arithmetic mean.</param>
/// <param name="Median">Median.</param>
/// <param name="Low">Value below which 5 % lie.</param>
/// <param name="High">Value below which 95 % lie.</param>
public sealed record Distribution(int Count, double Mean, double Median, double Low, double High)
{
    private const double LowPart = 0.05;
    private const double HighPart = 0.95;

    /// <summary>The figures of some values; null for no values.</summary>
    public static Distribution? Of(IEnumerable<double?> values)
    {
        double[] sorted = [.. values.OfType<double>().Order()];
        if (sorted.Length == 0) return null;
        return new(
            sorted.Length,
            MeanOf(sorted),
            Quantile(sorted, 0.5),
            Quantile(sorted, LowPart),
            Quantile(sorted, HighPart));
    }

    /// <summary>Arithmetic mean, summed in the order of the values.</summary>
    internal static double MeanOf(IReadOnlyList<double> values)
    {
        double sum = 0;
        foreach (double value in values) sum += value;
        return sum / values.Count;
    }

    /// <summary>
    /// Value below which a part lies, between two values in proportion (type 7 of R).
    /// </summary>
    internal static double Quantile(double[] sorted, double part)
    {
        double place = part * (sorted.Length - 1);
        int below = (int)place;
        int above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}
