using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Hazards;
using SpecialEquipment.Workflow.Capabilities.Ledger;
using SpecialEquipment.Workflow.Capabilities.Notifications;
using SpecialEquipment.Workflow.Capabilities.Organizations;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Holds;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Capabilities.TaskInbox;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Journeys;

/// <summary>E5: the end of a unit closes none of its hazards; each gets a disposal by its officer.</summary>
public sealed class DissolutionJourneys
{
    private const string Disposal = "处置注销单位的设备和隐患";
    private const string Search = "继续查找设备下落";

    /// <summary>E5: moved inside the county — the new user unit takes the hazard with its deadline.</summary>
    [Fact]
    [Walks("unit-gone")]
    public async Task Another_unit_of_the_county_takes_the_hazard_over_with_its_deadline()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.RectifyingAsync("2026-03-20");
        var spared = await county.OtherUnitsHazardAsync();
        var before = await county.MatterAsync(id);
        var limits = (await county.DeadlinesAsync(id)).Where(d => d.IsOpen).Select(d => (d.RuleId, d.DueOn, d.OverdueAt)).ToList();
        var unitTask = Assert.Single(await county.OpenTasksAsync(id), t => t.Title != Disposal);
        await DissolveAsync(county);

        Assert.Equal(HazardState.Rectifying, await county.StateAsync(id)); // nothing closes by itself
        var task = Assert.Single(await county.OpenTasksAsync(id), t => t.Title == Disposal);
        Assert.Equal(County.Day("2026-03-23"), task.DueDate); // 15 WD
        Assert.DoesNotContain(await county.OpenTasksAsync(spared), t => t.Title == Disposal);

        var to = await OtherUnitAsync(county);
        foreach (var (unit, expected) in new[] { (county.UnitId, "另一使用单位"), (Guid.CreateVersion7(), "在册单位") })
        {
            var refused = await county.TryAsync("officer1", id, "transfer-unit", await TransferAsync(county, unit));
            Assert.Contains(refused.Rejection!.Errors, e => e.Field == "newUnitId" && e.Expected.Contains(expected, StringComparison.Ordinal));
        }
        await county.BothAsync("officer1", "approver1", id, "transfer-unit", await TransferAsync(county, to.Id));

        var after = await county.MatterAsync(id);
        Assert.Equal((before.State, before.RectifyBy, before.Number, (Guid?)to.Id, to.RegionCode), (after.State, after.RectifyBy, after.Number, after.EnterpriseId, after.RegionCode));
        Assert.Equal(limits, (await county.DeadlinesAsync(id)).Where(d => d.IsOpen && d.RuleId != "unitGoneDisposal").Select(d => (d.RuleId, d.DueOn, d.OverdueAt)));
        var device = await county.ReadAsync((_, db) => db.Set<Equipment>().AsNoTracking().SingleAsync(e => e.Id == county.Device.Id));
        Assert.Equal((to.Id, "新址一号楼"), (device.EnterpriseId, device.Place));
        Assert.Contains(await county.ReadAsync((_, db) => db.Set<MatterParty>().Where(p => p.MatterId == id && p.Role == PartyRole.Unit).Select(p => p.EnterpriseId).ToListAsync()), u => u == to.Id);
        var open = Assert.Single(await county.OpenTasksAsync(id));
        Assert.Equal((unitTask.Id, unitTask.DueDate), (open.Id, open.DueDate));
        var assignment = await county.ReadAsync((_, db) => db.Set<TaskAssignment>().AsNoTracking().SingleAsync(a => a.TaskId == open.Id && a.State == AssignmentState.Open));
        Assert.Equal(to.Id, assignment.EnterpriseId);
        foreach (var unit in new[] { county.UnitId, to.Id })
        {
            var principal = await county.ReadAsync(async (s, _) =>
            {
                var directory = s.GetRequiredService<IDirectory>();
                var post = await directory.ResolveEnterprisePostAsync(PostKinds.Principal, unit, default);
                return (await directory.HoldersAsync(post!.Id, county.Now, default))[0].Id;
            });
            Assert.Contains("隐患的使用单位已变更", await county.ReadAsync((_, db) => db.Set<Notice>().Where(n => n.MatterId == id && n.RecipientPersonId == principal).Select(n => n.Title).ToListAsync()));
        }
        var stranger = await county.TryAsync("enterprise1", id, "submit-report", await county.ReportFormOfUnitAsync());
        Assert.True(stranger.IsRejected); // the former unit answers for it no more
        await county.NothingFaultedAsync();
    }

    /// <summary>E5: cancelled or destroyed closes the case; the disposal is the officer's and the approver's.</summary>
    [Fact]
    public async Task A_destroyed_device_closes_its_case_and_the_disposal_with_it()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.OrderedAsync("2026-03-20");
        await DissolveAsync(county);
        await county.CompleteTaskAsync("officer1", id, Disposal, "注销或者销毁", new
        {
            ground = "FUNCTION_DESTROYED", happenedOn = "2026-03-02", reason = "清算组已将电梯拆解", evidence = new[] { await county.FileAsync("officer1") },
        });
        Assert.Single(await county.OpenTasksAsync(id), t => t.Title == Disposal); // the approver has not signed
        await county.DoAsync("approver1", id, "confirm-step", new { });
        Assert.Equal(HazardState.ClosedDecommissioned, await county.StateAsync(id));
        Assert.Empty(await county.OpenTasksAsync(id));
        Assert.All(await county.FlowsAsync(id), f => Assert.NotNull(f.FinishedAt));
        await county.NothingFaultedAsync();
    }

    /// <summary>E5, SESL 95: unknown whereabouts stays open and with the officer; the removal of a sealed device is a clue for public security.</summary>
    [Fact]
    public async Task A_missing_device_keeps_its_case_open()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.OrderedAsync("2026-03-20");
        await DissolveAsync(county);
        var unsealed = await county.TryAsync("officer1", id, "record-missing", new { search = "走访原址和物业，均称设备已拉走", removalSuspected = true });
        Assert.Contains(unsealed.Rejection!.Errors, e => e.Field == "removalSuspected" && e.Article!.Contains("第九十五条", StringComparison.Ordinal));
        await county.CompleteTaskAsync("officer1", id, Disposal, "下落不明", new { search = "走访原址和物业，均称设备已拉走" });
        Assert.Equal(County.Day("2026-04-01"), Assert.Single(await county.OpenTasksAsync(id), t => t.Title == Search).DueDate); // 30 CD
        Assert.DoesNotContain(await county.LedgerAsync(id), e => e.Act == "clue-public-security");

        await county.PlaceHoldAsync(id, HoldKind.Seizure);
        await county.UntilAsync("2026-03-30 09:00");
        var silent = await county.TryAsync("officer1", id, "record-missing", new { search = "再次查找，仍未发现设备" });
        Assert.Contains(silent.Rejection!.Errors, e => e.Field == "removalSuspected");
        await county.DoAsync("officer1", id, "record-missing", new { search = "再次查找，仍未发现设备", removalSuspected = true });
        Assert.False((await county.StateAsync(id)).IsClosed());
        Assert.Equal(County.Day("2026-04-29"), Assert.Single(await county.OpenTasksAsync(id), t => t.Title == Search).DueDate);
        var clue = Assert.Single(await county.LedgerAsync(id), e => e.Act == "clue-public-security");
        Assert.Contains("公安机关", clue.Summary);
        var unit = await county.ActorAsync("enterprise1");
        var read = await county.ReadAsync(async (s, db) => (await ReadLedger.ReadAsync(id, unit, db, s.GetRequiredService<IMatterAccess>(), default)).Value);
        Assert.DoesNotContain(read.Items, e => e.Summary.Contains("公安", StringComparison.Ordinal));
        await county.NothingFaultedAsync();
    }

    /// <summary>A second run changes nothing; one found afterwards gets its disposal at registration.</summary>
    [Fact]
    public async Task Every_open_hazard_gets_one_disposal_and_a_later_one_at_its_registration()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var ids = new List<Guid>();
        for (var n = 0; n < 3; n++)
            ids.Add(await county.ReportAsync());
        await DissolveAsync(county);
        await county.Services.GetRequiredService<OpenDisposals>().RunAsync(county.Now, default);
        foreach (var id in ids)
            Assert.Single(await county.OpenTasksAsync(id), t => t.Title == Disposal);
        await county.DoAsync("officer1", ids[0], "register", new { clause = "TSG T7001-2023 第2.3条" });
        Assert.Single(await county.OpenTasksAsync(ids[0]), t => t.Title == Disposal);

        var later = await county.ReportAsync();
        Assert.DoesNotContain(await county.OpenTasksAsync(later), t => t.Title == Disposal);
        await county.DoAsync("officer1", later, "register", new { clause = "TSG T7001-2023 第2.3条" });
        Assert.Single(await county.OpenTasksAsync(later), t => t.Title == Disposal);
        var again = await county.ActAsync("officer1", async (act, stop) => await DissolveUnit.DoAsync(county.UnitId, await FormAsync(county), act, stop));
        Assert.Equal("organizations.enterprise-dissolved", again.Rejection!.Code);
        await county.NothingFaultedAsync();
    }

    [Fact]
    public async Task The_end_of_a_unit_is_recorded_by_the_officer_with_its_paper()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var form = await FormAsync(county);
        async Task<Shared.Acts.Rejection?> TryAsync(string who, DissolveUnit.Form tried) =>
            (await county.ActAsync(who, (act, stop) => DissolveUnit.DoAsync(county.UnitId, tried, act, stop))).Rejection;
        Assert.Equal("organizations.only-officers", (await TryAsync("enterprise1", form))!.Code);
        Assert.Equal(["ending", "happenedOn", "proof"], (await TryAsync("officer1", form with { Ending = "GONE", HappenedOn = County.Day("2026-03-03"), Proof = " " }))!.Errors.Select(e => e.Field).Order());
        Assert.NotNull(await TryAsync("officer1", form with { Version = 99 }));
        Assert.Equal(EnterpriseStatus.Active, await county.ReadAsync((_, db) => db.Set<Enterprise>().Where(e => e.Id == county.UnitId).Select(e => e.Status).SingleAsync()));
        Assert.Null(await TryAsync("officer1", form));
    }

    private static async Task<DissolveUnit.Form> FormAsync(County county) => new(
        await county.ReadAsync((_, db) => db.Set<Enterprise>().Where(e => e.Id == county.UnitId).Select(e => e.Version).SingleAsync()),
        "DEREGISTERED", County.Day("2026-02-27"), "高平市行政审批服务管理局准予注销登记通知书〔2026〕15号");

    private static async Task DissolveAsync(County county)
    {
        var done = await county.ActAsync("officer1", async (act, stop) => await DissolveUnit.DoAsync(county.UnitId, await FormAsync(county), act, stop));
        Assert.False(done.IsRejected, done.Rejection?.Detail);
        await county.Services.GetRequiredService<OpenDisposals>().RunAsync(county.Now, default);
    }

    private static Task<Enterprise> OtherUnitAsync(County county) => county.ReadAsync((_, db) => db.Set<Enterprise>().AsNoTracking()
        .Where(e => e.Id != county.UnitId && e.RegionCode != county.Device.RegionCode && db.Set<Post>().Any(p => p.EnterpriseId == e.Id && p.Kind == PostKinds.Principal)
            && db.Set<PostHolder>().Any(h => db.Set<Post>().Any(p => p.Id == h.PostId && p.EnterpriseId == e.Id && p.Kind == PostKinds.Principal)))
        .OrderBy(e => e.CreditCode).FirstAsync());

    private static async Task<object> TransferAsync(County county, Guid unit) => new
    {
        newUnitId = unit, newPlace = "新址一号楼", happenedOn = "2026-03-02", reason = "设备随厂房转让", evidence = new[] { await county.FileAsync("officer1") },
    };
}
