using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SpecialEquipment.Workflow.Server.Tests.Browser;

/// <summary>
/// A major hazard as the people see it, each in a browser context of his own and at the same time: found by the inspector on his phone, graded
/// by two, reported upward and signed for, sealed by three signatures, ordered by two, planned with its contingency plan and interim control,
/// reported with evidence for every measure, re-inspected by two, released and signed off. Any console error fails it.
/// </summary>
public sealed class MajorHazardTests : IAsyncLifetime
{
    private readonly County county = new();
    private readonly List<Screen> screens = [];
    private Chromium chromium = null!;
    private IBrowser browser = null!;
    private byte[] photo = [];
    private Guid hazard;
    private Screen site = null!, inspector2 = null!, officer = null!, approver = null!, unit = null!;

    public async ValueTask InitializeAsync()
    {
        chromium = await Chromium.StartAsync();
        await county.InitializeAsync();
        browser = await chromium.OpenAsync();
        photo = await Chromium.PhotoAsync(browser);
    }

    public async ValueTask DisposeAsync()
    {
        await chromium.DisposeAsync();
        await county.DisposeAsync();
    }

    [Fact]
    public async Task From_the_phone_on_site_to_the_sign_off_with_a_report_upward_and_a_seizure()
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
        (site, officer, approver) = (await OpenAsync("inspector1", isPhone: true), await OpenAsync("officer1"), await OpenAsync("approver1"));
        await ReportAsync();
        await GradeAsync();
        await ReportUpwardAsync();
        (inspector2, unit) = (await OpenAsync("inspector2"), await OpenAsync("enterprise1", isPhone: true));
        await TakeMeasuresAsync();
        await OrderAsync();
        await PlanAsync();
        await RectifyAsync();
        await ReleaseAsync();
        await SignOffAsync();
    }

    private async Task ReportAsync()
    {
        await site.GoAsync("/hazards/report", "field-text");
        await site.UploadAsync("field-evidence-camera", "限速器.jpg", photo);
        await site.SeesAsync("evidence-item");
        await site.FillAsync("field-text", "限速器—安全钳联动试验不合格，轿厢继续运行，有坠落危险。");
        var session = await county["enterprise1"].MustAsync(county["enterprise1"].GetAsync("/api/session"));
        await site.ChooseAsync("enterpriseId", county.EnterpriseId.ToString(), session.GetProperty("user").GetProperty("posts")[0].GetProperty("enterpriseName").GetString());
        await site.ChooseAsync("equipmentId", county.EquipmentId.ToString());
        await site.FillAsync("field-place", "1号楼客梯机房");
        await site.ShootAsync("60-major-report", fullPage: true);
        await officer.ListenAsync();
        Assert.Equal(201, (await site.SubmitAsync("hazards")).Status);
        await HeardAsync(officer, "reported");
        await site.ClickAsync("open-reported");
        await site.SeesAsync("case");
        hazard = Guid.Parse(new Uri(site.Page.Url).Segments[^1]);
    }

    private async Task GradeAsync()
    {
        await BeginAsync(officer, "register");
        await officer.FillAsync("field-clause", "GB 45067-2024 第4.6条");
        await DoneAsync(officer, "register");
        await officer.ClickAsync("command-grade");
        await officer.ClickAsync("option-grade-MAJOR");
        await officer.ClickAsync("option-basis-GB45067_ELEVATOR_GOVERNOR");
        await officer.FillAsync("field-basisText", "联动试验两次均不合格，仍在使用");
        await officer.ShootBothAsync("61-grade-major");
        await approver.ListenAsync();
        await DoneAsync(officer, "grade");
        await HeardAsync(approver, "grading proposed");
        await ConfirmAsync(approver, "62-grade-confirm");
        await approver.SeesTextAsync("case-head", "重大");
    }

    private async Task ReportUpwardAsync()
    {
        await BeginAsync(officer, "report-major");
        await Expect(officer.Get("command-start-self-rectification")).ToHaveCountAsync(0); // never for a major hazard
        await officer.SeesAsync("report-recipients");
        await officer.FillAsync("field-measures", "已责令停止使用，切断电源");
        await officer.FillAsync("field-advice", "请住建部门督促物业落实维修资金");
        await officer.ClickAsync("option-toGovernment-NO");
        await officer.FillAsync("field-governmentReason", "物业当日已落实资金和施工单位，不需要政府协调");
        await officer.ShootBothAsync("63-report-upward");
        var sector = await OpenAsync("sector1");
        await sector.ListenAsync();
        await DoneAsync(officer, "report-major");
        await HeardAsync(sector, "report sent");
        await sector.GoAsync("/tasks", "task-row");
        await sector.ShootBothAsync("64-recipient-tasks");
        await BeginAsync(sector, "sign-for-report");
        await sector.ShootBothAsync("65-sign-for-report");
        await DoneAsync(sector, "sign-for-report");
        await CaseAsync(officer);
        await officer.SeesTextAsync("case", "住房和城乡建设局");
        await officer.ShootBothAsync("66-receipts", fullPage: true);
    }

    /// <summary>SESL art. 61, 62: at once on site, then sealed with three signatures.</summary>
    private async Task TakeMeasuresAsync()
    {
        await BeginAsync(site, "emergency-measure");
        await site.FillAsync("field-text", "切断主电源，张贴停用告示，疏散乘客");
        await site.FillAsync("field-takenBy", "监察员二人、维保一人");
        await site.UploadAsync("field-evidence-camera", "断电.jpg", photo);
        await site.SeesAsync("evidence-item");
        await site.ShootAsync("67-emergency-measure", fullPage: true);
        await DoneAsync(site, "emergency-measure");

        await BeginAsync(site, "seize-or-seal");
        await site.FillAsync("field-keptAt", "原地封存，由使用单位保管");
        await site.FillAsync("field-objects.0.description", "轿门贴封条两道");
        await site.ChooseAsync("secondInspectorId", county.Inspector2.ToString());
        await site.FillAsync("field-service.receiver", "接收人甲");
        await site.ShootAsync("68-seizure", fullPage: true);
        await inspector2.ListenAsync();
        await DoneAsync(site, "seize-or-seal");
        await HeardAsync(inspector2, "seizure proposed");
        await ConfirmAsync(inspector2, "69-seizure-second");
        await ConfirmAsync(approver, "70-seizure-head");
        await approver.SeesAsync("seizure");
        await approver.ShootBothAsync("71-seized", fullPage: true);
    }

    private async Task OrderAsync()
    {
        await BeginAsync(site, "issue-instruction");
        await site.FillAsync("field-items.0.clause", "GB 45067-2024 第4.6条");
        await site.FillAsync("field-items.0.measure", "更换限速器并重做联动试验");
        await site.ClickAsync("add-items");
        await site.FillAsync("field-items.1.problem", "层门锁触点烧蚀");
        await site.FillAsync("field-items.1.clause", "TSG T7001 第2.9条");
        await site.FillAsync("field-items.1.measure", "更换层门锁触点");
        await site.PickDateAsync("field-deadline", await county.DayAsync(20));
        await Expect(site.Get("field-stopUse")).ToHaveAttributeAsync("aria-checked", "true"); // stop-use stands by default
        await site.ChooseAsync("secondInspectorId", county.Inspector2.ToString());
        await site.FillAsync("field-service.receiver", "接收人甲");
        await site.ShootAsync("72-order-stop-use", fullPage: true);
        await DoneAsync(site, "issue-instruction");
        await unit.ListenAsync();
        await ConfirmAsync(inspector2, "73-order-second");
        await HeardAsync(unit, "instruction served");
    }

    private async Task PlanAsync()
    {
        await BeginAsync(unit, "submit-plan");
        await unit.FillAsync("field-goal", "限速器—安全钳联动试验合格，层门锁触点完好");
        foreach (var (index, owner) in new[] { (0, "王工"), (1, "李工") })
        {
            await unit.PickDateAsync($"field-measures.{index}.date", await county.DayAsync(5));
            await unit.FillAsync($"field-measures.{index}.owner", owner);
        }
        await unit.PickDateAsync("field-deadline", await county.DayAsync(18));
        await unit.FillAsync("field-responsibility.leader", "负责人丙");
        await unit.FillAsync("field-responsibility.doer", "王工");
        await unit.FillAsync("field-responsibility.supervisor", "监察员丁");
        await unit.FillAsync("field-funding.amount", "38000");
        await unit.FillAsync("field-funding.source", "住宅专项维修资金，已列支，凭证附后");
        await unit.PickDateAsync("field-funding.arrivalDate", await county.DayAsync(3));
        await unit.FillAsync("field-contingencyPlan", "困人时由维保单位三十分钟内到场解救，单位值班电话全天有人接听");
        await unit.ClickAsync("option-interimControlMode-STOP_USE");
        await unit.FillAsync("field-interimControl", "停梯断电，各层张贴告示，安排专人引导乘用2号梯");
        await unit.ShootAsync("74-major-plan", fullPage: true);
        await approver.ListenAsync();
        await DoneAsync(unit, "submit-plan");
        await HeardAsync(approver, "plan submitted");
        await BeginAsync(approver, "approve-plan");
        await approver.FillAsync("field-opinion", "五落实齐全，应急预案和过渡管控措施可行，同意实施。");
        await approver.ShootBothAsync("75-approve-plan");
        await DoneAsync(approver, "approve-plan");
        await approver.ShootBothAsync("76-major-rectifying", fullPage: true);
    }

    private async Task RectifyAsync()
    {
        await BeginAsync(unit, "submit-report");
        await unit.FillAsync("field-text", "已更换限速器和层门锁触点，联动试验合格。");
        await unit.UploadAsync("field-items.0.evidence-camera", "限速器.jpg", photo);
        await unit.UploadAsync("field-items.1.evidence-camera", "触点.jpg", photo);
        await unit.FillAsync("field-fundsSpent", "36500");
        await unit.UploadAsync("field-before-camera", "整改前.jpg", photo);
        await unit.UploadAsync("field-after-camera", "整改后.jpg", photo);
        await Expect(unit.Get("evidence-item")).ToHaveCountAsync(4);
        await unit.ShootAsync("77-report-with-evidence", fullPage: true);
        await site.ListenAsync();
        await DoneAsync(unit, "submit-report");
        await HeardAsync(site, "rectification reported");

        await BeginAsync(site, "reinspect");
        await site.ChooseAsync("secondInspectorId", county.Inspector2.ToString());
        await site.ClickAsync("option-result-PASSED");
        await site.ShootAsync("78-reinspect-major", fullPage: true);
        await DoneAsync(site, "reinspect");
        await ConfirmAsync(inspector2, "79-reinspect-second");
    }

    /// <summary>AEL art. 28: the ground is gone; “period over” is not offered while the period runs.</summary>
    private async Task ReleaseAsync()
    {
        await BeginAsync(site, "release-seizure");
        await Expect(site.Get("option-ground-PERIOD_OVER")).ToHaveCountAsync(0);
        await site.ClickAsync("option-ground-REASON_GONE");
        await site.FillAsync("field-note", "更换限速器，联动试验合格，封条已拆除");
        await site.FillAsync("field-receiver", "接收人甲");
        await site.ChooseAsync("secondInspectorId", county.Inspector2.ToString());
        await site.ShootAsync("80-release");
        await DoneAsync(site, "release-seizure");
        await ConfirmAsync(inspector2, "81-release-second");
        await ConfirmAsync(approver, "82-release-head");
    }

    private async Task SignOffAsync()
    {
        await BeginAsync(approver, "sign-off");
        await approver.FillAsync("field-opinion", "逐项核验，整改到位，同意销号。");
        await DoneAsync(approver, "sign-off");
        await approver.SeesTextAsync("case-head", "已销号");
        await approver.SeesAsync("ledger-verified");
        await approver.ShootBothAsync("83-major-signed-off", fullPage: true);
        Assert.Equal("SIGNED_OFF", await county.StateAsync(hazard));
    }

    private Task CaseAsync(Screen screen) => screen.GoAsync($"/hazards/{hazard}", "case");

    private async Task BeginAsync(Screen screen, string command)
    {
        await CaseAsync(screen);
        await screen.ClickAsync($"command-{command}");
        await screen.SeesAsync($"form-{command}");
    }

    /// <summary>Sends the open form, which must be accepted and then closes itself.</summary>
    private static async Task DoneAsync(Screen screen, string command)
    {
        var (status, _) = await screen.SubmitAsync(command);
        Assert.True(status == 200, $"{screen.UserName} {command}: {status}");
        await Expect(screen.Get($"form-{command}")).ToHaveCountAsync(0);
    }

    /// <summary>The next person reads what was proposed, and signs.</summary>
    private async Task ConfirmAsync(Screen screen, string picture)
    {
        await CaseAsync(screen);
        await screen.ClickAsync("command-confirm-step");
        await screen.SeesAsync("proposed-form");
        await screen.ShootBothAsync(picture);
        var (status, _) = await screen.SubmitAsync("confirm-step");
        Assert.True(status == 200, $"{screen.UserName} confirm-step: {status}");
        await Expect(screen.Get("command-confirm-step")).ToHaveCountAsync(0);
    }

    private static async Task HeardAsync(Screen other, string step) => Assert.True(await other.HeardAtAsync() > 0, $"no notice on the screen of {other.UserName}: {step}");

    private async Task<Screen> OpenAsync(string userName, bool isPhone = false)
    {
        var screen = await Screen.OpenAsync(browser, county.Host, userName, isPhone);
        screens.Add(screen);
        return await screen.SignInAsync();
    }
}
