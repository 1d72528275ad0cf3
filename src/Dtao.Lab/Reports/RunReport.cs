using System.Text;
using Dtao.Lab.Reports.Html;
using Dtao.Lab.Reports.Network;
using Dtao.Lab.Reports.Texts;
using Dtao.Lab.Runs;

namespace Dtao.Lab.Reports;

/// <summary>The three files of a run.</summary>
/// <param name="result">The run.</param>
/// <param name="language">Language of the page; the other files have none.</param>
public sealed class RunReport(RunResult result, ReportLanguage language)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes the file of this name.</summary>
    public void WriteFile(string name, Stream stream)
    {
        using StreamWriter writer = new(stream, Utf8, leaveOpen: true);
        switch (name)
        {
            case "summary.json":
                stream.Write(SummaryJson.Of(result));
                break;
            case "series.csv":
                SeriesCsv.Write(result, writer);
                break;
            case "report.html":
                writer.Write(ReportPage.Render(NetworkReport.Of(result), language));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(name));
        }
    }
}
