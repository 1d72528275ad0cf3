using System.Collections.Immutable;
using Dtao.Lab.Claims;
using Dtao.Lab.Reports.Html;
using Dtao.Lab.Reports.Model;
using Dtao.Lab.Reports.Texts;
using Xunit;

namespace Dtao.Lab.Tests.Claims;

/// <summary>The article's claims are all there, and those of the mechanism hold.</summary>
public class ArticleClaimTests
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
    }

    [Fact]
    public void A_long_claim_is_left_out_when_it_must_be_quick()
    {
        ImmutableArray<ClaimResult> results = ArticleClaims.Measure(
            [28], new(1, CancellationToken.None), isQuick: true, tell: null);

        Assert.Equal(Verdict.Undecided, results.Single().Outcome.Verdict);
    }

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
            ClaimsReport.Of(results, 1, "./dtao lab claims"), ReportLanguage.TraditionalChinese);

        Assert.Empty(untranslated);
        Assert.Contains("逐條量測文章的主張", page, StringComparison.Ordinal);
    }
}
