using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Escalation;
using SpecialEquipment.Workflow.Capabilities.Hazards;
using SpecialEquipment.Workflow.Capabilities.Organizations;
using SpecialEquipment.Workflow.Capabilities.Rectification;
using SpecialEquipment.Workflow.Capabilities.Shared.Attachments;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Documents;
using SpecialEquipment.Workflow.Capabilities.Shared.Holds;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Capabilities.TaskInbox;
using SpecialEquipment.Workflow.Storage.Flows;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Journeys;

/// <summary>Cases that end otherwise than by rectification (DOMAIN §4.2, §4.3, E5, E9, E12): whatever ran on them ends with the reason.</summary>
public sealed class ClosingJourneys
{
    /// <summary>E12: evidence goes to the open case, its clocks stay, the earliest finding counts.</summary>
    [Fact]
    public async Task A_second_report_of_the_same_defect_is_merged_into_the_open_case()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var target = await county.RectifyingAsync("2026-03-20");
        var before = await county.DeadlinesAsync(target);
        await county.UntilAsync("2026-03-04 10:00");
        var found = County.Instant("2026-02-27 15:00");
        var report = (await county.TryReportAsync("inspector2", (await county.ReportFormAsync("inspector2", HazardSource.InspectionBody)) with { FoundAt = found })).Value.MatterId;

        await county.DoAsync("officer1", report, "merge", new { targetId = target, reason = "同一电梯同一缺陷，检验机构重复报告" });

        Assert.Equal(HazardState.Merged, await county.StateAsync(report));
        await NothingRunsAsync(county, report, "已并入");
        var kept = await HazardAsync(county, target);
        Assert.Equal(found, kept.EarliestFoundAt);
        Assert.NotEqual(found, kept.FoundAt);
        Assert.Equal(County.Day("2026-02-27"), (await county.MatterAsync(target)).FoundOn); // what statistics count by
        Assert.Equal(before.Select(d => (d.RuleId, d.DueOn, d.IsOpen)), (await county.DeadlinesAsync(target)).Select(d => (d.RuleId, d.DueOn, d.IsOpen)));
        var (own, merged) = await county.ReadAsync(async (s, db) => (
            await Binder(s).OfMatterAsync(db, target, CancellationToken.None), await Binder(s).OfMatterAsync(db, report, CancellationToken.None)));
        Assert.Subset(own.Select(a => a.Id).ToHashSet(), merged.Select(a => a.Id).ToHashSet());
        Assert.Contains(await county.LedgerAsync(target), e => e.Act == "add-report");
        await county.NothingFaultedAsync();
    }

    /// <summary>E12, E9: the target must be open and the same object; two officers who merge at once do not both succeed.</summary>
    [Fact]
    public async Task A_report_is_not_merged_into_a_closed_case_another_object_or_itself()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var other = await county.OtherUnitsHazardAsync();
        var report = await county.ReportAsync();
        var closed = await county.ReportAsync();
        await county.BothAsync("officer1", "approver1", closed, "dismiss", new { reason = "现场核实不属于特种设备" });
        foreach (var (target, expected) in new[] { (other, "应为同一设备"), (closed, "应为尚未办结"), (report, "另一案件"), (Guid.CreateVersion7(), "另一案件") })
        {
            var refused = await county.TryAsync("officer1", report, "merge", new { targetId = target, reason = "看起来是同一隐患" });
            Assert.Contains(refused.Rejection!.Errors, e => e.Field == "targetId" && e.Expected.Contains(expected, StringComparison.Ordinal));
        }
        var vague = await county.TryAsync("officer1", report, "merge", new { targetId = other, reason = "略" });
        Assert.Contains(vague.Rejection!.Errors, e => e.Field == "reason");
        Assert.Equal(HazardState.Reported, await county.StateAsync(report));
    }

    [Fact]
    public async Task Two_officers_who_act_on_the_same_report_do_not_both_succeed()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var target = await county.RegisteredAsync();
        var report = await county.ReportAsync();
        var seen = (await county.MatterAsync(report)).Version;
        await county.DoAsync("officer1", report, "merge", new { targetId = target, reason = "同一电梯同一缺陷" });
        var late = await county.TryAsync("officer1", report, "register", new { clause = "TSG T7001-2023 第2.3条" }, seen);
        Assert.Equal("matters.stale-version", late.Rejection!.Code);
    }

    /// <summary>§4.2 routeOut, §2.4: the letter goes out and the receiver owes the receipt within transferAck.</summary>
    [Fact]
    [Walks("route-out")]
    public async Task What_lies_with_another_department_is_routed_and_received_there()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var report = await county.ReportAsync();
        var own = await county.TryAsync("officer1", report, "route-out", new { departmentCode = "MARKET_REGULATOR", kind = "TRANSFER", reason = "在建工地塔式起重机的使用" });
        Assert.Contains(own.Rejection!.Errors, e => e.Field == "departmentCode");
        await county.DoAsync("officer1", report, "route-out", new { departmentCode = "HOUSING_CONSTRUCTION", kind = "TRANSFER", reason = "房屋建筑工地起重机械的使用由住建部门监管" });

        Assert.Equal(HazardState.RoutedOut, await county.StateAsync(report));
        Assert.Equal(DocumentTemplates.CaseTransferLetter, Assert.Single(await county.DocumentsAsync(report)).Kind);
        var task = Assert.Single(await county.OpenTasksAsync(report));
        Assert.Equal(("签收转办隐患", County.Day("2026-03-05")), (task.Title, task.DueDate)); // 3 WD
        Assert.All((await county.TasksAsync(report)).Where(t => t.Id != task.Id), t => Assert.False(t.IsOpen));

        await county.UntilAsync("2026-03-09 09:00"); // silence is not a receipt (E2)
        Assert.Single(await county.OpenTasksAsync(report));
        await county.DoAsync("department1", report, "receive-routed", new { note = "已收，将派员核查" });
        Assert.Empty(await county.OpenTasksAsync(report));
        Assert.Empty(await RunningFlowsAsync(county, report));
        var again = await county.TryAsync("department1", report, "receive-routed", new { });
        Assert.True(again.IsRejected);
        await county.NothingFaultedAsync();
    }

    /// <summary>§4.2: a copy is a 抄告函, and the department must have somebody who can sign for it.</summary>
    [Fact]
    public async Task A_copy_goes_out_as_a_notification_and_never_to_the_finance_office()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var report = await county.ReportAsync();
        var refused = await county.TryAsync("officer1", report, "route-out", new { departmentCode = "FINANCE", kind = "COPY", reason = "经费问题" });
        Assert.Contains(refused.Rejection!.Errors, e => e.Field == "departmentCode");
        await county.DoAsync("officer1", report, "route-out", new { departmentCode = "EDUCATION", kind = "COPY", reason = "学校内的特种设备，一并抄告" });
        Assert.Equal(DocumentTemplates.CopyNotification, Assert.Single(await county.DocumentsAsync(report)).Kind);
        await county.NothingFaultedAsync();
    }

    /// <summary>SESL 48; §4.3 decommission: officer and approver; every task, limit and timer ends, the ladder's case too.</summary>
    [Fact]
    public async Task A_scrapped_device_closes_its_overdue_case_and_leaves_nothing_running()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.RectifyingAsync("2026-03-12");
        await county.DoAsync("enterprise1", id, "request-extension", new { newDate = "2026-03-27", reason = "配件到货延误", interimControl = "停用该电梯" });
        await county.PlaceHoldAsync(id, HoldKind.StopUse);
        await county.UntilAsync("2026-03-16 10:00");
        Assert.True((await county.MatterAsync(id)).IsOverdue);
        Assert.Single(await EscalationsAsync(county, id), e => e.ClosedAt == null);

        var form = await FormAsync(county, new { ground = "FUNCTION_DESTROYED", happenedOn = "2026-03-15", reason = "单位已将电梯拆解，消除使用功能" });
        await county.DoAsync("officer1", id, "decommission", form);
        Assert.Equal(HazardState.Rectifying, await county.StateAsync(id)); // nothing takes effect before the approver
        await county.DoAsync("approver1", id, "confirm-step", new { });

        var matter = await county.MatterAsync(id);
        Assert.Equal((HazardState.ClosedDecommissioned, false), (matter.State, matter.IsOverdue));
        await NothingRunsAsync(county, id, "已消除使用功能");
        Assert.Contains(await county.TasksAsync(id), t => t.ClosedBy == "matter-closed");
        Assert.All(await EscalationsAsync(county, id), e => Assert.Contains("已消除使用功能", e.CloseReason));
        Assert.Equal(ExtensionState.Lapsed, await county.ReadAsync((_, db) => db.Set<ExtensionRequest>().Where(e => e.MatterId == id).Select(e => e.State).SingleAsync()));
        Assert.Empty(await county.ReadAsync((_, db) => db.OpenHoldsAsync(id, CancellationToken.None)));
        Assert.Equal(EquipmentStatus.Scrapped, await StatusAsync(county));
        await county.UntilAsync("2026-06-01 00:00");
        Assert.Equal(matter.Version, (await county.MatterAsync(id)).Version);
        await county.NothingFaultedAsync();
    }

    /// <summary>AEL 25: a seizure has its own period and must be decided on before the case ends.</summary>
    [Fact]
    public async Task An_open_seizure_keeps_the_case_open()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.OrderedAsync("2026-03-20");
        await county.PlaceHoldAsync(id, HoldKind.Seizure);
        foreach (var (command, form) in new[]
        {
            ("decommission", await FormAsync(county, new { ground = "REGISTRATION_CANCELLED", certificateNumber = "梯11晋E1023(19)", happenedOn = "2026-03-02", reason = "已注销使用登记" })),
            ("record-move-out", await FormAsync(county, MovedOut)),
            ("shutdown", await FormAsync(county, ShutDown)),
        })
            Assert.Contains("查封", (await county.TryAsync("officer1", id, command, form)).Rejection!.Detail);
        await county.LiftHoldAsync(id, HoldKind.Seizure);
        await county.PlaceHoldAsync(id, HoldKind.Listing); // E6: the device's disposal comes before the end of the listing
        await county.BothAsync("officer1", "approver1", id, "shutdown", await FormAsync(county, ShutDown));
        Assert.Equal(HoldKind.Listing, Assert.Single(await county.ReadAsync((_, db) => db.OpenHoldsAsync(id, CancellationToken.None))).Kind);
    }

    /// <summary>§4.3 decommission by relocation: what was found is a new hazard at the new place.</summary>
    [Fact]
    public async Task A_device_that_moved_within_the_county_takes_its_hazard_along_as_a_new_one()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.OrderedAsync("2026-03-20");
        var town = await county.ReadAsync((_, db) => db.Set<Region>().Where(r => r.ParentCode == "140581" && r.Code != county.Device.RegionCode).OrderBy(r => r.Code).Select(r => r.Code).FirstAsync());
        var outside = await county.TryAsync("officer1", id, "decommission", await FormAsync(county, new
        {
            ground = "RELOCATED", newPlace = "新厂区", newRegionCode = "140500", happenedOn = "2026-03-02", reason = "单位搬迁，设备随迁",
        }));
        Assert.Contains(outside.Rejection!.Errors, e => e.Field == "newRegionCode");
        await county.BothAsync("officer1", "approver1", id, "decommission", await FormAsync(county, new
        {
            ground = "RELOCATED", newPlace = "新厂区一号车间", newRegionCode = town, happenedOn = "2026-03-02", reason = "单位搬迁，设备随迁",
        }));
        var link = await county.ReadAsync((_, db) => db.Set<MatterLink>().SingleAsync(l => l.MatterId == id));
        Assert.Equal(LinkKinds.RelocatedTo, link.Kind);
        var moved = await county.MatterAsync(link.OtherMatterId);
        Assert.Equal((HazardState.Reported, town), (moved.State, moved.RegionCode));
        Assert.Contains(await county.OpenTasksAsync(moved.Id), t => t.Title == "研判并登记隐患");
        await county.NothingFaultedAsync();
    }

    /// <summary>E5: another county; the letter to its regulator is issued and delivered.</summary>
    [Fact]
    [Walks("move-out")]
    public async Task A_device_that_left_the_county_is_handed_to_its_new_regulator()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.RectifyingAsync("2026-03-20");
        var inside = await county.TryAsync("officer1", id, "record-move-out", await FormAsync(county, new
        {
            newRegionCode = "140581100", newRegionName = "本县某镇", newRegulator = "某局", newPlace = "某处", happenedOn = "2026-03-02", reason = "设备已迁走",
        }));
        Assert.Contains(inside.Rejection!.Errors, e => e.Field == "newRegionCode");
        await county.BothAsync("officer1", "approver1", id, "record-move-out", await FormAsync(county, MovedOut));
        Assert.Equal(HazardState.MovedOut, await county.StateAsync(id));
        Assert.Contains(await county.DocumentsAsync(id), d => d.Kind == DocumentTemplates.MoveOutLetter);
        Assert.Equal("送达移交函并登记签收", Assert.Single(await county.OpenTasksAsync(id)).Title);
        Assert.Equal("move-out", Assert.Single(await RunningFlowsAsync(county, id)).DefinitionId);
        await county.CompleteTaskAsync("officer1", id, "送达移交函并登记签收", "对方已签收");
        await NothingRunsAsync(county, id, "设备移出辖区");
        await county.NothingFaultedAsync();
    }

    /// <summary>§4.3 shutdown: only on a decision with number, organ and day; the device is sealed or scrapped.</summary>
    [Fact]
    public async Task A_closure_decision_ends_the_case_and_seals_the_device()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.GradedAsync();
        var bare = await county.TryAsync("officer1", id, "shutdown", new { reason = "已关停" });
        Assert.Equal(["authority", "decisionNumber", "equipmentStatus", "evidence", "happenedOn"], bare.Rejection!.Errors.Select(e => e.Field).Order());
        await county.BothAsync("officer1", "approver1", id, "shutdown", await FormAsync(county, ShutDown));
        Assert.Equal(HazardState.ClosedShutdown, await county.StateAsync(id));
        await NothingRunsAsync(county, id, "已关停");
        Assert.Equal(EquipmentStatus.Sealed, await StatusAsync(county));
        await county.NothingFaultedAsync();
    }

    private static object MovedOut => new
    {
        newRegionCode = "140525", newRegionName = "泽州县", newRegulator = "泽州县市场监督管理局", newPlace = "泽州县某工业园", happenedOn = "2026-03-02", reason = "单位注销，设备转卖至泽州县",
    };

    private static object ShutDown => new
    {
        decisionNumber = "高政决〔2026〕3号", authority = "高平市人民政府", equipmentStatus = "SEALED", happenedOn = "2026-03-02", reason = "经复核仍不具备安全生产条件",
    };

    private static async Task<Dictionary<string, object?>> FormAsync(County county, object facts)
    {
        var form = facts.GetType().GetProperties().ToDictionary(p => p.Name, p => p.GetValue(facts));
        form["evidence"] = new[] { await county.FileAsync("officer1") };
        return form;
    }

    private static IAttachmentBinder Binder(IServiceProvider services) => (IAttachmentBinder)services.GetService(typeof(IAttachmentBinder))!;

    private static Task<Hazard> HazardAsync(County county, Guid id) => county.ReadAsync((_, db) => db.Set<Hazard>().AsNoTracking().SingleAsync(h => h.MatterId == id));

    private static Task<EquipmentStatus> StatusAsync(County county) =>
        county.ReadAsync((_, db) => db.Set<Equipment>().Where(e => e.Id == county.Device.Id).Select(e => e.Status).SingleAsync());

    private static Task<List<EscalationCase>> EscalationsAsync(County county, Guid id) =>
        county.ReadAsync((_, db) => db.Set<EscalationCase>().AsNoTracking().Where(e => e.MatterId == id).ToListAsync());

    private static async Task<List<FlowInstance>> RunningFlowsAsync(County county, Guid id) => [.. (await county.FlowsAsync(id)).Where(f => f.FinishedAt == null)];

    /// <summary>No task, no limit, no timer, no flow; what ended unfinished says why.</summary>
    private static async Task NothingRunsAsync(County county, Guid id, string reason)
    {
        Assert.Empty(await county.OpenTasksAsync(id));
        Assert.All((await county.TasksAsync(id)).Where(t => t.State == WorkTaskState.Cancelled && t.ClosedBy == "matter-closed"), t => Assert.Contains(reason, t.CloseReason));
        var deadlines = await county.DeadlinesAsync(id);
        Assert.DoesNotContain(deadlines, d => d.IsOpen);
        Assert.Empty(await RunningFlowsAsync(county, id));
        var flows = (await county.FlowsAsync(id)).Select(f => f.Id).ToList();
        Assert.Empty(await county.ReadAsync((_, db) => db.Set<FlowBookmark>().Where(b => flows.Contains(b.InstanceId)).ToListAsync()));
        Assert.Contains(reason, (await county.MatterAsync(id)).CloseReason);
    }
}
