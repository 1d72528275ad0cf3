using System.Text.RegularExpressions;
using Dtao.Lab.Reports.Html;
using Dtao.Lab.Reports.Network;
using Dtao.Lab.Reports.Texts;
using Dtao.Lab.Scenarios;
using Xunit;

namespace Dtao.Lab.Tests.Reports;

/// <summary>Reports in Traditional Chinese have no English left but names.</summary>
public partial class TranslationTests(LaunchRuns runs)
{
    [Fact]
    public void A_report_of_a_run_has_every_phrase_translated()
    {
        ReportPage.Render(
            NetworkReport.Of(runs.Week), ReportLanguage.TraditionalChinese, out var untranslated);

        Assert.Empty(untranslated);
    }

    [Fact]
    public void Every_scenario_has_its_title_question_and_limits_translated()
    {
        IEnumerable<string> phrases = ScenarioCatalog.All.SelectMany(
            static scenario => new[] { scenario.Title, scenario.Question, scenario.Limits });
        SortedSet<string> untranslated = new(StringComparer.Ordinal);

        foreach (string phrase in phrases)
        {
            TextBook.Standard.Say(
                Text.Phrase(phrase), ReportLanguage.TraditionalChinese, untranslated);
        }

        Assert.Empty(untranslated);
    }

    [Fact]
    public void No_English_sentence_is_left_in_the_words_of_a_page()
    {
        string page = ReportPage.Render(
            NetworkReport.Of(runs.Week), ReportLanguage.TraditionalChinese);

        Assert.Empty(VisibleWords.EnglishIn(page));
    }

    [Fact]
    public void Every_text_has_words_of_its_own_language()
    {
        IEnumerable<string> wrong = TextBook.Standard.Keys.Where(static key =>
            Ideograph().IsMatch(TextBook.Standard.Template(key, ReportLanguage.English))
            || (IsSentence(TextBook.Standard.Template(key, ReportLanguage.English))
                && !Ideograph().IsMatch(
                    TextBook.Standard.Template(key, ReportLanguage.TraditionalChinese))));

        Assert.Empty(wrong);
    }

    [Fact]
    public void The_texts_of_both_languages_have_the_same_places()
    {
        IEnumerable<string> uneven = TextBook.Standard.Keys
            .Where(static key => PlacesOf(key, ReportLanguage.English)
                != PlacesOf(key, ReportLanguage.TraditionalChinese));

        Assert.Empty(uneven);
    }

    private static string PlacesOf(string key, ReportLanguage language) => string.Concat(
        Place().Matches(TextBook.Standard.Template(key, language))
            .Select(static match => match.Value)
            .Distinct()
            .Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();

    private static bool IsSentence(string english) => Words().Count(english) > 1;

    [GeneratedRegex("[a-z]{3}")]
    private static partial Regex Words();

    [GeneratedRegex("[\u4e00-\u9fff]")]
    private static partial Regex Ideograph();
}
