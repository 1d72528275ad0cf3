using System.Text.RegularExpressions;

namespace Dtao.Lab.Reports;

/// <summary>Times as a reader wants them: <c>2025-02-13 21:42:48</c>, always UTC.</summary>
internal static partial class ReadableTime
{
    /// <summary>The text with every time in it made readable.</summary>
    /// <param name="text">Times in it are like <c>2025-02-13T21:42:48Z</c>.</param>
    public static string Of(string text) => Written().Replace(text, "$1 $2");

    [GeneratedRegex(@"(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)Z")]
    private static partial Regex Written();
}
