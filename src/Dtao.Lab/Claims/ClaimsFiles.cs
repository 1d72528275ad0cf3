using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Dtao.Lab.Reports.Html;
using Dtao.Lab.Reports.Texts;

namespace Dtao.Lab.Claims;

/// <summary>The three files of the table of claims.</summary>
/// <param name="results">The claims and what came of them.</param>
/// <param name="runs">Runs that they were measured on.</param>
/// <param name="seed">The seed.</param>
/// <param name="rule">Emission rule of the measurement; null for that of the versions.</param>
/// <param name="command">The command that makes it again.</param>
/// <param name="language">Language of the page; the other files have none.</param>
public sealed class ClaimsFiles(
    ImmutableArray<ClaimResult> results,
    ImmutableArray<ClaimRun> runs,
    ulong seed,
    string? rule,
    string command,
    ReportLanguage language)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The file <c>summary.json</c>.</summary>
    public byte[] Summary() => ClaimsJson.Of(results, seed, rule, command);

    /// <summary>Writes the file of this name; <c>series.csv</c> has a row for each figure.
    /// </summary>
    public void WriteFile(string name, Stream stream)
    {
        using StreamWriter writer = new(stream, Utf8, leaveOpen: true) { NewLine = "\n" };
        switch (name)
        {
            case "summary.json":
                stream.Write(Summary());
                break;
            case "series.csv":
                WriteFigures(writer);
                break;
            case "report.html":
                writer.Write(ReportPage.Render(
                    ClaimsReport.Of(results, runs, seed, rule, command), language));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(name));
        }
    }

    private void WriteFigures(StreamWriter writer)
    {
        writer.WriteLine("claim,verdict,figure,value,unit");
        foreach (ClaimResult result in results)
        {
            string verdict = ClaimsText.WordOf(result.Outcome.Verdict);
            foreach (ClaimFigure figure in result.Outcome.Figures)
            {
                string value =
                    figure.Value?.ToString("0.############", CultureInfo.InvariantCulture) ?? "";
                writer.WriteLine(
                    $"{result.Claim.Number},{verdict},\"{figure.Name}\",{value},{figure.Unit}");
            }
        }
    }
}
