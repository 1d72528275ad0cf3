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

        string words = Markup().Replace(Unspoken().Replace(page, " "), "\n");

        // Names may have several words; what joins the words of a sentence is not in them.
        Assert.Empty(EnglishSentence().Matches(words).Select(static match => match.Value));
    }

    [Fact]
    public void The_texts_of_both_languages_have_the_same_places()
    {
        IEnumerable<string> uneven = TextBook.Standard.Keys
            .Where(static key => TextBook.Standard.Has(key))
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

    [GeneratedRegex(@"(?s)<script>.*?</script>|<(style|pre|code)\b.*?</\1>")]
    private static partial Regex Unspoken();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Markup();

    [GeneratedRegex(
        @"[A-Za-z]+ (the|of|is|are|and|in|from|at|to|was|has|with|no|not|all|on|for) [A-Za-z]+")]
    private static partial Regex EnglishSentence();
}
