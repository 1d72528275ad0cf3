using System.Text;
using Dtao.Lab.Reports.Html;
using Dtao.Lab.Reports.Texts;
using Dtao.Lab.Sweeps.Reporting;
using Dtao.Lab.Sweeps.Statistics;

namespace Dtao.Lab.Sweeps.Files;

/// <summary>The files of a finished sweep beside its store.</summary>
public static class SweepFiles
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Name and writer of each file.</summary>
    public static IEnumerable<(string Name, Action<Stream> Write)> Of(
        SweepPlan plan, SweepStatistics statistics, ReportLanguage language)
    {
        yield return ("sweep.csv", stream => WriteText(
            stream, writer => SweepCsv.WriteRuns(plan, statistics.Outcomes, writer)));
        yield return ("bands.csv", stream => WriteText(
            stream, writer => SweepCsv.WriteBands(plan, statistics, writer)));
        yield return ("summary.json", stream => stream.Write(SweepJson.Of(plan, statistics)));
        yield return ("report.html", stream => WriteText(stream, writer => writer.Write(
            ReportPage.Render(SweepReport.Of(plan, statistics), language))));
    }

    private static void WriteText(Stream stream, Action<TextWriter> write)
    {
        using StreamWriter writer = new(stream, Utf8, leaveOpen: true);
        write(writer);
    }
}
