using Microsoft.Playwright;
using Xunit;

namespace Dtao.Lab.Tests.Reports;

/// <summary>The Chromium that is installed, for tests that look at pages.</summary>
/// <remarks>
/// DTAO_BROWSER names another one. Where none is installed the tests are skipped, except in the
/// continuous check, which installs it.
/// </remarks>
public sealed class InstalledBrowser : IAsyncLifetime
{
    // A busy machine may take long for what a free one does in a moment.
    private const float Patience = 180_000;

    private static readonly string[] Usual =
        ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Starts it.</summary>
    public async ValueTask InitializeAsync()
    {
        string? program = Find();
        if (program is null) return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = program,
            Args = ["--no-sandbox", "--disable-gpu"],
            Timeout = Patience,
        });
    }

    /// <summary>Stops it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    /// <summary>Gives a page the time a busy machine needs.</summary>
    public static void BePatient(IPage page)
    {
        page.SetDefaultTimeout(Patience);
        page.SetDefaultNavigationTimeout(Patience);
    }

    /// <summary>The browser; without one the test is skipped.</summary>
    public IBrowser Get()
    {
        if (_browser is not null) return _browser;
        const string missing = "Chromium is not installed (apt-get install chromium)";
        Assert.SkipWhen(Environment.GetEnvironmentVariable("CI") is not "true", missing);
        throw new InvalidOperationException(missing);
    }

    private static string? Find()
    {
        string? given = Environment.GetEnvironmentVariable("DTAO_BROWSER");
        return given ?? Usual.FirstOrDefault(File.Exists);
    }
}
