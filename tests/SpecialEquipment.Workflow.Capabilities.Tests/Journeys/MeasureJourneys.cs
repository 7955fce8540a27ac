using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Hazards;
using SpecialEquipment.Workflow.Capabilities.Notifications;
using SpecialEquipment.Workflow.Capabilities.Organizations;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Holds;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using Microsoft.Extensions.DependencyInjection;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Journeys;

/// <summary>Emergency measures, seizures, the stop-use lock and the reports of frontline staff through the real flows (DOMAIN §4.2).</summary>
public sealed class MeasureJourneys
{
    private static async Task<object> SeizureAsync(County county, Guid? device = null) => new
    {
        kind = "SEAL", reason = "安全钳失效，继续使用有坠落危险", legalBasis = "《特种设备安全法》第六十一条", keptAt = "原地封存，由使用单位保管",
        objects = new[] { new { name = "乘客电梯", quantity = 1, unit = "台", description = "轿门贴封条", equipmentId = device ?? county.Device.Id } },
        secondInspectorId = (await county.ActorAsync("inspector2")).PersonId, service = new { mode = "DIRECT", receiver = "单位签收人", refused = false },
    };

    private static async Task<object> ReleaseAsync(County county, string ground = "REASON_GONE") => new
    {
        ground, note = "更换安全钳并试验合格，封条已拆除", receiver = "单位签收人", secondInspectorId = (await county.ActorAsync("inspector2")).PersonId,
    };

    private static async Task<Guid> SeizedAsync(County county)
    {
        var id = await county.GradedMajorAsync();
        await county.ChainAsync(id, "seize-or-seal", await SeizureAsync(county), "inspector1", "inspector2", "approver1");
        return id;
    }

    private static Task<Seizure> SeizureOfAsync(County county, Guid id) => county.ReadAsync((_, db) => db.Set<Seizure>().AsNoTracking().SingleAsync(s => s.MatterId == id));

    /// <summary>SESL art. 61, AEL art. 18, 24: two inspectors and the head; nothing of legal effect before the third signature.</summary>
    [Fact]
    [Walks("seizure")]
    public async Task A_seizure_takes_effect_with_the_third_signature_and_ends_with_the_release()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.GradedMajorAsync();
        var proposed = await county.DoAsync("inspector1", id, "seize-or-seal", await SeizureAsync(county));
        Assert.Equal("matters.not-the-second", (await county.TryAsync("approver1", id, "confirm-step", new { proposed.ConfirmationId })).Rejection!.Code); // not his turn
        var second = await county.DoAsync("inspector2", id, "confirm-step", new { proposed.ConfirmationId });
        Assert.Empty(await county.ReadAsync((_, db) => db.Set<Seizure>().ToListAsync()));
        Assert.Empty(await county.ReadAsync((_, db) => db.OpenHoldsAsync(id, default)));
        Assert.DoesNotContain(await county.DocumentsAsync(id), d => d.Kind == "SEIZURE_DECISION");
        Assert.Contains(await county.OpenTasksAsync(id), t => t.Form == "confirm-step");
        Assert.Equal("matters.not-the-second", (await county.TryAsync("inspector2", id, "confirm-step", new { second.ConfirmationId })).Rejection!.Code); // once each

        await county.DoAsync("approver1", id, "confirm-step", new { second.ConfirmationId });
        var seizure = await SeizureOfAsync(county, id);
        Assert.Equal(County.Day("2026-04-01"), seizure.Until); // 30 CALENDAR_DAY
        var hold = Assert.Single(await county.ReadAsync((_, db) => db.OpenHoldsAsync(id, default)));
        var paper = Assert.Single(await county.DocumentsAsync(id), d => d.Kind == "SEIZURE_DECISION");
        Assert.Equal((HoldKind.Seizure, county.Device.Id, paper.Number), (hold.Kind, hold.EquipmentId, hold.DocumentNumber));
        Assert.NotNull(paper.ServedAt); // handed over on the spot

        await county.UntilAsync("2026-03-20 09:00");
        await county.ChainAsync(id, "release-seizure", await ReleaseAsync(county), "inspector1", "inspector2", "approver1");
        Assert.Empty(await county.ReadAsync((_, db) => db.OpenHoldsAsync(id, default)));
        Assert.True((await county.DeadlineAsync(id, "seizure")) is { State: DeadlineState.Met, MetLate: false });
        Assert.Contains(await county.DocumentsAsync(id), d => d.Kind == "SEIZURE_RELEASE");
        await county.NothingFaultedAsync();
    }

    /// <summary>§4.0 two persons: whoever of the chain refuses, nothing of it remains.</summary>
    [Fact]
    public async Task The_head_refuses_and_nothing_is_seized()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.GradedMajorAsync();
        var proposed = await county.DoAsync("inspector1", id, "seize-or-seal", await SeizureAsync(county));
        var second = await county.DoAsync("inspector2", id, "confirm-step", new { proposed.ConfirmationId });
        await county.DoAsync("approver1", id, "refuse-step", new { second.ConfirmationId, reason = "停止使用即可，不必查封" });
        Assert.Empty(await county.ReadAsync((_, db) => db.Set<Seizure>().ToListAsync()));
        Assert.DoesNotContain(await county.OpenTasksAsync(id), t => t.Form == "confirm-step");
        await county.ChainAsync(id, "seize-or-seal", await SeizureAsync(county), "inspector1", "inspector2", "approver1");
        await county.NothingFaultedAsync();
    }

    /// <summary>AEL art. 25: testing time is not counted, only for that reason; one extension of 30 days, then none.</summary>
    [Fact]
    [Walks("seizure-extension")]
    public async Task Testing_stops_the_clock_and_one_extension_moves_it()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await SeizedAsync(county);
        await county.UntilAsync("2026-03-10 09:00");
        var wrong = (await county.TryAsync("inspector1", id, "stop-seizure-clock", new { reason = "HEARING", basis = "听证通知" })).Rejection!;
        Assert.Equal("reason", Assert.Single(wrong.Errors).Field);
        await county.DoAsync("inspector1", id, "stop-seizure-clock", new { reason = "INSPECTION_OR_TESTING", basis = "委托检验机构鉴定，预计 5 日" });
        await county.UntilAsync("2026-03-15 09:00");
        await county.DoAsync("inspector1", id, "resume-seizure-clock", new { basis = "鉴定报告：安全钳失效" });
        Assert.Equal(County.Day("2026-04-06"), (await SeizureOfAsync(county, id)).Until); // 5 days not counted
        Assert.Contains(await county.OpenTasksAsync(id), t => t.Form == "release-seizure" && t.DueDate == County.Day("2026-04-06"));

        await county.BothAsync("inspector1", "approver1", id, "extend-seizure", new { reason = "案情复杂，备件需进口" });
        Assert.Equal(County.Day("2026-05-06"), (await SeizureOfAsync(county, id)).Until); // +30
        Assert.Contains(await county.DocumentsAsync(id), d => d.Kind == "SEIZURE_EXTENSION");
        var again = (await county.TryAsync("inspector1", id, "extend-seizure", new { reason = "再延长" })).Rejection!;
        Assert.Contains("只能延长 1 次", again.Detail);
        await county.NothingFaultedAsync();
    }

    /// <summary>AEL art. 25, 28: the period is over after its last day, and not while the clock is stopped.</summary>
    [Fact]
    public async Task A_seizure_is_not_released_as_over_before_its_period_has_ended()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await SeizedAsync(county);
        async Task<string> RefusedAsync()
        {
            var error = Assert.Single((await county.TryAsync("inspector1", id, "release-seizure", await ReleaseAsync(county, "PERIOD_OVER"))).Rejection!.Errors);
            Assert.Equal("ground", error.Field);
            return error.Actual;
        }
        await county.UntilAsync("2026-04-01 17:00"); // the last day
        Assert.Contains("2026-04-01", await RefusedAsync());
        await county.DoAsync("inspector1", id, "stop-seizure-clock", new { reason = "INSPECTION_OR_TESTING", basis = "委托检验机构鉴定，预计 5 日" });
        await county.UntilAsync("2026-04-03 09:00");
        Assert.Contains("停计", await RefusedAsync());
        await county.DoAsync("inspector1", id, "resume-seizure-clock", new { basis = "鉴定报告：安全钳失效" });
        Assert.Contains("2026-04-03", await RefusedAsync());
        await county.UntilAsync("2026-04-04 00:00");
        await county.ChainAsync(id, "release-seizure", await ReleaseAsync(county, "PERIOD_OVER"), "inspector1", "inspector2", "approver1");
        await county.NothingFaultedAsync();
    }

    /// <summary>AEL art. 25, 28: reminded before the end, overdue to the superior; too late to extend; still to be released.</summary>
    [Fact]
    public async Task A_seizure_nobody_releases_is_the_regulators_overdue()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await SeizedAsync(county);
        await county.UntilAsync("2026-04-02 00:00");
        Assert.Equal(DeadlineState.Overdue, (await county.DeadlineAsync(id, "seizure")).State);
        Assert.Contains(await county.ReadAsync((_, db) => db.Set<Notice>().AsNoTracking().Where(n => n.MatterId == id).ToListAsync()),
            n => n.Kind == Shared.Notices.NoticeKind.Escalate && n.Title.Contains("期限届满前解除"));
        Assert.Contains("已届满", (await county.TryAsync("inspector1", id, "extend-seizure", new { reason = "案情复杂" })).Rejection!.Detail);
        await county.ChainAsync(id, "release-seizure", await ReleaseAsync(county, "PERIOD_OVER"), "inspector1", "inspector2", "approver1");
        Assert.True((await county.DeadlineAsync(id, "seizure")).MetLate);
        await county.NothingFaultedAsync();
    }

    /// <summary>O57 art. 26: what was fixed on the spot is not seized; §4.3: no sign-off while a seizure is open.</summary>
    [Fact]
    public async Task What_is_fixed_on_the_spot_is_not_seized_and_what_is_seized_is_not_signed_off()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        async Task<object> FixAsync() => new
        {
            text = "现场更换安全钳并试验合格", secondInspectorId = (await county.ActorAsync("inspector2")).PersonId, fixedAt = county.Now,
            before = new[] { await county.FileAsync("inspector1") }, after = new[] { await county.FileAsync("inspector1") },
        };
        var id = await county.GradedAsync();
        await county.BothAsync("inspector1", "inspector2", id, "fix-on-spot", await FixAsync());
        var refused = (await county.TryAsync("inspector1", id, "seize-or-seal", await SeizureAsync(county))).Rejection!;
        Assert.Contains("第二十六条", Assert.Single(refused.Errors).Article);

        var seized = await SeizedAsync(county);
        await county.BothAsync("inspector1", "inspector2", seized, "fix-on-spot", await FixAsync());
        var held = (await county.TryAsync("approver1", seized, "sign-off", new { opinion = "同意销号" })).Rejection!;
        Assert.Contains("应先解除查封、扣押（高市监强制", held.Detail);
        await county.ChainAsync(seized, "release-seizure", await ReleaseAsync(county), "inspector1", "inspector2", "approver1");
        await county.DoAsync("approver1", seized, "sign-off", new { opinion = "同意销号" });
        await county.NothingFaultedAsync();
    }

    private static Task<Result<ChangeEquipmentStatus.Outcome>> ChangeAsync(County county, Actor who, string status, long version) =>
        county.Services.GetRequiredService<IActRing>().RunAsync("test", who,
            (act, stop) => ChangeEquipmentStatus.DoAsync(county.Device.Id, new ChangeEquipmentStatus.Form(status, "恢复运行", version), act, stop));

    /// <summary>E21: under a stop-use order nobody records the device “in use”; the unit's attempt is evidence of a refusal to execute.</summary>
    [Fact]
    public async Task A_device_under_a_stop_use_order_is_not_recorded_in_use()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.GradedMajorAsync();
        await county.BothAsync("inspector1", "inspector2", id, "issue-instruction", await county.InstructionAsync("2026-04-01", stopUse: true));
        var paper = Assert.Single(await county.DocumentsAsync(id), d => d.Kind == "SAFETY_SUPERVISION_INSTRUCTION");
        var (unit, inspector) = (await county.ActorAsync("enterprise1"), await county.ActorAsync("inspector1"));
        Assert.Equal("OUT_OF_USE", (await ChangeAsync(county, unit, "OUT_OF_USE", county.Device.Version)).Value.Changed!.Status);

        var byOfficial = (await ChangeAsync(county, inspector, "IN_USE", county.Device.Version + 1)).Value.Refused!;
        Assert.Equal("organizations.equipment-held", byOfficial.Code);
        Assert.DoesNotContain(await county.LedgerAsync(id), e => e.Act == "refused-to-execute");
        var byUnit = (await ChangeAsync(county, unit, "IN_USE", county.Device.Version + 1)).Value.Refused!;
        Assert.Contains(paper.Number, byUnit.Detail);
        Assert.Contains("第六十二条", byUnit.Errors[0].Article);
        var evidence = Assert.Single(await county.LedgerAsync(id), e => e.Act == "refused-to-execute");
        Assert.Contains("REFUSED_TO_EXECUTE", System.Text.Encoding.UTF8.GetString(evidence.Detail!));
        Assert.Equal(EquipmentStatus.OutOfUse, await county.ReadAsync((_, db) => db.Set<Equipment>().Where(e => e.Id == county.Device.Id).Select(e => e.Status).SingleAsync()));

        // the refusal is a ground to tell the government (DOMAIN §4.2)
        await county.DoAsync("officer1", id, "report-major", new { situation = "拒不停用", measures = "已责令停止使用", toGovernment = true, governmentReason = "使用单位拒不执行" });
        Assert.Contains(nameof(GovernmentGround.Refusal), (await county.ReadAsync((_, db) => db.Set<HazardReport>().SingleAsync())).Grounds);
        await county.NothingFaultedAsync();
    }

    /// <summary>SESL art. 62, E11: the measure counts from its true time, the written instruction is due one working day after it.</summary>
    [Fact]
    [Walks("emergency-measure")]
    public async Task An_emergency_measure_is_followed_by_a_written_instruction()
    {
        await using var county = await County.AtAsync("2026-03-06 18:00"); // Friday
        var id = await county.OrderedAsync("2026-03-20");
        Assert.Equal(409, (await county.TryAsync("inspector1", id, "supplement-instruction", new { })).Rejection!.Status); // nothing to supplement
        var future = (await county.TryAsync("inspector1", id, "emergency-measure", new { text = "切断电源", takenBy = "监察员二人", takenAt = County.Instant("2026-03-06 19:00") })).Rejection!;
        Assert.Equal("takenAt", Assert.Single(future.Errors).Field);
        await county.DoAsync("inspector1", id, "emergency-measure", new { text = "切断主电源，疏散乘客", takenBy = "监察员二人、维保一人", takenAt = County.Instant("2026-03-06 15:30") });
        var entry = (await county.LedgerAsync(id)).Last(e => e.Act == "emergency-measure");
        Assert.Equal((County.Instant("2026-03-06 15:30"), county.Now), (entry.EventTime, entry.ReceivedAt)); // both times
        Assert.Equal(County.Day("2026-03-09"), (await county.DeadlineAsync(id, "supplementInstruction")).DueOn); // 1 WD
        var named = (await county.MatterAsync(id)).RectifyBy;
        var moved = (await county.TryAsync("inspector1", id, "supplement-instruction", await county.InstructionAsync("2026-03-25"))).Rejection!;
        Assert.Equal("deadline", Assert.Single(moved.Errors).Field); // a supplement moves no date
        await county.BothAsync("inspector1", "inspector2", id, "supplement-instruction", await county.InstructionAsync("2026-03-20", stopUse: true));
        Assert.Equal(named, (await county.MatterAsync(id)).RectifyBy);
        Assert.Equal(DeadlineState.Met, (await county.DeadlineAsync(id, "supplementInstruction")).State);
        Assert.Equal(2, (await county.DocumentsAsync(id)).Count(d => d.Kind == "SAFETY_SUPERVISION_INSTRUCTION"));
        await county.NothingFaultedAsync();
    }

    /// <summary>SESL art. 62: before any instruction the first one is the supplement.</summary>
    [Fact]
    public async Task The_first_instruction_supplements_an_earlier_emergency_measure()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.ReportAsync();
        await county.DoAsync("inspector1", id, "emergency-measure", new { text = "切断主电源", takenBy = "监察员二人", takenAt = county.Now.AddMinutes(-20) });
        await county.DoAsync("officer1", id, "register", new { clause = "TSG T7001-2023 第2.3条" });
        await county.DoAsync("officer1", id, "grade", new { grade = "GENERAL", basis = Array.Empty<string>(), basisText = "可及时消除" });
        await county.BothAsync("inspector1", "inspector2", id, "issue-instruction", await county.InstructionAsync("2026-03-16"));
        Assert.Equal(DeadlineState.Met, (await county.DeadlineAsync(id, "supplementInstruction")).State);
        Assert.DoesNotContain(await county.OpenTasksAsync(id), t => t.Title == "补发监察指令书");
        await county.NothingFaultedAsync();
    }

    /// <summary>XC 三(一); §4.2 special path: the town at once, the regulator in writing within 2 WD, both receipts before the task closes.</summary>
    [Fact]
    [Walks("frontline-report")]
    public async Task A_frontline_report_closes_only_with_both_receipts()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.ReportAsync();
        Assert.Equal("matters.forbidden-now", (await county.TryAsync("grid1", id, "written-report-to-regulator", new { })).Rejection!.Code); // the town first
        var empty = (await county.TryAsync("grid1", id, "report-to-town", new { })).Rejection!;
        Assert.Equal(["situation", "trigger"], empty.Errors.Select(e => e.Field).Order());
        await county.DoAsync("grid1", id, "report-to-town", new { trigger = "REFUSAL", situation = "物业拒绝停梯", happenedAt = County.Instant("2026-03-02 08:40") });
        Assert.Equal(County.Day("2026-03-04"), (await county.DeadlineAsync(id, "frontlineWritten")).DueOn); // 2 WD
        Assert.Equal(409, (await county.TryAsync("grid1", id, "report-to-town", new { trigger = "REFUSAL", situation = "再报" })).Rejection!.Status);
        await county.DoAsync("town1", id, "sign-for-report");

        await county.DoAsync("grid1", id, "written-report-to-regulator", new { situation = "物业拒绝停梯，附现场照片", evidence = new[] { await county.FileAsync("grid1") } });
        Assert.Equal(DeadlineState.Met, (await county.DeadlineAsync(id, "frontlineWritten")).State);
        var early = (await county.TryAsync("grid1", id, "close-frontline-report", new { })).Rejection!;
        Assert.Contains("高平市市场监督管理局 未签收", early.Detail);
        Assert.Single(await county.OpenTasksAsync(id), t => t.Form == "close-frontline-report");
        await county.DoAsync("officer1", id, "sign-for-report");
        await county.DoAsync("grid1", id, "close-frontline-report", new { });
        Assert.DoesNotContain(await county.OpenTasksAsync(id), t => t.Form == "close-frontline-report");
        await county.NothingFaultedAsync();
    }
}
