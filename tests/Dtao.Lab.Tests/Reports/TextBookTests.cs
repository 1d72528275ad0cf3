using Dtao.Lab.Reports.Model;
using Dtao.Lab.Reports.Texts;
using Xunit;

namespace Dtao.Lab.Tests.Reports;

public class TextBookTests
{
    private const string Fall = "[fall]\nen: it fell\n  by {0}\nzh-TW: 下跌\n  了 {0}\n";

    [Fact]
    public void A_text_is_said_in_each_language_with_its_parts()
    {
        TextBook book = BookOf(Fall);
        Text text = Text.Key("fall", Text.Of(Figure.Of(0.875, Unit.Share, 1)));

        string english = book.Say(text, ReportLanguage.English);
        string chinese = book.Say(text, ReportLanguage.TraditionalChinese);

        Assert.Equal("it fell by 87.5 %", english);
        Assert.Equal("下跌了 87.5 %", chinese);
    }

    [Fact]
    public void A_phrase_stands_for_every_sentence_of_its_form()
    {
        TextBook book = BookOf(
            "[=]\nen: version {0}: {1}\nzh-TW: 版本 {0}：{1}\n\n[=]\nen: a fix\nzh-TW: 修正\n");

        string said = book.Say(
            Text.Phrase("version 234: a fix"), ReportLanguage.TraditionalChinese);

        Assert.Equal("版本 234：修正", said);
    }

    [Fact]
    public void A_phrase_that_is_not_in_the_book_stays_and_is_told()
    {
        TextBook book = BookOf("[=]\nen: version {0}: {1}\nzh-TW: 版本 {0}：{1}\n");
        HashSet<string> unknown = [];

        string said = book.Say(
            Text.Phrase("version 2: a new idea"), ReportLanguage.TraditionalChinese, unknown);

        Assert.Equal("版本 2：a new idea", said);
        Assert.Equal(["a new idea"], unknown);
    }

    [Fact]
    public void A_key_that_is_not_in_the_book_is_a_bug()
    {
        TextBook book = BookOf(Fall);

        Assert.Throws<InvalidOperationException>(
            () => book.Say(Text.Key("rise"), ReportLanguage.English));
        Assert.Throws<InvalidOperationException>(
            () => book.Say(Text.Key("fall"), ReportLanguage.English));
    }

    [Theory]
    [InlineData("[a]\nen: x\n", "line 1", "zh-TW")]
    [InlineData("[a]\nzh-TW: x\n", "line 1", "en")]
    [InlineData("[a]\nen: x\nen: y\nzh-TW: z\n", "line 3", "two texts in en")]
    [InlineData("[a]\nen: x\nzh-TW: z\n[a]\nen: x\nzh-TW: z\n", "line 4", "twice")]
    [InlineData("en: x\n", "line 1", "[key]")]
    [InlineData("[a]\nfr: x\n", "line 2", "en, zh-TW")]
    [InlineData("[a]\n  x\n", "line 2", "language")]
    public void A_text_that_is_wrong_is_named_by_file_and_line(
        string content, string line, string what)
    {
        FormatException problem = Assert.Throws<FormatException>(() => BookOf(content));

        Assert.Contains("some.texts, " + line, problem.Message, StringComparison.Ordinal);
        Assert.Contains(what, problem.Message, StringComparison.Ordinal);
    }

    private static TextBook BookOf(string content) => new([("some.texts", content)]);
}
