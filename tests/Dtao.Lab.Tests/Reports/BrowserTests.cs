using Dtao.Lab.Reports.Html;
using Dtao.Lab.Reports.Model;
using Dtao.Lab.Reports.Network;
using Dtao.Lab.Reports.Texts;
using Microsoft.Playwright;
using Xunit;

namespace Dtao.Lab.Tests.Reports;

/// <summary>Reports in a real browser; what it shows is left in artifacts/screenshots.</summary>
public sealed class BrowserTests(LaunchRuns runs, InstalledBrowser browser)
    : IClassFixture<InstalledBrowser>
{
    private const int Wide = 1280;
    private const int Narrow = 390;

    [Theory]
    [InlineData("en", ColorScheme.Light, Wide)]
    [InlineData("en", ColorScheme.Dark, Narrow)]
    [InlineData("zh-TW", ColorScheme.Dark, Wide)]
    [InlineData("zh-TW", ColorScheme.Light, Narrow)]
    public async Task A_run_is_shown_whole_without_errors_or_requests(
        string tag, ColorScheme colors, int width)
    {
        await using OpenedPage page = await Open("launch", RunReport, tag, colors, width);

        await page.IsComplete(charts: 6);

        Assert.Equal(4 + 1, await page.Count("table.sortable"));
        Assert.Equal(64, await page.Count("#subnets tbody tr"));
        string heading = await page.TextOf("#validators h2");
        Assert.Equal(tag == "en" ? "Validators" : "驗證者", heading);
    }

    [Theory]
    [InlineData("en", ColorScheme.Light, Wide)]
    [InlineData("zh-TW", ColorScheme.Dark, Narrow)]
    public async Task Every_kind_of_block_is_shown(string tag, ColorScheme colors, int width)
    {
        await using OpenedPage page = await Open("sample", SampleReport.Value, tag, colors, width);

        await page.IsComplete(charts: 6);

        Assert.Equal(3, await page.Count("#lists table"));
        Assert.Equal(1, await page.Count(".agent"));
        Assert.Contains(
            "Price <b>rises</b>", await page.TextOf("#lists table"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_sorts_by_its_headings_from_the_keyboard()
    {
        await using OpenedPage page = await Open(
            "sorted", RunReport, "en", ColorScheme.Light, Wide);

        await page.Page.Locator("#subnets th button").First.FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await page.Page.Keyboard.PressAsync("Enter");

        Assert.Equal("64", await page.TextOf("#subnets tbody tr:first-child td:first-child"));
        ILocator heading = page.Page.Locator("#subnets th").First;
        Assert.Equal("descending", await heading.GetAttributeAsync("aria-sort"));
    }

    [Fact]
    public async Task The_figures_of_a_chart_open_as_a_table()
    {
        await using OpenedPage page = await Open(
            "figures", RunReport, "en", ColorScheme.Light, Wide);

        await page.Page.Locator("#root-share details summary").ClickAsync();

        await page.Page.WaitForSelectorAsync("#root-share details td");
        Assert.Equal(
            NetworkReport.Of(runs.Hours).Sections[0].Blocks.OfType<Plot>().Single().Places.Length,
            await page.Count("#root-share details tbody tr"));
        Assert.Equal(
            "100", await page.TextOf("#root-share details tbody tr:first-child td:nth-child(2)"));
    }

    [Fact]
    public async Task The_reader_hides_a_series_switches_a_scale_and_chooses_a_subnet()
    {
        await using OpenedPage page = await Open(
            "chosen", RunReport, "en", ColorScheme.Light, Wide);
        ILocator chart = page.Page.Locator("#subnet figure").First;
        string before = await chart.Locator("svg").InnerHTMLAsync();

        await page.Page.Locator("#subnet select").SelectOptionAsync("0");
        string other = await chart.Locator("svg").InnerHTMLAsync();
        await chart.Locator("input[type=checkbox]").UncheckAsync();
        string linear = await chart.Locator("svg").InnerHTMLAsync();
        await chart.Locator(".legend button").First.ClickAsync();
        string hidden = await chart.Locator("svg").InnerHTMLAsync();

        Assert.Equal(4, new HashSet<string>([before, other, linear, hidden]).Count);
        Assert.Empty(page.Problems);
    }

    [Fact]
    public async Task The_pointer_on_a_chart_tells_figures_with_their_units()
    {
        await using OpenedPage page = await Open(
            "pointed", RunReport, "en", ColorScheme.Light, Wide);
        ILocator chart = page.Page.Locator("#root-share .plot");
        await chart.ScrollIntoViewIfNeededAsync();

        await chart.HoverAsync(new() { Position = new() { X = 600, Y = 200 } });

        string tip = await page.TextOf(".tip");
        Assert.Contains("days", tip, StringComparison.Ordinal);
        Assert.Contains(" %", tip, StringComparison.Ordinal);
        Assert.Empty(page.Problems);
    }

    [Fact]
    public async Task A_logarithmic_axis_names_steps_between_powers_of_ten()
    {
        await using OpenedPage page = await Open(
            "steps", SampleReport.LogarithmicValue, "en", ColorScheme.Light, Wide);

        IReadOnlyList<string> labels =
            await page.Page.Locator("figure svg text").AllTextContentsAsync();

        string[] steps = ["0.005", "0.01", "0.02", "0.05", "0.1", "0.2"];
        Assert.All(steps, step => Assert.Contains(step, labels));
        Assert.DoesNotContain("0.002", labels);
    }

    [Fact]
    public async Task A_chart_says_its_axes_and_ends_to_those_who_hear_it()
    {
        await using OpenedPage page = await Open(
            "heard", SampleReport.LogarithmicValue, "en", ColorScheme.Light, Wide);

        string? heard = await page.Page.Locator("figure svg").First
            .GetAttributeAsync("aria-label");

        Assert.Equal(
            "Chart: Price path. Vertical: Price (TAO/alpha); horizontal: Time (days). "
                + "Price: from 0.006 TAO/alpha to 0.04 TAO/alpha. "
                + "All figures are in the table below.",
            heard);
    }

    private Report RunReport => NetworkReport.Of(runs.Hours);

    private async Task<OpenedPage> Open(
        string name, Report report, string tag, ColorScheme colors, int width)
    {
        string html = ReportPage.Render(report, ReportLanguage.Find(tag)!);
        string shot = $"{name}-{tag}-{colors}-{width}".ToLowerInvariant();
        return await OpenedPage.Open(browser.Get(), html, shot, colors, width);
    }
}
