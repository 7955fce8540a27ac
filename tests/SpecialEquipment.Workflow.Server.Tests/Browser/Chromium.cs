using Microsoft.Playwright;

namespace SpecialEquipment.Workflow.Server.Tests.Browser;

/// <summary>Debian's Chromium, driven by Playwright. One process stands for one machine: a desk or a phone.</summary>
public sealed class Chromium : IAsyncDisposable
{
    public const string Executable = "/usr/bin/chromium";
    private readonly IPlaywright playwright;
    private readonly List<IBrowser> browsers = [];

    private Chromium(IPlaywright playwright) => this.playwright = playwright;

    public static async Task<Chromium> StartAsync()
    {
        Assert.SkipUnless(File.Exists(Executable), $"{Executable} is missing (Debian package chromium)");
        Assert.SkipUnless(File.Exists(Repository.Path("src", "SpecialEquipment.Workflow.Server", "wwwroot", "index.html")), "the console is not built (npm ci && npm run build in src/console)");
        return new Chromium(await Playwright.CreateAsync());
    }

    public async Task<IBrowser> OpenAsync()
    {
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Executable,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-extensions", "--font-render-hinting=none"],
        });
        browsers.Add(browser);
        return browser;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var browser in browsers)
        {
            await browser.DisposeAsync();
        }
        playwright.Dispose();
    }
}
