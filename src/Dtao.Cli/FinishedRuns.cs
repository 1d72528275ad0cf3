using System.CommandLine;
using Dtao.Lab.Reports;
using Dtao.Lab.Scenarios;

namespace Dtao.Cli;

/// <summary>Finds the finished run that a command names.</summary>
internal static class FinishedRuns
{
    /// <summary>The run in a folder; null when the word names a scenario.</summary>
    /// <exception cref="UsageException">The folder holds no run that can be repeated.</exception>
    public static FinishedRun? Find(ParseResult parsed, string word)
    {
        if (ScenarioCatalog.Find(word) is not null) return null;
        if (!Directory.Exists(word))
        {
            throw new UsageException(
                $"'{word}' is no folder and no scenario; give the folder of a finished run or "
                + $"one of: {PointOptions.NamesOfScenarios()}");
        }

        if (PointOptions.AreGiven(parsed))
        {
            throw new UsageException(
                $"'{word}' is a finished run, which says itself what it is; leave out "
                + "--days, --seed and --spec, or name a scenario");
        }

        return Open(word);
    }

    /// <summary>The run in a folder.</summary>
    /// <exception cref="UsageException">The folder holds no run that can be repeated.</exception>
    public static FinishedRun Open(string folder)
    {
        try
        {
            return FinishedRun.Read(folder);
        }
        catch (Exception problem) when (problem is IOException or FormatException
            or UnauthorizedAccessException)
        {
            throw new UsageException(problem.Message);
        }
    }
}
