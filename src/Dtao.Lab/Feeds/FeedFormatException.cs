using System.Globalization;

namespace Dtao.Lab.Feeds;

/// <summary>A file of observations that cannot be used: file, line and what.</summary>
public sealed class FeedFormatException : Exception
{
    /// <summary>A problem of a whole file.</summary>
    public FeedFormatException(string file, string problem)
        : base($"{file}: {problem}")
    {
    }

    /// <summary>A problem in one line of a file, the first being 1.</summary>
    public FeedFormatException(string file, int line, string problem)
        : base(string.Create(CultureInfo.InvariantCulture, $"{file}:{line}: {problem}"))
    {
    }
}
