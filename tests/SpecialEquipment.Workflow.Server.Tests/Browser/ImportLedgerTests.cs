using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SpecialEquipment.Workflow.Server.Tests.Browser;

/// <summary>
/// A case officer moves the county's old ledger in, at a desk and looked at on a phone: file, columns, preview with the reason at the cell,
/// progress, result, the rows that go back, and the list out again. Any console error fails it.
/// </summary>
public sealed class ImportLedgerTests : IAsyncLifetime
{
    private readonly County county = new();
    private readonly List<Screen> screens = [];
    private Chromium chromium = null!;

    public async ValueTask InitializeAsync()
    {
        chromium = await Chromium.StartAsync();
        await county.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await chromium.DisposeAsync();
        await county.DisposeAsync();
    }

    [Fact]
    public async Task An_old_ledger_goes_in_and_comes_out_again()
    {
        try
        {
            await WalkAsync();
        }
        catch (Exception) when (screens.Count > 0)
        {
            foreach (var screen in screens)
                await screen.KeepEvidenceAsync();
            throw;
        }
        Assert.Empty(screens.SelectMany(s => s.Errors));
    }

    private async Task WalkAsync()
    {
        var desk = await OpenAsync(isPhone: false);
        await desk.ClickAsync("menu-imports");
        await desk.SeesAsync("import-drop");
        await desk.ShootAsync("imports-empty");
        await desk.Get("import-file").SetInputFilesAsync(Repository.Path("tests", "SpecialEquipment.Workflow.Capabilities.Tests", "Spreadsheets", "sample-ledger.xlsx"));
        await desk.SeesAsync("mapping");
        await desk.ShootAsync("import-mapping", fullPage: true);
        await desk.ClickAsync("mapping-submit");
        await Expect(desk.Page.Locator("[data-testid=import][data-state=READY]")).ToBeVisibleAsync(new() { Timeout = 120_000 });
        await desk.SeesTextAsync("import-good", "190");
        await Expect(desk.Get("preview-row")).ToHaveCountAsync(10);
        await Expect(desk.Page.Locator("[data-testid=preview-row][data-number='179']")).ToContainTextAsync("应为“一般”或“重大”，实际为“特大”");
        await desk.ShootAsync("import-preview", fullPage: true);

        var phone = await OpenAsync(isPhone: true);
        await phone.GoAsync(new Uri(desk.Page.Url).PathAndQuery, "preview");
        await phone.ShootAsync("import-preview", fullPage: true);

        await desk.ClickAsync("import-start");
        await Expect(desk.Page.Locator("[data-testid=import][data-state=DONE]")).ToBeVisibleAsync(new() { Timeout = 180_000 });
        await desk.SeesTextAsync("import-imported", "190");
        await desk.ShootAsync("import-done");
        Assert.Equal("sample-ledger-退回.xlsx", (await desk.Page.RunAndWaitForDownloadAsync(() => desk.ClickAsync("import-bad-rows"))).SuggestedFilename);

        await desk.GoAsync("/hazards", "hazard-row");
        await desk.ShootAsync("ledger-imported");
        Assert.Equal("隐患台账.xlsx", (await desk.Page.RunAndWaitForDownloadAsync(() => desk.ClickAsync("export-hazards"))).SuggestedFilename);
        await phone.GoAsync("/imports", "import-row");
        await phone.ShootAsync("imports", fullPage: true);
        await phone.Page.GotoAsync(new Uri(desk.Page.Url).GetLeftPart(UriPartial.Authority) + "/tasks");
        await phone.SeesAsync("export-tasks");
        await phone.ShootAsync("tasks-export");
    }

    private async Task<Screen> OpenAsync(bool isPhone)
    {
        var screen = await Screen.OpenAsync(await chromium.OpenAsync(), county.Host, "officer1", isPhone);
        screens.Add(screen);
        return await screen.SignInAsync();
    }
}
