using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dtao.Lab.Claims;
using Dtao.Lab.Reports.Html;
using Dtao.Lab.Reports.Model;
using Dtao.Lab.Reports.Texts;
using Dtao.Lab.Tests.Reports;
using Dtao.Runtime.Admin;
using Dtao.Runtime.Dispatch;
using Dtao.Testing;
using Xunit;

namespace Dtao.Lab.Tests.Claims;

/// <summary>The article's claims are all there, and those of the mechanism hold.</summary>
public partial class ArticleClaimTests
{
    [Fact]
    public void There_are_36_in_the_order_of_their_numbers()
    {
        Assert.Equal(
            Enumerable.Range(1, 36), ArticleClaims.All.Select(static claim => claim.Number));
        Assert.All(ArticleClaims.All, static claim => Assert.Contains("efuted", claim.Method
            .Replace("Imprecise if", "Refuted if", StringComparison.Ordinal)
            .Replace("The figures of claim 8.", "Refuted", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_can_be_seen_on_a_pool_a_swap_or_an_epoch_holds()
    {
        int[] small = [1, 2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 18, 24, 25, 33, 36];

        ImmutableArray<ClaimResult> results = ArticleClaims.Measure(
            small, new(1, CancellationToken.None), isQuick: true, tell: null);

        Assert.Equal(small, results.Select(static result => result.Claim.Number));
        Assert.All(results, static result => Assert.True(
            result.Outcome.Verdict == Verdict.Holds,
            $"{result.Claim.Number}: {result.MeasuredText}"));
        string page = ReportPage.Render(
            ClaimsReport.Of(results, [], 1, null, "./dtao lab claims"),
            ReportLanguage.TraditionalChinese,
            out IReadOnlyCollection<string> untranslated);
        Assert.Empty(untranslated);
        Assert.Empty(VisibleWords.EnglishIn(page));
    }

    [Theory]
    [InlineData("R0", 2)]
    [InlineData("R6b@425 weighted", 4)]
    [InlineData("cap", 8)]
    [InlineData("spot", 9)]
    [InlineData("cap", 12)]
    [InlineData("R6b", 13)]
    [InlineData("P8", 14)]
    [InlineData("cap", 36)]
    public void A_claim_about_the_rule_fails_under_a_rule_that_breaks_it(string rule, int number)
    {
        ClaimLaboratory laboratory = new(1, CancellationToken.None) { Rule = rule };

        ClaimOutcome outcome = OutcomeOf(number, laboratory);

        Assert.True(
            outcome.Verdict == Verdict.Fails,
            $"{number} under {rule}: {string.Join("; ", outcome.Figures)}");
        Assert.Equal(ArticleClaims.NotAsClaimed, outcome.Reason);
    }

    [Fact]
    public void The_claim_about_the_parts_fails_with_another_cut_of_the_owner()
    {
        ClaimLaboratory laboratory = new(1, CancellationToken.None)
        {
            Prepare = static chain => Assert.True(
                chain.DispatchAs(Origin.Root, NetworkSettings.OwnerCut.To(20_000)).IsOk),
        };

        Assert.Equal(Verdict.Fails, OutcomeOf(11, laboratory).Verdict);
    }

    [Fact]
    public void The_document_says_of_every_claim_what_is_measured()
    {
        string document = File
            .ReadAllText(RepositoryRoot.Combine("docs", "lab", "claims.md"))
            .ReplaceLineEndings("\n");

        Assert.All(ArticleClaims.All, claim =>
        {
            Assert.Contains($"| {claim.Number}. {claim.Text} |", document);
            Assert.Contains($"\n{claim.Number}. {claim.Method}\n", document);
        });
    }

    [Fact]
    public void A_long_claim_is_left_out_when_it_must_be_quick()
    {
        ImmutableArray<ClaimResult> results = ArticleClaims.Measure(
            [28], new(1, CancellationToken.None), isQuick: true, tell: null);

        Assert.Equal(Verdict.Undecided, results.Single().Outcome.Verdict);
    }

    /// <summary>Runs of a year are too long for a test; their sentences stand in the source.
    /// </summary>
    [Fact]
    public void Every_method_reason_and_figure_of_a_claim_is_translated()
    {
        IEnumerable<string> files = Directory.EnumerateFiles(
            Path.Combine(RepositoryRoot.Path, "src", "Dtao.Lab", "Claims"), "*Claims.cs");
        string[] said =
        [
            .. files.SelectMany(static file => SentencesOf(File.ReadAllText(file)))
                .Concat(ArticleClaims.All.Select(static claim => claim.Method)),
        ];
        SortedSet<string> untranslated = new(StringComparer.Ordinal);

        foreach (string phrase in said)
        {
            TextBook.Standard.Say(
                Text.Phrase(phrase), ReportLanguage.TraditionalChinese, untranslated);
        }

        Assert.Contains("part of the gap closed by six hours at rate 3e-4", said);
        Assert.Contains("root below one half, the chain's formula", said);
        Assert.Empty(untranslated);
    }

    /// <summary>The sentences of a source, what stands in their places is 1.</summary>
    private static IEnumerable<string> SentencesOf(string source)
    {
        foreach (Match found in Sentence().Matches(Comment().Replace(source, string.Empty)))
        {
            string said = string.Concat(
                Literal().Matches(found.Value).Select(static part => part.Groups[1].Value));
            // Changes of a scenario, branches of the seed and units are no sentences.
            bool isSentence = said.Contains(' ') && !said.Contains('=')
                && !said.StartsWith("claim ", StringComparison.Ordinal)
                && !Unit().IsMatch(said);
            if (isSentence) yield return Place().Replace(said, "1");
        }
    }

    [GeneratedRegex("//.*")]
    private static partial Regex Comment();

    [GeneratedRegex(@"(\$?""[^""]*""\s*\+\s*)*\$?""[^""]*""")]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\$?""([^""]*)""")]
    private static partial Regex Literal();

    [GeneratedRegex("^(% of .*|parts in .*|of 1)$")]
    private static partial Regex Unit();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Place();

    private static ClaimOutcome OutcomeOf(int number, ClaimLaboratory laboratory) => ArticleClaims
        .Measure([number], laboratory, isQuick: true, tell: null).Single().Outcome;

    [Fact]
    public void The_page_speaks_both_languages()
    {
        ImmutableArray<ClaimResult> results = ArticleClaims.Measure(
            [28, 29], new(1, CancellationToken.None), isQuick: true, tell: null);
        SortedSet<string> untranslated = new(StringComparer.Ordinal);
        foreach (ArticleClaim claim in ArticleClaims.All)
        {
            TextBook.Standard.Say(
                Text.Phrase(claim.Text), ReportLanguage.TraditionalChinese, untranslated);
        }

        string page = ReportPage.Render(
            ClaimsReport.Of(results, [], 1, null, "./dtao lab claims"),
            ReportLanguage.TraditionalChinese);

        Assert.Empty(untranslated);
        Assert.Contains("逐條量測文章的主張", page, StringComparison.Ordinal);
    }
}
