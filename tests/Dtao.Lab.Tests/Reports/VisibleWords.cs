using System.Net;
using System.Text.RegularExpressions;
using Dtao.Lab.Datasets;

namespace Dtao.Lab.Tests.Reports;

/// <summary>The words of a page that a reader sees or hears, and the English among them.</summary>
internal static partial class VisibleWords
{
    /// <summary>Names of programs, articles and commands; the same in every language.</summary>
    private static readonly string[] Names =
    [
        "Why dTAO is broken", "TAO Accumulation Corporation", "./dtao conformance",
        "Apache ECharts", "Apache License",
    ];

    /// <summary>Runs of two and more Latin words that are no name.</summary>
    /// <remarks>The facts of the charts are part of the page; its script and commands are not.
    /// </remarks>
    public static IReadOnlyList<string> EnglishIn(string page)
    {
        string words = WebUtility.HtmlDecode(
            Markup().Replace(Unspoken().Replace(page, " "), "\n")
                .Replace("\\u0027", "'", StringComparison.Ordinal));
        foreach (string name in NamesByLength())
        {
            words = words.Replace(name, "§", StringComparison.Ordinal);
        }

        return [.. LatinWords().Matches(words).Select(static match => match.Value).Distinct()];
    }

    private static IEnumerable<string> NamesByLength() => LaunchDataset.Instance.Subnets
        .Select(static subnet => subnet.Name)
        .Concat(LaunchDataset.Instance.Validators.Select(static validator => validator.Name))
        .Where(static name => name.Contains(' '))
        .Concat(Names)
        .OrderByDescending(static name => name.Length);

    [GeneratedRegex(@"(?s)<script>.*?</script>|<(style|pre|code)\b.*?</\1>")]
    private static partial Regex Unspoken();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Markup();

    [GeneratedRegex("[A-Za-z][A-Za-z'’-]*(?: [A-Za-z'’-]{2,})+")]
    private static partial Regex LatinWords();
}
