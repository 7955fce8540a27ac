using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SpecialEquipment.Workflow.Server.Tests.Browser;

/// <summary>A task that no command stands behind is completed by hand, with an opinion: the talk that the bureau leader holds at L1.</summary>
public sealed class TaskWithoutCommandTests : IAsyncLifetime
{
    private const string Talk = "约见警示、书面告知";
    private readonly County county = new();
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
    public async Task The_leader_reports_his_talk_and_the_case_keeps_his_opinion()
    {
        var (hazard, number) = await OverdueAsync();
        var browser = await chromium.OpenAsync();
        var phone = await OpenDialogAsync(browser, number, isPhone: true);
        await phone.ShootAsync("40-complete-by-hand");

        var desk = await OpenDialogAsync(browser, number, isPhone: false);
        await desk.ClickAsync("complete-submit"); // without an opinion nothing is sent
        await Expect(desk.Page.Locator(".ant-form-item-explain-error")).ToBeVisibleAsync();
        await desk.ShootAsync("41-complete-by-hand-what-is-missing");
        await desk.FillAsync("field-opinion", "已约见单位主要负责人并书面告知，限五个工作日内反馈。");
        var (status, _) = await desk.SubmitAsync("complete", "complete-submit");
        Assert.Equal(200, status);
        await Expect(desk.Get("field-opinion")).ToHaveCountAsync(0);
        await Expect(Row(desk, number)).ToHaveCountAsync(0);
        await desk.GoAsync($"/hazards/{hazard}", "case");
        await desk.SeesTextAsync("case", "已约见警示");
        await desk.ShootAsync("42-completed-by-hand", fullPage: true);

        var leader = county["approver1"];
        var ledger = await leader.MustAsync(leader.GetAsync($"/api/ledger/{hazard}"));
        var reported = ledger.GetProperty("items").EnumerateArray().Single(e => e.GetProperty("act").GetString() == "submit-task");
        Assert.StartsWith("已约见单位主要负责人并书面告知", reported.GetProperty("detail").GetProperty("form").GetProperty("opinion").GetString(), StringComparison.Ordinal);
        Assert.Empty(phone.Errors.Concat(desk.Errors));
    }

    /// <summary>An instruction of which the unit lets the date pass: L1 opens.</summary>
    private async Task<(Guid Hazard, string Number)> OverdueAsync()
    {
        var hazard = await county.GradedAsync();
        await county.DoAsync("inspector1", hazard, "issue-instruction", new
        {
            items = new[] { new { problem = "限速器校验过期", clause = "TSG T7001 第2.9条", measure = "重新校验限速器并做联动试验" } },
            legalBasis = "《中华人民共和国特种设备安全法》第六十二条", deadline = await county.DayAsync(1), stopUse = false, secondInspectorId = county.Inspector2,
            service = new { mode = "DIRECT", receiver = "接收人甲", servedAt = await county.NowAsync(), refused = false },
        });
        await county.DoAsync("inspector2", hazard, "confirm-step", new { });
        await county["officer1"].MustAsync(county["officer1"].PostAsync("/api/clock", new { advance = "P12D" })); // past any holiday
        var view = await county["officer1"].MustAsync(county["officer1"].GetAsync($"/api/hazards/{hazard}"));
        return (hazard, view.GetProperty("number").GetString()!);
    }

    private async Task<Screen> OpenDialogAsync(IBrowser browser, string number, bool isPhone)
    {
        var screen = await (await Screen.OpenAsync(browser, county.Host, "approver1", isPhone)).SignInAsync();
        await screen.GoAsync("/tasks", "task-row");
        await Row(screen, number).GetByTestId("task-act").ClickAsync();
        await screen.SeesAsync("field-opinion");
        return screen;
    }

    private static ILocator Row(Screen screen, string number) =>
        screen.Page.GetByTestId("task-row").Filter(new LocatorFilterOptions { HasText = number }).Filter(new LocatorFilterOptions { HasText = Talk });
}
