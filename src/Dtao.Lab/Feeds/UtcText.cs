using System.Globalization;

namespace Dtao.Lab.Feeds;

/// <summary>Times as text.</summary>
public static class UtcText
{
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd'T'HH:mmK",
        "yyyy-MM-dd HH:mm:ssK",
        "yyyy-MM-dd HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd HH:mmK",
        "yyyy-MM-dd",
    ];

    /// <summary>Reads a time; one without a zone is UTC.</summary>
    public static bool TryParse(string text, out DateTime time) => DateTime.TryParseExact(
        text,
        Forms,
        CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
        out time);

    /// <summary>A time to the second, for example <c>2025-10-25T16:00:56Z</c>.</summary>
    public static string Of(DateTime time) =>
        time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
