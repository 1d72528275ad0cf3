using Dtao.Lab.Plans;
using Dtao.Lab.Reports.Html;
using Dtao.Lab.Reports.Model;
using Dtao.Lab.Reports.Network;
using Dtao.Lab.Reports.Texts;
using Dtao.Lab.Runs;
using Dtao.Lab.Scenarios;
using Xunit;

namespace Dtao.Lab.Tests.Reports;

/// <summary>Pages of all scenarios in Traditional Chinese have no English left but names.</summary>
public class TranslatedPageTests
{
    /// <summary>The scenarios of files.</summary>
    public static TheoryData<string> Names => [.. ScenarioCatalog.FileNames];

    [Theory]
    [MemberData(nameof(Names))]
    public void No_English_is_left_in_the_page_of_a_scenario(string name)
    {
        Report report = NetworkReport.Of(RunOf(name));

        string page = ReportPage.Render(
            report, ReportLanguage.TraditionalChinese, out IReadOnlyCollection<string> left);

        Assert.Empty(left);
        Assert.Empty(VisibleWords.EnglishIn(page));
    }

    [Fact]
    public void A_page_with_an_English_sentence_is_found_out()
    {
        Report report = NetworkReport.Of(RunOf("wash-trade")) with
        {
            Limits = Text.Phrase("Nobody has translated this."),
        };

        string page = ReportPage.Render(
            report, ReportLanguage.TraditionalChinese, out IReadOnlyCollection<string> left);

        Assert.Equal(["Nobody has translated this."], left);
        Assert.Equal(["Nobody has translated this"], VisibleWords.EnglishIn(page));
    }

    [Fact]
    public void The_answers_of_all_scenarios_are_translated_with_their_places()
    {
        SortedSet<string> untranslated = new(StringComparer.Ordinal);

        foreach (ScenarioAnswer answer in Answers())
        {
            Text[] parts = [.. answer.Places.Select(static _ => Text.Verbatim("1"))];
            TextBook.Standard.Say(
                Text.Phrase(answer.Sentence, [.. parts]),
                ReportLanguage.TraditionalChinese,
                untranslated);
        }

        Assert.Empty(untranslated);
    }

    private static IEnumerable<ScenarioAnswer> Answers() => ScenarioCatalog.FileNames
        .Select(static name => ScenarioCatalog.Find(name)!.Plan!.Answer)
        .Select(static answer => answer
            ?? throw new InvalidOperationException("a scenario has no answer"));

    private static RunResult RunOf(string name) => Simulator.Run(
        new(ScenarioCatalog.Find(name)!, new(40), Point.UsualSeed, Pinned: null)
        {
            Auditing = Auditing.Off,
        },
        report: null,
        TestContext.Current.CancellationToken);
}
