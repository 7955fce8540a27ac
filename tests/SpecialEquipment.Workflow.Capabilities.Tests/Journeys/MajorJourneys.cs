using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Hazards;
using SpecialEquipment.Workflow.Capabilities.Notifications;
using SpecialEquipment.Workflow.Capabilities.Rectification;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Holds;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Journeys;

/// <summary>The major hazard of DOMAIN §4.2 and §4.3 through the real flows.</summary>
public sealed class MajorJourneys
{
    private static readonly object Report = new
    {
        situation = "安全钳失效，轿厢有坠落危险，涉及居民楼 96 户", measures = "已责令停止使用并围挡", advice = "请住建部门督促物业落实维修资金",
        toGovernment = true, governmentReason = "涉及居民生活，需要政府协调维修资金",
    };

    private static object Plan(string deadline, string control = "STOP_USE") => new
    {
        goal = "限速器—安全钳联动试验合格，门锁触点更换完毕",
        measures = new[] { new { text = "更换安全钳并调整", date = deadline, owner = "王工" }, new { text = "更换门锁触点", date = deadline, owner = "李工" } },
        deadline, responsibility = new { unit = "本单位", leader = "张主任", doer = "王工", supervisor = "承办人" },
        funding = new { amount = 12000, source = "维修资金", arrivalDate = deadline },
        contingencyPlan = "困人时由维保单位三十分钟内到场解救", interimControl = "停梯并在各层张贴告示", interimControlMode = control,
    };

    private static async Task<object> ReportOfUnitAsync(County county, bool secondShown) => new
    {
        text = "已更换安全钳和门锁触点，联动试验合格", fundsSpent = 11800.5m,
        items = new object[]
        {
            new { measure = "更换安全钳并调整", doneDate = ShanghaiTime.Text(ShanghaiTime.DateOf(county.Now)), note = "", evidence = new[] { await county.FileAsync("enterprise1") } },
            new { measure = "更换门锁触点", doneDate = ShanghaiTime.Text(ShanghaiTime.DateOf(county.Now)), note = "", evidence = secondShown ? new[] { await county.FileAsync("enterprise1") } : null },
        },
        before = new[] { await county.FileAsync("enterprise1") }, after = new[] { await county.FileAsync("enterprise1") },
    };

    private static async Task<Guid> OrderedAsync(County county, string deadline)
    {
        var id = await county.GradedMajorAsync();
        await county.BothAsync("inspector1", "inspector2", id, "issue-instruction", await county.InstructionAsync(deadline, stopUse: true));
        return id;
    }

    /// <summary>O57 art. 25, SESL art. 63, O57 art. 29; §4.3 MAJOR. From the grading to the sign-off, with everything a major hazard asks for.</summary>
    [Fact]
    [Walks("major-hazard", "major-report", "report-receipt", "major-progress")]
    public async Task A_major_hazard_is_reported_ordered_and_signed_off_on_evidence_for_every_measure()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.GradedMajorAsync();
        Assert.Contains(await county.DocumentsAsync(id), d => d.Kind == "GRADING_SHEET");
        Assert.Equal(County.Instant("2026-03-03 09:00"), (await county.DeadlineAsync(id, "majorFirstReport")).DueAt); // 24 HOUR
        Assert.Equal(County.Day("2026-03-03"), (await county.DeadlineAsync(id, "majorReportUp")).DueOn); // 1 WD

        await county.DoAsync("officer1", id, "report-major", Report);
        Assert.True((await county.DeadlineAsync(id, "majorFirstReport")) is { State: DeadlineState.Met, MetLate: false });
        Assert.Equal(DeadlineState.Met, (await county.DeadlineAsync(id, "majorReportUp")).State);
        Assert.Contains(await county.DocumentsAsync(id), d => d.Kind == "MAJOR_HAZARD_REPORT");
        await county.DoAsync("sector1", id, "sign-for-report");
        await county.DoAsync("upper1", id, "sign-for-report");
        await county.DoAsync("government1", id, "sign-for-report");

        await county.BothAsync("inspector1", "inspector2", id, "issue-instruction", await county.InstructionAsync("2026-04-01", stopUse: true));
        Assert.Equal(County.Day("2026-03-09"), (await county.DeadlineAsync(id, "planDueMajor")).DueOn); // 5 WD
        await county.DoAsync("enterprise1", id, "submit-plan", Plan("2026-03-30"));
        Assert.Equal(403, (await county.TryAsync("officer1", id, "approve-plan", new { opinion = "同意" })).Rejection!.Status); // the gatekeeper's, not the manager's
        await county.DoAsync("approver1", id, "approve-plan", new { opinion = "同意" });

        await county.UntilAsync("2026-03-12 09:00");
        Assert.Equal(County.Day("2026-03-12"), (await county.DeadlineAsync(id, "progressMajor")).DueOn); // every 10 CALENDAR_DAY
        await county.DoAsync("enterprise1", id, "report-progress", new { text = "安全钳已到货" });
        Assert.Equal(County.Day("2026-03-22"), (await county.DeadlineAsync(id, "progressMajor")).DueOn);

        await county.UntilAsync("2026-03-20 09:00");
        await county.DoAsync("enterprise1", id, "submit-report", await ReportOfUnitAsync(county, secondShown: false));
        Assert.DoesNotContain(await county.OpenTasksAsync(id), t => t.Title == "报告重大隐患整改进展");
        await county.BothAsync("inspector1", "inspector2", id, "reinspect", await county.ReinspectionAsync(passed: true));
        var refused = (await county.TryAsync("approver1", id, "sign-off", new { opinion = "同意销号" })).Rejection!;
        Assert.Contains("更换门锁触点", refused.Detail);
        Assert.DoesNotContain("更换安全钳并调整", refused.Detail);
        await county.DoAsync("enterprise1", id, "supplement-evidence", new { items = new[] { new { measure = "更换门锁触点", evidence = new[] { await county.FileAsync("enterprise1") } } } });
        await county.DoAsync("approver1", id, "sign-off", new { opinion = "同意销号" });
        Assert.Equal(HazardState.SignedOff, await county.StateAsync(id));
        Assert.Empty(await county.OpenTasksAsync(id));
        await county.NothingFaultedAsync();
    }

    /// <summary>DOMAIN §4.0 lookBack: every major hazard is looked back at, whatever the draw; the unit is not told before the visit.</summary>
    [Fact]
    public async Task Every_major_hazard_is_looked_back_at_after_its_sign_off()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.GradedMajorAsync();
        await county.DoAsync("officer1", id, "report-major", Report);
        foreach (var recipient in new[] { "sector1", "upper1", "government1" })
            await county.DoAsync(recipient, id, "sign-for-report");
        await county.BothAsync("inspector1", "inspector2", id, "issue-instruction", await county.InstructionAsync("2026-04-01", stopUse: true));
        await county.DoAsync("enterprise1", id, "submit-plan", Plan("2026-03-30"));
        await county.DoAsync("approver1", id, "approve-plan", new { opinion = "同意" });
        await county.DoAsync("enterprise1", id, "submit-report", await ReportOfUnitAsync(county, secondShown: true));
        await county.BothAsync("inspector1", "inspector2", id, "reinspect", await county.ReinspectionAsync(passed: true));
        await county.DoAsync("approver1", id, "sign-off", new { opinion = "同意销号" });

        var check = await county.ReadAsync((_, db) => db.Set<LookBackCheck>().AsNoTracking().SingleAsync(c => c.MatterId == id));
        Assert.Equal((County.Day("2026-04-01"), County.Day("2026-05-31")), (check.OpensOn, check.ClosesOn)); // 30 and 90 days from 2026-03-02
        Assert.Contains("100%", check.Reason);
        await county.UntilAsync("2026-04-01 00:00");
        Assert.Equal("回头看核查", Assert.Single(await county.OpenTasksAsync(id)).Title);
        Assert.Null(await county.ReadAsync((_, db) => Capabilities.CaseFile.ReadEnding.LookBackAsync(db, id, isOfficial: false, default)));
        await county.UntilAsync("2026-04-02 09:00");
        await county.BothAsync("inspector1", "inspector2", id, "record-look-back", new
        {
            result = "HOLDS", text = "现场核查安全钳联动试验合格", immediateDanger = false, secondInspectorId = (await county.ActorAsync("inspector2")).PersonId,
            evidence = new[] { await county.FileAsync("inspector1") },
        });
        Assert.Empty(await county.OpenTasksAsync(id));
        Assert.Equal("HOLDS", (await county.ReadAsync((_, db) => Capabilities.CaseFile.ReadEnding.LookBackAsync(db, id, isOfficial: false, default)))!.Result);
        await county.NothingFaultedAsync();
    }

    /// <summary>SESL art. 63; DOMAIN §2.4 routing, §4.2: the rule names the recipients, and each receipt has a name and a time.</summary>
    [Fact]
    public async Task The_rule_names_the_recipients_and_their_receipts_are_kept()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.GradedMajorAsync();
        await county.DoAsync("officer1", id, "report-major", Report);
        var rows = await county.ReadAsync((_, db) => db.Set<ReportRecipient>().AsNoTracking().OrderBy(r => r.Key).ToListAsync());
        Assert.Equal(
            [(RecipientRole.SectorDepartment, "高平市住房和城乡建设局"), (RecipientRole.UpperRegulator, "晋城市市场监督管理局"), (RecipientRole.Government, "高平市人民政府")],
            rows.Select(r => (r.Role, r.DepartmentName)));
        Assert.Equal(3, (await county.OpenTasksAsync(id)).Count(t => t.Form == "sign-for-report"));

        var stranger = (await county.TryAsync("town1", id, "sign-for-report")).Rejection!;
        Assert.Equal("matters.forbidden-now", stranger.Code);
        await county.UntilAsync("2026-03-02 15:20");
        await county.DoAsync("sector1", id, "sign-for-report");
        var signed = await county.ReadAsync((_, db) => db.Set<ReportRecipient>().AsNoTracking().SingleAsync(r => r.ReceivedAt != null));
        Assert.Equal((RecipientRole.SectorDepartment, (await county.ActorAsync("sector1")).PersonName, county.Now), (signed.Role, signed.ReceivedByName, signed.ReceivedAt!.Value));
        Assert.Equal(2, (await county.OpenTasksAsync(id)).Count(t => t.Form == "sign-for-report"));
        Assert.Equal("matters.forbidden-now", (await county.TryAsync("sector1", id, "sign-for-report")).Rejection!.Code);
        await county.NothingFaultedAsync();
    }

    /// <summary>NX 三(一); §4.2: the question why (not) to the government is answered in any case.</summary>
    [Fact]
    public async Task Why_the_government_is_told_or_not_must_be_answered()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.GradedMajorAsync();
        var silent = (await county.TryAsync("officer1", id, "report-major", new { situation = "安全钳失效", measures = "已停用" })).Rejection!;
        Assert.Equal(["governmentReason", "toGovernment"], silent.Errors.Select(e => e.Field).Order());
        var done = await county.DoAsync("officer1", id, "report-major", new { situation = "安全钳失效", measures = "已停用", toGovernment = false, governmentReason = "物业已当日落实资金和施工，不需要协调" });
        Assert.Contains("涉及居民生活", done.Message); // residential: the default was to tell it
        Assert.DoesNotContain(await county.ReadAsync((_, db) => db.Set<ReportRecipient>().ToListAsync()), r => r.Role == RecipientRole.Government);
        await county.NothingFaultedAsync();
    }

    /// <summary>§4.0 HOUR, §4.2 majorFirstReport: 24 hours from Spring Festival's eve end on the next day; the superior is told at that hour.</summary>
    [Fact]
    public async Task The_hour_clock_runs_through_the_holidays_and_overdue_goes_to_the_superior()
    {
        await using var county = await County.AtAsync("2026-02-14 15:00");
        var id = await county.GradedMajorAsync();
        Assert.Equal(County.Instant("2026-02-15 15:00"), (await county.DeadlineAsync(id, "majorFirstReport")).DueAt);
        Assert.Equal(County.Day("2026-02-24"), (await county.DeadlineAsync(id, "majorReportUp")).DueOn); // first working day after the festival
        await county.UntilAsync("2026-02-15 14:59");
        Assert.Empty(await EscalatedAsync(county, id, "报告重大事故隐患"));
        await county.UntilAsync("2026-02-15 15:01");
        var told = Assert.Single(await EscalatedAsync(county, id, "报告重大事故隐患"));
        Assert.Equal((await county.ActorAsync("approver1")).PersonId, told.RecipientPersonId);
        Assert.Equal(DeadlineState.Overdue, (await county.DeadlineAsync(id, "majorFirstReport")).State);
        await county.UntilAsync("2026-02-25 00:00");
        Assert.Single(await EscalatedAsync(county, id, "将重大隐患报上一级监管部门"));
        await county.NothingFaultedAsync();
    }

    private static Task<List<Notice>> EscalatedAsync(County county, Guid id, string title) => county.ReadAsync((_, db) =>
        db.Set<Notice>().AsNoTracking().Where(n => n.MatterId == id && n.Kind == Shared.Notices.NoticeKind.Escalate && n.Title.Contains(title)).ToListAsync());

    /// <summary>§4.2 end: overdue triage → the officer's superior, then the bureau office; likewise the grading.</summary>
    [Fact]
    public async Task An_overdue_triage_goes_to_the_superior_and_then_to_the_bureau_office()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.ReportAsync();
        await county.UntilAsync("2026-03-05 00:00"); // 2 WD
        Assert.Equal((await county.ActorAsync("approver1")).PersonId, Assert.Single(await EscalatedAsync(county, id, "研判并登记隐患")).RecipientPersonId);
        await county.UntilAsync("2026-03-06 00:00");
        var both = await EscalatedAsync(county, id, "研判并登记隐患");
        Assert.Equal(2, both.Count);
        Assert.Contains("仍未办", both[^1].Title);
        await county.UntilAsync("2026-03-10 00:00");
        Assert.Equal(2, (await EscalatedAsync(county, id, "研判并登记隐患")).Count); // once each
        await county.NothingFaultedAsync();
    }

    /// <summary>§4.3 plan fields for MAJOR; a device under a stop-use order is not “used under watch”.</summary>
    [Fact]
    public async Task The_plan_of_a_major_hazard_needs_a_contingency_plan_and_an_interim_control()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await OrderedAsync(county, "2026-04-01");
        var bare = (await county.TryAsync("enterprise1", id, "submit-plan", County.Plan("2026-03-30"))).Rejection!;
        Assert.Equal(["contingencyPlan", "interimControl", "interimControlMode"], bare.Errors.Select(e => e.Field).Order());
        var watched = (await county.TryAsync("enterprise1", id, "submit-plan", Plan("2026-03-30", "MONITORED_USE"))).Rejection!;
        Assert.Contains("停止使用指令", Assert.Single(watched.Errors).Expected);
        await county.DoAsync("enterprise1", id, "submit-plan", Plan("2026-03-30", "ISOLATION"));
        await county.DoAsync("approver1", id, "return-plan", new { opinion = "请补充隔离措施照片" });
        Assert.Equal(HazardState.PlanReturned, await county.StateAsync(id));
        await county.NothingFaultedAsync();
    }

    /// <summary>SESL art. 62: what a major hazard asks for is an instruction, not the unit's own undertaking; SESL 63 outlives a fix on the spot.</summary>
    [Fact]
    public async Task A_major_hazard_fixed_on_the_spot_is_still_to_be_reported()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.GradedMajorAsync();
        await county.BothAsync("inspector1", "inspector2", id, "fix-on-spot", new
        {
            text = "现场更换安全钳并试验合格", secondInspectorId = (await county.ActorAsync("inspector2")).PersonId, fixedAt = county.Now,
            before = new[] { await county.FileAsync("inspector1") }, after = new[] { await county.FileAsync("inspector1") },
        });
        Assert.Equal(DeadlineState.Running, (await county.DeadlineAsync(id, "majorFirstReport")).State);
        await county.DoAsync("officer1", id, "report-major", Report);
        Assert.Equal(DeadlineState.Met, (await county.DeadlineAsync(id, "majorFirstReport")).State);
        await county.DoAsync("approver1", id, "sign-off", new { opinion = "照片齐全，同意销号" });
        await county.NothingFaultedAsync();
    }

    /// <summary>§4.3: a failed re-inspection begins the work again, and with it the duty to report progress.</summary>
    [Fact]
    public async Task Progress_is_owed_again_after_a_failed_reinspection()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await OrderedAsync(county, "2026-04-01");
        await county.DoAsync("enterprise1", id, "submit-plan", Plan("2026-03-30"));
        await county.DoAsync("approver1", id, "approve-plan", new { opinion = "同意" });
        await county.DoAsync("enterprise1", id, "submit-report", await ReportOfUnitAsync(county, secondShown: true));
        await county.BothAsync("inspector1", "inspector2", id, "reinspect", await county.ReinspectionAsync(passed: false, newDeadline: "2026-04-10"));
        Assert.Single(await county.OpenTasksAsync(id), t => t.Title == "报告重大隐患整改进展");
        Assert.Contains(await county.ReadAsync((_, db) => db.OpenHoldsAsync(id, default)), h => h.Kind == HoldKind.StopUse);
        await county.NothingFaultedAsync();
    }
}
