namespace Dtao.Lab.Claims;

/// <summary>How much two series go together.</summary>
internal static class Correlation
{
    /// <summary>Pearson's coefficient, −1 to 1; 0 when a series does not vary.</summary>
    public static decimal Of(IReadOnlyList<double> left, IReadOnlyList<double> right)
    {
        double leftMean = left.Sum() / left.Count;
        double rightMean = right.Sum() / right.Count;
        double both = 0;
        double leftSquare = 0;
        double rightSquare = 0;
        for (int index = 0; index < left.Count; index++)
        {
            double x = left[index] - leftMean;
            double y = right[index] - rightMean;
            both += x * y;
            leftSquare += x * x;
            rightSquare += y * y;
        }

        double scale = Math.Sqrt(leftSquare * rightSquare);
        return scale == 0 ? 0 : (decimal)(both / scale);
    }
}
