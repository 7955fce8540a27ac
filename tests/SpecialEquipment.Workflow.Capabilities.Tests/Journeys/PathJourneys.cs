using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Escalation;
using SpecialEquipment.Workflow.Capabilities.Hazards;
using SpecialEquipment.Workflow.Capabilities.Rectification;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Holds;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Journeys;

/// <summary>Every other built path of DOMAIN §4.2–§4.4 through the real flows.</summary>
public sealed class PathJourneys
{
    /// <summary>§4.2 dismiss: officer + approver. Flow: general-hazard, two-person-step.</summary>
    [Fact]
    public async Task A_report_that_is_no_hazard_is_dismissed_by_two_persons()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.ReportAsync();
        var proposed = await county.DoAsync("officer1", id, "dismiss", new { reason = "现场核实不属于特种设备" });
        Assert.Equal(HazardState.Reported, await county.StateAsync(id));
        await county.DoAsync("approver1", id, "refuse-step", new { proposed.ConfirmationId, reason = "请补充核实照片" });
        Assert.Equal(HazardState.Reported, await county.StateAsync(id));
        await county.BothAsync("officer1", "approver1", id, "dismiss", new { reason = "已补充照片，不属于特种设备" });
        Assert.Equal(HazardState.Dismissed, await county.StateAsync(id));
        Assert.Empty(await county.OpenTasksAsync(id));
        await county.NothingFaultedAsync();
    }

    /// <summary>O57 art. 26: fixed at the same visit, photos before and after, then signed off. Flow: on-the-spot.</summary>
    [Fact]
    [Walks("on-the-spot")]
    public async Task What_is_fixed_on_the_spot_is_still_counted_and_signed_off()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.GradedAsync();
        await county.BothAsync("inspector1", "inspector2", id, "fix-on-spot", await FixAsync(county));
        Assert.Equal(HazardState.FixedOnTheSpot, await county.StateAsync(id));
        await county.DoAsync("approver1", id, "sign-off", new { opinion = "照片齐全，同意销号" });
        Assert.Equal(HazardState.SignedOff, await county.StateAsync(id));
        Assert.Equal(["INSPECTION_RECORD", "SIGN_OFF_SHEET"], (await county.DocumentsAsync(id)).Select(d => d.Kind).Order());
        var record = await county.DocumentFieldsAsync(id, "INSPECTION_RECORD");
        Assert.Equal(2, record.GetProperty("signers").GetArrayLength());
        Assert.Contains("当场整改完毕", record.GetProperty("result").GetString());
        await county.NothingFaultedAsync();
    }

    /// <summary>O57 art. 26 after the order of the same visit: the plan is no longer asked for.</summary>
    [Fact]
    public async Task An_order_can_be_met_at_the_same_visit_but_not_on_another_day()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.OrderedAsync("2026-03-20");
        await county.UntilAsync("2026-03-03 09:00");
        var late = await county.TryAsync("inspector1", id, "fix-on-spot", await FixAsync(county));
        Assert.Contains(late.Rejection!.Errors, e => e.Field == "fixedAt");

        var other = await county.OrderedAsync("2026-03-20");
        await county.BothAsync("inspector1", "inspector2", other, "fix-on-spot", await FixAsync(county));
        Assert.Equal("当场整改隐患销号", Assert.Single(await county.OpenTasksAsync(other)).Title);
        await county.NothingFaultedAsync();
    }

    /// <summary>§4.3 extension: applied for 5 WD before, granted, only the named date moves; E2; the ladder waits for the new date.</summary>
    [Fact]
    [Walks("extension")]
    public async Task A_granted_extension_moves_the_named_date_and_suspends_the_ladder()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.RectifyingAsync("2026-03-12");
        await county.UntilAsync("2026-03-05 10:00"); // the fifth working day before 03-12
        await county.DoAsync("enterprise1", id, "request-extension", new { newDate = "2026-03-27", reason = "配件到货延误", interimControl = "停用该电梯" });
        Assert.Equal(County.Day("2026-03-10"), (await county.DeadlineAsync(id, "extensionDecide")).DueOn); // 3 WD
        Assert.Equal(County.Day("2026-03-12"), (await county.MatterAsync(id)).RectifyBy);
        await county.DoAsync("approver1", id, "grant-extension", new { newDate = "2026-03-25", reason = "理由成立" });
        Assert.Equal(County.Day("2026-03-25"), (await county.MatterAsync(id)).RectifyBy);
        Assert.Contains(await county.OpenTasksAsync(id), t => t.Title == "整改并提交整改报告" && t.DueDate == County.Day("2026-03-25"));
        Assert.Contains(await county.DocumentsAsync(id), d => d.Kind == "EXTENSION_DECISION");

        await county.UntilAsync("2026-03-25 23:59");
        Assert.False((await county.MatterAsync(id)).IsOverdue);
        Assert.Empty(await county.ReadAsync((_, db) => db.Set<EscalationCase>().ToListAsync()));
        await county.UntilAsync("2026-03-26 00:00");
        Assert.True((await county.MatterAsync(id)).IsOverdue);
        Assert.Single(await county.ReadAsync((_, db) => db.Set<EscalationCase>().ToListAsync()));
        await county.NothingFaultedAsync();
    }

    /// <summary>§4.3: applied for too late is refused with the rule; a refused extension leaves the date.</summary>
    [Fact]
    public async Task An_extension_asked_for_too_late_or_refused_changes_nothing()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.RectifyingAsync("2026-03-12");
        await county.DoAsync("enterprise1", id, "request-extension", new { newDate = "2026-03-27", reason = "配件到货延误", interimControl = "停用该电梯" });
        var twice = await county.TryAsync("enterprise1", id, "request-extension", new { newDate = "2026-03-28", reason = "配件到货延误", interimControl = "停用" });
        Assert.Equal("matters.forbidden-now", twice.Rejection!.Code);
        await county.DoAsync("approver1", id, "refuse-extension", new { reason = "理由不充分" });
        Assert.Equal(County.Day("2026-03-12"), (await county.MatterAsync(id)).RectifyBy);
        await county.UntilAsync("2026-03-06 09:00"); // one working day too late
        var late = await county.TryAsync("enterprise1", id, "request-extension", new { newDate = "2026-03-27", reason = "配件到货延误", interimControl = "停用" });
        Assert.Contains("2026-03-05", late.Rejection!.Detail);
        await county.NothingFaultedAsync();
    }

    /// <summary>E2: an undecided request is no consent; the date passes, the approver's own limit is recorded as overdue.</summary>
    [Fact]
    public async Task Silence_on_an_extension_is_never_consent()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.RectifyingAsync("2026-03-12");
        await county.DoAsync("enterprise1", id, "request-extension", new { newDate = "2026-03-27", reason = "配件到货延误", interimControl = "停用该电梯" });
        await county.UntilAsync("2026-03-13 00:00");
        Assert.True((await county.MatterAsync(id)).IsOverdue);
        Assert.Single(await county.ReadAsync((_, db) => db.Set<EscalationCase>().ToListAsync()));
        Assert.Equal(DeadlineState.Overdue, (await county.DeadlineAsync(id, "extensionDecide")).State);
        await county.NothingFaultedAsync();
    }

    /// <summary>O57 art. 29: failed re-inspection names a new date, the next instruction is served, and the round begins again.</summary>
    [Fact]
    public async Task A_failed_reinspection_orders_a_new_date()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.ReportedBackAsync("2026-03-12");
        await county.UntilAsync("2026-03-10 09:00");
        await county.BothAsync("inspector1", "inspector2", id, "reinspect", await county.ReinspectionAsync(passed: false, "2026-03-31"));
        Assert.Equal(HazardState.ReinspectionFailed, await county.StateAsync(id)); // until the new instruction has reached the unit
        Assert.Contains(await county.LedgerAsync(id), e => e.StateAfter == "REINSPECTION_FAILED");
        Assert.Equal(["送达监察指令书"], (await county.OpenTasksAsync(id)).Select(t => t.Title));
        await county.ServeAsync(id);
        var matter = await county.MatterAsync(id);
        Assert.Equal((HazardState.Rectifying, County.Day("2026-03-31")), (matter.State, matter.RectifyBy));
        Assert.Equal(2, (await county.DocumentsAsync(id)).Count(d => d.Kind == "SAFETY_SUPERVISION_INSTRUCTION"));
        Assert.Contains(await county.OpenTasksAsync(id), t => t.Title == "整改并提交整改报告" && t.DueDate == County.Day("2026-03-31"));
        var second = (await county.DocumentsAsync(id)).Last(d => d.Kind == "SAFETY_SUPERVISION_INSTRUCTION").Id;
        Assert.Equal(County.Day("2026-03-31"), await county.ReadAsync((_, db) => db.Set<Capabilities.Documents.OfficialDocument>().Where(d => d.Id == second).Select(d => d.DueDate).SingleAsync()));

        await county.DoAsync("enterprise1", id, "submit-report", await county.ReportFormOfUnitAsync());
        await county.BothAsync("inspector1", "inspector2", id, "reinspect", await county.ReinspectionAsync(passed: true));
        await county.DoAsync("approver1", id, "sign-off", new { opinion = "同意销号" });
        Assert.Equal(HazardState.SignedOff, await county.StateAsync(id));
        Assert.All(await county.StoryFlowsAsync(id), f => Assert.Equal("Finished", f.Status));
        await county.NothingFaultedAsync();
    }

    /// <summary>§4.3: re-inspection not done in 10 WD closes nothing; the regulator's own overdue is recorded.</summary>
    [Fact]
    public async Task A_report_nobody_reinspects_stays_open_and_the_regulator_is_overdue()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.ReportedBackAsync("2026-03-12");
        Assert.Equal(County.Day("2026-03-16"), (await county.DeadlineAsync(id, "reinspect")).DueOn);
        await county.UntilAsync("2026-03-18 09:00");
        Assert.Equal(HazardState.ReportSubmitted, await county.StateAsync(id));
        Assert.Equal(DeadlineState.Overdue, (await county.DeadlineAsync(id, "reinspect")).State);
        Assert.False((await county.MatterAsync(id)).IsOverdue);
        await county.NothingFaultedAsync();
    }

    /// <summary>§4.4 both examples: due Thu 03-12 → Fri 03-13 00:00; due Fri 03-13 → Mon 03-16 00:00.</summary>
    [Theory]
    [InlineData("2026-03-12", "2026-03-12 23:59", "2026-03-13 00:00")]
    [InlineData("2026-03-13", "2026-03-15 23:59", "2026-03-16 00:00")]
    public async Task L1_opens_at_the_first_working_day_on_which_the_instruction_is_overdue(string due, string before, string opens)
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.RectifyingAsync(due);
        await county.UntilAsync(before);
        Assert.Empty(await county.ReadAsync((_, db) => db.Set<EscalationCase>().ToListAsync()));
        await county.UntilAsync(opens);
        Assert.Equal(County.Instant(opens), Assert.Single(await county.ReadAsync((_, db) => db.Set<EscalationCase>().AsNoTracking().ToListAsync())).OpenedAt);
        await county.UntilAsync("2026-03-20 09:00");
        Assert.Single(await county.ReadAsync((_, db) => db.Set<EscalationCase>().ToListAsync())); // one open case per hazard
        Assert.Single(await county.OpenTasksAsync(id), t => t.Title == "约见警示、书面告知");
        await county.NothingFaultedAsync();
    }

    /// <summary>§4.3 sign-off: refused while a listing or seizure holds, and to whoever re-inspected.</summary>
    [Fact]
    public async Task Sign_off_is_refused_under_a_hold()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.ReportedBackAsync("2026-03-12");
        await county.BothAsync("inspector1", "inspector2", id, "reinspect", await county.ReinspectionAsync(passed: true));
        await county.PlaceHoldAsync(id, HoldKind.Seizure);
        var refused = await county.TryAsync("approver1", id, "sign-off", new { opinion = "同意" });
        Assert.Contains("查封、扣押", refused.Rejection!.Detail);
        Assert.Equal(HazardState.Passed, await county.StateAsync(id));
        await county.LiftHoldAsync(id, HoldKind.Seizure);
        await county.DoAsync("approver1", id, "sign-off", new { opinion = "同意" });
        await county.NothingFaultedAsync();
    }

    /// <summary>E8: tasks and rights follow the post at once; who acted when stays in the ledger.</summary>
    [Fact]
    public async Task When_the_post_changes_hands_the_case_goes_on_with_the_successor()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.RegisteredAsync();
        var before = (await county.ActorAsync("officer1")).PersonName;
        await county.UntilAsync("2026-03-03 09:00");
        await county.ReplaceAsync("officer1", "designer1");
        Assert.Equal(403, (await county.TryAsync("officer1", id, "grade", new { grade = "GENERAL" })).Rejection!.Status);
        await county.DoAsync("designer1", id, "grade", new { grade = "GENERAL" });
        var ledger = await county.LedgerAsync(id);
        Assert.Equal(before, ledger.Single(e => e.Act == "register").PersonName);
        Assert.Equal((await county.ActorAsync("designer1")).PersonName, ledger.Single(e => e.Act == "grade").PersonName);
        Assert.Equal(County.Day("2026-03-05"), (await county.DeadlineAsync(id, "grade")).DueOn); // deadlines do not change
        await county.NothingFaultedAsync();
    }

    /// <summary>E9: of two commands with one version one wins, and no document number is lost.</summary>
    [Fact]
    public async Task Of_two_commands_with_the_same_version_one_wins_and_no_number_is_lost()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var first = await county.ReportAsync();
        var second = await county.ReportAsync();
        var version = (await county.MatterAsync(first)).Version;
        var both = await Task.WhenAll(
            county.TryAsync("officer1", first, "register", new { clause = "条款一" }, version),
            county.TryAsync("officer1", first, "register", new { clause = "条款二" }, version));
        Assert.Single(both, r => !r.IsRejected);
        var lost = Assert.Single(both, r => r.IsRejected).Rejection!;
        Assert.Equal(("matters.stale-version", "REGISTERED", version + 1), (lost.Code, lost.CurrentState, lost.CurrentVersion));
        await county.DoAsync("officer1", second, "register", new { clause = "条款一" });
        var (a, b) = ((await county.MatterAsync(first)).Number!, (await county.MatterAsync(second)).Number!);
        Assert.Equal(Serial(a) + 1, Serial(b));
        Assert.Single(await county.LedgerAsync(first), e => e.Act == "register");
    }

    private static int Serial(string number) => int.Parse(System.Text.RegularExpressions.Regex.Match(number, @"第(\d+)号").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<object> FixAsync(County county) => new
    {
        text = "检查人员在场更换门锁触点，试验正常", secondInspectorId = (await county.ActorAsync("inspector2")).PersonId,
        before = new[] { await county.FileAsync("inspector1") }, after = new[] { await county.FileAsync("inspector1") },
    };
}
