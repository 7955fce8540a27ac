using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Hazards;
using SpecialEquipment.Workflow.Capabilities.Organizations;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Journeys;

/// <summary>Reports of other systems (E11, E12): however messages come, one case.</summary>
public sealed class IntakeJourneys
{
    /// <summary>E12: same source system and id → the same case; inspection bodies' reports are graded within one working day.</summary>
    [Fact]
    public async Task A_message_opens_a_case_and_its_repeat_does_nothing()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var form = await FormAsync(county);
        var opened = (await county.TryIntakeAsync(form)).Value;
        Assert.Equal("OPENED", opened.Effect);
        var again = (await county.TryIntakeAsync(form)).Value;
        Assert.Equal(("REPEAT", opened.MatterId, opened.Version), (again.Effect, again.MatterId, again.Version));
        Assert.Equal(1, await county.ReadAsync((_, db) => db.Set<HazardMessage>().CountAsync()));
        var differs = await county.TryIntakeAsync(form with { Text = "同一序号的另一内容" });
        Assert.Equal("hazards.message-differs", differs.Rejection!.Code);

        var matter = await county.MatterAsync(opened.MatterId);
        Assert.Equal((county.UnitId, HazardState.Reported), (matter.EnterpriseId, matter.State));
        await county.DoAsync("officer1", opened.MatterId, "register", new { clause = "TSG T7001-2023 第2.3条" });
        Assert.Contains(await county.DeadlinesAsync(opened.MatterId), d => d.RuleId == "gradeUrgent");
        await county.NothingFaultedAsync();
    }

    /// <summary>E12: a newer message adds to the ledger and fills what was unknown; an older one is kept and overwrites nothing.</summary>
    [Fact]
    public async Task Later_facts_are_added_and_older_ones_overwrite_nothing()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var form = (await FormAsync(county)) with { CreditCode = null, EquipmentCode = null, EquipmentText = "3号楼客梯", Sequence = 2 };
        var id = (await county.TryIntakeAsync(form)).Value.MatterId;
        Assert.Null((await county.MatterAsync(id)).EnterpriseId);

        var older = (await county.TryIntakeAsync(form with { Sequence = 1, Text = "初步发现异响", FoundAt = form.FoundAt!.Value.AddDays(-1) })).Value;
        Assert.Equal(("LATE", id), (older.Effect, older.MatterId));
        var hazard = await HazardAsync(county, id);
        Assert.Equal((form.Text, form.FoundAt, form.FoundAt!.Value.AddDays(-1)), (hazard.Text, hazard.FoundAt, hazard.EarliestFoundAt));

        var newer = (await county.TryIntakeAsync(form with
        {
            Sequence = 3, CreditCode = await CreditCodeAsync(county), EquipmentCode = county.Device.Code, ImmediateDanger = true, Evidence = [await county.FileAsync("system1")],
        })).Value;
        Assert.Equal("SUPPLEMENT", newer.Effect);
        hazard = await HazardAsync(county, id);
        Assert.Equal((county.Device.Id, true, form.Text), (hazard.EquipmentId, hazard.ImmediateDanger, hazard.Text));
        Assert.Equal(county.UnitId, (await county.MatterAsync(id)).EnterpriseId);
        Assert.Contains(await county.LedgerAsync(id), e => e.Act == "supplement-report" && e.Summary.Contains("直接危险", StringComparison.Ordinal));
        Assert.Equal(1, await county.ReadAsync((_, db) => db.Set<Hazard>().CountAsync()));
        await county.NothingFaultedAsync();
    }

    /// <summary>E12: what comes after a merge goes to the case it was merged into.</summary>
    [Fact]
    public async Task A_supplement_to_a_merged_report_reaches_the_open_case()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var target = await county.RegisteredAsync();
        var form = await FormAsync(county);
        var report = (await county.TryIntakeAsync(form)).Value.MatterId;
        await county.DoAsync("officer1", report, "merge", new { targetId = target, reason = "同一电梯同一缺陷" });
        var more = (await county.TryIntakeAsync(form with { Sequence = 2, Evidence = [await county.FileAsync("system1")] })).Value;
        Assert.Equal("SUPPLEMENT", more.Effect);
        Assert.Contains(await county.LedgerAsync(target), e => e.Act == "supplement-report");
        Assert.Equal(HazardState.Merged, await county.StateAsync(report));
    }

    /// <summary>E9: the same message many times at once is one case.</summary>
    [Fact]
    public async Task Messages_at_the_same_moment_make_one_case()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        await county.ActorAsync("system1");
        var form = await FormAsync(county);
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => county.TryIntakeAsync(form))));
        Assert.Single(all.Select(r => r.Value.MatterId).Distinct());
        Assert.Single(all, r => r.Value.Effect == "OPENED");
        Assert.Equal(1, await county.ReadAsync((_, db) => db.Set<Hazard>().CountAsync()));
        await county.NothingFaultedAsync();
    }

    /// <summary>A login speaks for its own system, sources and region; E11: seven days and a second need an explanation.</summary>
    [Fact]
    public async Task What_a_system_may_not_send_is_refused()
    {
        await using var county = await County.AtAsync("2026-03-12 09:00");
        var form = await FormAsync(county);
        Assert.Equal("hazards.unknown-source-system", (await county.TryIntakeAsync(form with { SourceSystem = "OTHER" })).Rejection!.Code);
        Assert.Equal("hazards.unknown-source-system", (await county.TryIntakeAsync(form, "officer1")).Rejection!.Code);
        Assert.Equal("hazards.source-not-allowed", (await county.TryIntakeAsync(form with { Source = HazardSource.TipOff })).Rejection!.Code);
        Assert.Equal("hazards.outside-source-region", (await county.TryIntakeAsync(form with { RegionCode = "140500" })).Rejection!.Code);
        var many = await county.TryIntakeAsync(form with { Evidence = [.. Enumerable.Repeat(form.Evidence![0], 10_000)] });
        Assert.Contains(many.Rejection!.Errors, e => e.Field == "evidence");
        var late = await county.TryIntakeAsync(form with { FoundAt = County.Instant("2026-03-04 09:00") });
        Assert.Contains(late.Rejection!.Errors, e => e.Field == "lateReason");
        Assert.Equal("OPENED", (await county.TryIntakeAsync(form with { FoundAt = County.Instant("2026-03-05 09:00") })).Value.Effect);
    }

    private static async Task<IntakeForm> FormAsync(County county) => new()
    {
        SourceSystem = "SX-JY", SourceId = "2026-0001", SentAt = county.Now.AddMinutes(-5), Sequence = 1, Source = HazardSource.InspectionBody, FoundAt = county.Now.AddHours(-3),
        FinderName = "检验员甲", CreditCode = await CreditCodeAsync(county), EquipmentCode = county.Device.Code, Place = county.Device.Place, RegionCode = county.Device.RegionCode,
        Text = "限速器动作后安全钳未联动", ImmediateDanger = false, Evidence = [await county.FileAsync("system1")],
    };

    private static Task<string> CreditCodeAsync(County county) =>
        county.ReadAsync((_, db) => db.Set<Enterprise>().Where(e => e.Id == county.UnitId).Select(e => e.CreditCode).SingleAsync());

    private static Task<Hazard> HazardAsync(County county, Guid id) => county.ReadAsync((_, db) => db.Set<Hazard>().AsNoTracking().SingleAsync(h => h.MatterId == id));
}
