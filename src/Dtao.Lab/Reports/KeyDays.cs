using System.Collections.Immutable;
using Dtao.Lab.Runs;

namespace Dtao.Lab.Reports;

/// <summary>The days that a summary shows: those the article and its readers speak of.</summary>
public static class KeyDays
{
    private static readonly ulong[] Days = [1, 7, 12, 14, 30, 66, 100, 200, 365];

    /// <summary>The samples of those days within the run, and the last one.</summary>
    public static ImmutableArray<NetworkSample> Of(RunResult result)
    {
        List<NetworkSample> samples = [result.First];
        foreach (ulong day in Days)
        {
            if (result.AtDay(day) is { } sample) samples.Add(sample);
        }

        if (samples[^1] != result.Last) samples.Add(result.Last);
        return [.. samples];
    }
}
