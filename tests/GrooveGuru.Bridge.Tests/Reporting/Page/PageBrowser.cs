using System.Diagnostics;
using Microsoft.Playwright;

namespace GrooveGuru.Bridge.Tests.Reporting.Page;

/// <summary>A real browser without a screen, for one page; all that it complains of is kept.</summary>
internal sealed class PageBrowser : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private PageBrowser(IPlaywright playwright, IBrowser browser, IPage page)
    {
        (_playwright, _browser, Page) = (playwright, browser, page);
        page.Console += (_, message) => Complaints.AddRange(message.Type == "error" ? [message.Text] : []);
        page.PageError += (_, error) => Complaints.Add(error);
    }

    public IPage Page { get; }

    public List<string> Complaints { get; } = [];

    public static async Task<PageBrowser> StartAsync(ColorScheme scheme = ColorScheme.Light)
    {
        IPlaywright playwright = await Playwright.CreateAsync();
        IBrowser browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = BrowserFactAttribute.Program,
            Args = ["--no-sandbox", "--autoplay-policy=no-user-gesture-required"],
        });
        IPage page = await browser.NewPageAsync(new BrowserNewPageOptions
        {
            ViewportSize = new ViewportSize { Width = 1100, Height = 1000 },
            ColorScheme = scheme,
        });
        return new PageBrowser(playwright, browser, page);
    }

    /// <summary>Waits until an expression holds in the page; asked from outside, because the page's policy lets nothing be evaluated in it.</summary>
    public async Task AwaitAsync(string expression)
    {
        long start = Stopwatch.GetTimestamp();
        while (!await Page.EvaluateAsync<bool>(expression))
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(60), $"waited in vain for {expression}");
            await Task.Delay(20);
        }
    }

    /// <summary>Keeps a picture where GROOVEGURU_PICTURES names a folder, to be looked at.</summary>
    public async Task KeepPictureAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("GROOVEGURU_PICTURES") is { Length: > 0 } folder)
        {
            await Page.ScreenshotAsync(new PageScreenshotOptions { Path = System.IO.Path.Combine(folder, $"{name}.png"), FullPage = true });
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
