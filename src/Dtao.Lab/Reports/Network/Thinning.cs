using System.Collections.Immutable;

namespace Dtao.Lab.Reports.Network;

/// <summary>Leaves out samples that no eye would miss.</summary>
public static class Thinning
{
    private const int AlwaysFirst = 12;

    /// <summary>The first twelve, then every so many, and the last.</summary>
    /// <typeparam name="TSample">What is thinned.</typeparam>
    /// <param name="samples">In order of time.</param>
    /// <param name="most">How many are left, about.</param>
    public static ImmutableArray<TSample> Of<TSample>(ImmutableArray<TSample> samples, int most)
    {
        int step = Math.Max(1, (samples.Length + most - 2) / (most - 1));
        return
        [
            .. samples.Where((_, index) =>
                index < AlwaysFirst || index % step == 0 || index == samples.Length - 1),
        ];
    }
}
