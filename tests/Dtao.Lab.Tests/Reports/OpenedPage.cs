using Dtao.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Dtao.Lab.Tests.Reports;

/// <summary>A page in a browser, and what it complained about or asked for.</summary>
internal sealed class OpenedPage : IAsyncDisposable
{
    private readonly string _file;
    private readonly string _shot;
    private readonly List<string> _problems = [];

    private OpenedPage(IPage page, string file, string shot)
    {
        Page = page;
        _file = file;
        _shot = shot;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") _problems.Add(message.Text);
        };
        page.PageError += (_, problem) => _problems.Add(problem);
        page.Request += (_, request) =>
        {
            if (request.Url != new Uri(file).AbsoluteUri) _problems.Add($"asks for {request.Url}");
        };
    }

    /// <summary>The page.</summary>
    public IPage Page { get; }

    /// <summary>Errors, warnings, and requests beside the page itself.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Opens a page from a file, as a reader would.</summary>
    public static async Task<OpenedPage> Open(
        IBrowser browser, string html, string shot, ColorScheme colors, int width)
    {
        string folder = Path.Combine(RepositoryRoot.Path, "artifacts", "screenshots");
        Directory.CreateDirectory(folder);
        string file = Path.Combine(folder, shot + ".html");
        await File.WriteAllTextAsync(file, html);
        IPage page = await browser.NewPageAsync(new()
        {
            ColorScheme = colors,
            ViewportSize = new() { Width = width, Height = 900 },
        });
        InstalledBrowser.BePatient(page);
        OpenedPage opened = new(page, file, Path.Combine(folder, shot + ".png"));
        await page.GotoAsync(new Uri(file).AbsoluteUri);
        return opened;
    }

    /// <summary>Nothing is missing, sticks out or complains; takes a picture.</summary>
    public async Task IsComplete(int charts)
    {
        await Page.ScreenshotAsync(new() { Path = _shot, FullPage = true });
        Assert.Empty(_problems);
        Assert.Equal(charts, await Count("figure.chart .plot svg"));
        foreach (ILocator drawing in await Page.Locator("figure.chart .plot svg").AllAsync())
        {
            Assert.True(await drawing.Locator("path").CountAsync() > 5, "a chart is not painted");
        }

        Assert.True(
            await Page.EvaluateAsync<bool>(
                "document.documentElement.scrollWidth <= window.innerWidth"),
            "the page is wider than its window");
    }

    /// <summary>How many elements there are.</summary>
    public Task<int> Count(string selector) => Page.Locator(selector).CountAsync();

    /// <summary>The text of the first such element.</summary>
    public async Task<string> TextOf(string selector) =>
        await Page.Locator(selector).First.TextContentAsync() ?? string.Empty;

    /// <summary>Closes it.</summary>
    public async ValueTask DisposeAsync()
    {
        await Page.CloseAsync();
        File.Delete(_file);
    }
}
