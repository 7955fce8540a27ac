using System.Collections.Concurrent;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SpecialEquipment.Workflow.Server.Tests.Browser;

/// <summary>What one person has in front of him: a page of the console, at a desk (1440 px) or on a phone (390 px). Collects every error the page logs.</summary>
public sealed class Screen
{
    private const float Patience = 30_000; // CI shares its cores
    private readonly ConcurrentQueue<string> errors = new();
    private readonly HashSet<string> expectedRefusals = [];

    private Screen(IPage page, string userName, bool isPhone) => (Page, UserName, IsPhone) = (page, userName, isPhone);

    public IPage Page { get; }
    public string UserName { get; }
    public bool IsPhone { get; }
    public IReadOnlyCollection<string> Errors => errors;

    public static async Task<Screen> OpenAsync(IBrowser browser, ServerHost host, string userName, bool isPhone)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = host.Address.ToString(), Locale = "zh-CN", TimezoneId = "Asia/Shanghai", IsMobile = isPhone, HasTouch = isPhone,
            ViewportSize = isPhone ? new ViewportSize { Width = 390, Height = 844 } : new ViewportSize { Width = 1440, Height = 900 },
            DeviceScaleFactor = isPhone ? 2 : 1, ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(Patience);
        SetDefaultExpectTimeout(Patience);
        // both browsers run on one machine, so its clock tells how long a notice took from one to the other
        await context.AddInitScriptAsync("""
            window.answeredAt = {}
            const send = window.fetch
            window.fetch = async (...call) => { const answer = await send(...call); window.answeredAt[new URL(answer.url).pathname.split('/').pop()] = Date.now(); return answer }
            """);
        var screen = new Screen(await context.NewPageAsync(), userName, isPhone);
        screen.Page.Console += (_, message) => screen.Heard(message);
        screen.Page.PageError += (_, error) => screen.errors.Enqueue($"{userName}: page error: {error}");
        return screen;
    }

    public async Task<Screen> SignInAsync(string password = ServerHost.DemoPassword)
    {
        await Page.GotoAsync("/");
        await FillAsync("login-user", UserName);
        await FillAsync("login-password", password);
        await ClickAsync("login-submit");
        await LiveAsync();
        return this;
    }

    /// <summary>Opens an address and waits until the page is there and notices can arrive.</summary>
    public async Task GoAsync(string path, string testId)
    {
        await Page.GotoAsync(path);
        await LiveAsync();
        await SeesAsync(testId);
    }

    public ILocator Get(string testId) => Page.GetByTestId(testId);

    public Task SeesAsync(string testId) => Expect(Get(testId).First).ToBeVisibleAsync();

    public Task SeesTextAsync(string testId, string text) => Expect(Get(testId).First).ToContainTextAsync(text);

    public Task ClickAsync(string testId) => Get(testId).First.ClickAsync();

    public Task FillAsync(string testId, string text) => Get(testId).First.FillAsync(text);

    public async Task PickDateAsync(string testId, string date)
    {
        await Get(testId).FillAsync(date);
        await Get(testId).PressAsync("Enter");
    }

    public async Task ChooseAsync(string field, string value, string? typed = null)
    {
        await Get($"field-{field}").ClickAsync();
        if (typed is not null)
        {
            await Page.Keyboard.TypeAsync(typed);
        }
        await Get($"option-{field}-{value}").First.ClickAsync();
    }

    public Task UploadAsync(string testId, string name, byte[] photo) =>
        Get(testId).SetInputFilesAsync(new FilePayload { Name = name, MimeType = "image/jpeg", Buffer = photo });

    /// <summary>A refusal that this test provokes; the browser itself logs it as an error of loading.</summary>
    public void ExpectsRefusal(string command) => expectedRefusals.Add(command);

    /// <summary>Presses the button and waits for the answer of the named command. Returns the status and the instant the answer was there.</summary>
    public async Task<(int Status, double AnsweredAt)> SubmitAsync(string command, string button = "submit")
    {
        await Page.EvaluateAsync("command => { delete window.answeredAt[command] }", command);
        var response = await Page.RunAndWaitForResponseAsync(
            () => Get(button).Last.ClickAsync(), r => r.Request.Method == "POST" && r.Url.EndsWith($"/{command}", StringComparison.Ordinal));
        await Page.WaitForFunctionAsync("command => window.answeredAt[command] > 0", command);
        return (response.Status, await Page.EvaluateAsync<double>("command => window.answeredAt[command]", command));
    }

    /// <summary>From now on the page notes when the bell counts one more.</summary>
    public Task ListenAsync() => Page.EvaluateAsync("""
        () => {
          const unread = () => Number(document.querySelector('[data-testid=bell]')?.dataset.unread ?? 0)
          const before = unread()
          window.noticeSeen = new Promise((seen) => {
            const observer = new MutationObserver(() => { if (unread() > before) { observer.disconnect(); seen(Date.now()) } })
            observer.observe(document.body, { subtree: true, childList: true, attributes: true })
            setTimeout(() => seen(-1), 20000)
          })
        }
        """);

    /// <summary>When the notice was on the screen, in milliseconds of the machine that both browsers run on; negative when none came.</summary>
    public Task<double> HeardAtAsync() => Page.EvaluateAsync<double>("() => window.noticeSeen");

    /// <summary>Keeps a picture, and checks that nothing sticks out at the side.</summary>
    public Task ShootAsync(string name, bool fullPage = false) => ShootAsync(name, fullPage, IsPhone);

    /// <summary>The same page as it looks at 1440 px and at 390 px.</summary>
    public async Task ShootBothAsync(string name, bool fullPage = false)
    {
        await ShootAsync(name, fullPage, IsPhone);
        var other = IsPhone ? (1440, 900) : (390, 844);
        var own = Page.ViewportSize!;
        await Page.SetViewportSizeAsync(other.Item1, other.Item2);
        await ShootAsync(name, fullPage, !IsPhone);
        await Page.SetViewportSizeAsync(own.Width, own.Height);
    }

    private async Task ShootAsync(string name, bool fullPage, bool narrow)
    {
        const string Overflowing = """
            () => [document.documentElement, ...document.querySelectorAll('.ant-drawer-body, .ant-modal-body, main')]
              .filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => `${one.className || one.tagName} ${one.scrollWidth} > ${one.clientWidth}`)
            """;
        await Page.ScreenshotAsync(new PageScreenshotOptions
        {
            Path = Repository.Path("artifacts", "screenshots", $"{name}-{(narrow ? "phone" : "desk")}.png"), FullPage = fullPage, Animations = ScreenshotAnimations.Disabled,
        });
        if (narrow)
        {
            var wide = await Page.EvaluateAsync<string[]>(Overflowing);
            Assert.True(wide.Length == 0, $"{name} scrolls sideways at 390 px: {string.Join("; ", wide)}");
        }
    }

    /// <summary>After a failure: what stood on the screen, and what the page complained about.</summary>
    public async Task KeepEvidenceAsync()
    {
        await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Repository.Path("artifacts", "screenshots", $"failed-{UserName}-{(IsPhone ? "phone" : "desk")}.png") });
        TestContext.Current.TestOutputHelper!.WriteLine($"{UserName} at {Page.Url}: {string.Join(Environment.NewLine, errors)}");
    }

    private Task LiveAsync() => Expect(Page.Locator("[data-testid=live][data-status=connected]")).ToBeAttachedAsync();

    private void Heard(IConsoleMessage message)
    {
        if (message.Type != "error" || expectedRefusals.Any(c => message.Location.Contains($"/{c}:", StringComparison.Ordinal) || message.Location.EndsWith($"/{c}", StringComparison.Ordinal)))
        {
            return;
        }
        errors.Enqueue($"{UserName}: {message.Text} ({message.Location})");
    }
}
