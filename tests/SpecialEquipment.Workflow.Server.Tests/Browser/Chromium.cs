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

    /// <summary>A picture with something on it, as a camera would give.</summary>
    public static async Task<byte[]> PhotoAsync(IBrowser browser)
    {
        var page = await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = 800, Height = 600 } });
        await page.SetContentAsync("<body style='margin:0;background:linear-gradient(160deg,#445,#99a 60%,#665)'><div style='margin:180px auto;width:260px;height:260px;border-radius:50%;border:28px solid #333;background:#b98'></div></body>");
        var picture = await page.ScreenshotAsync(new PageScreenshotOptions { Type = ScreenshotType.Jpeg, Quality = 80 });
        await page.CloseAsync();
        return picture;
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
