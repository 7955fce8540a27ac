using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Hazards;
using SpecialEquipment.Workflow.Capabilities.Organizations;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Journeys;

/// <summary>DOMAIN §4.2 pattern rule: ≥ 3 units, or ≥ 3 devices of one model or maintenance unit, with the same defect in 90 days inside one county.</summary>
public sealed class PrevalentJourneys
{
    private const string Title = "拟认定普遍性重大隐患";

    [Fact]
    [Walks("prevalent-hazard")]
    public async Task The_same_defect_at_three_units_is_proposed_and_accepted()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var devices = await DevicesAsync(county, 4);
        var first = await HazardAsync(county, devices[0]);
        var second = await HazardAsync(county, devices[1]);
        await county.DoAsync("officer1", second, "grade", new { grade = "GENERAL", basisText = "可及时消除" }); // one person suffices before the pattern is known
        Assert.DoesNotContain(await county.OpenTasksAsync(second), t => t.Title == Title);
        var third = await HazardAsync(county, devices[2]);

        var task = Assert.Single(await county.OpenTasksAsync(third), t => t.Title == Title);
        Assert.Equal(County.Day("2026-03-05"), task.DueDate); // 3 WD
        var pattern = Assert.Single(await PatternsAsync(county));
        Assert.Equal((PatternBasis.Units, 3), (pattern.Basis, pattern.Units));
        Assert.Equal(new[] { first, second, third }.Order(), pattern.MatterIds.Order());
        Assert.Equal(HazardState.Registered, await county.StateAsync(first)); // a proposal changes nothing

        await county.CompleteTaskAsync("officer1", third, Title, "认定", new { reason = "三家单位安全钳缺陷相同，系同批次部件" });
        Assert.DoesNotContain(await county.OpenTasksAsync(third), t => t.Title == Title);
        foreach (var id in new[] { first, second })
            Assert.Equal(LinkKinds.Prevalent, await county.ReadAsync((_, db) => db.Set<MatterLink>().Where(l => l.MatterId == id && l.OtherMatterId == third).Select(l => l.Kind).SingleAsync()));
        Assert.Contains(await county.LedgerAsync(second), e => e.Act == "join-pattern" && e.Summary.Contains("复核定级", StringComparison.Ordinal));
        var graded = await county.DoAsync("officer1", first, "grade", new { grade = "GENERAL", basisText = "可及时消除" });
        Assert.NotNull(graded.ConfirmationId); // its grading is reviewed
        await county.BothAsync("officer1", "approver1", third, "grade", new { grade = "MAJOR", basis = new[] { "O57_25_3" }, basisText = "安全保护装置失效" });
        var officer = await county.ActorAsync("officer1");
        var plan = await county.ReadAsync(async (s, db) => await ReportRecipients.PlanAsync(await db.Set<Matter>().SingleAsync(m => m.Id == third), officer, db, s.GetRequiredService<IDirectory>(), default));
        Assert.Contains(GovernmentGround.RegionalOrPrevalent, plan.Grounds);

        var fourth = await HazardAsync(county, devices[3]); // it grew
        Assert.Single(await county.OpenTasksAsync(fourth), t => t.Title == Title);
        await county.NothingFaultedAsync();
    }

    [Fact]
    public async Task A_rejected_proposal_comes_again_only_when_it_grew()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var devices = await DevicesAsync(county, 4);
        for (var n = 0; n < 2; n++)
            await HazardAsync(county, devices[n]);
        var third = await HazardAsync(county, devices[2]);
        var bare = await county.TryAsync("officer1", third, "reject-pattern", new { });
        Assert.Contains(bare.Rejection!.Errors, e => e.Field == "reason");
        await county.DoAsync("officer1", third, "reject-pattern", new { reason = "三处缺陷成因不同，互不相关" });
        Assert.DoesNotContain(await county.OpenTasksAsync(third), t => t.Title == Title);
        Assert.Null(await county.ReadAsync((_, db) => db.Set<Hazard>().Where(h => h.MatterId == third).Select(h => h.PatternId).SingleAsync()));
        var twice = await county.TryAsync("officer1", third, "accept-pattern", new { reason = "又认为应当认定" });
        Assert.True(twice.IsRejected);

        var fourth = await HazardAsync(county, devices[3]);
        Assert.Single(await county.OpenTasksAsync(fourth), t => t.Title == Title);
        Assert.Equal([PatternState.Rejected, PatternState.Proposed], (await PatternsAsync(county)).Select(p => p.State));
        await county.NothingFaultedAsync();
    }

    /// <summary>While the officer has not answered, one more hazard extends the proposal instead of making another.</summary>
    [Fact]
    public async Task A_waiting_proposal_grows_and_goes_on_when_its_case_ends()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var devices = await DevicesAsync(county, 4);
        var first = await HazardAsync(county, devices[0]);
        await HazardAsync(county, devices[1]);
        var third = await HazardAsync(county, devices[2]);
        var fourth = await HazardAsync(county, devices[3]);
        Assert.DoesNotContain(await county.OpenTasksAsync(fourth), t => t.Title == Title);
        Assert.Equal(4, Assert.Single(await PatternsAsync(county)).Units);

        await county.BothAsync("officer1", "approver1", third, "decommission", new
        {
            ground = "FUNCTION_DESTROYED", happenedOn = "2026-03-02", reason = "单位已将设备拆解", evidence = new[] { await county.FileAsync("officer1") },
        });
        Assert.Single(await county.OpenTasksAsync(fourth), t => t.Title == Title);
        await county.DoAsync("officer1", fourth, "accept-pattern", new { reason = "同批次部件缺陷" });
        Assert.NotNull(await county.ReadAsync((_, db) => db.Set<Hazard>().Where(h => h.MatterId == first).Select(h => h.PatternId).SingleAsync()));
        await county.NothingFaultedAsync();
    }

    /// <summary>Three devices of one model count even at one unit; what lies outside the window does not.</summary>
    [Theory]
    [InlineData("2026-05-30 10:00", true)] // 2026-03-02 + 89 days
    [InlineData("2026-06-02 10:00", false)]
    public async Task Three_devices_of_one_model_within_the_window(string third, bool isProposed)
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var devices = await county.ReadAsync((_, db) => db.Set<Equipment>().AsNoTracking().Where(e => e.EnterpriseId == county.UnitId && e.Kind == county.Device.Kind).OrderBy(e => e.Code).Take(3).ToListAsync());
        Assert.Equal(3, devices.Count);
        await county.ReadAsync(async (_, db) => await db.Set<Equipment>().Where(e => e.EnterpriseId == county.UnitId).ExecuteUpdateAsync(s => s.SetProperty(e => e.Model, "LEHY-III").SetProperty(e => e.MaintenanceUnit, (string?)null)));
        await HazardAsync(county, devices[0]);
        await HazardAsync(county, devices[1]);
        await county.UntilAsync(third);
        var last = await HazardAsync(county, devices[2]);
        Assert.Equal(isProposed, (await county.OpenTasksAsync(last)).Any(t => t.Title == Title));
        if (isProposed)
            Assert.Equal((PatternBasis.Model, "LEHY-III", 3), (await PatternsAsync(county)).Select(p => (p.Basis, p.Value, p.Devices)).Single());
        await county.NothingFaultedAsync();
    }

    private static Task<List<HazardPattern>> PatternsAsync(County county) => county.ReadAsync((_, db) => db.Set<HazardPattern>().AsNoTracking().OrderBy(p => p.Key).ToListAsync());

    private static async Task<Guid> HazardAsync(County county, Equipment device)
    {
        var form = (await county.ReportFormAsync()) with { EnterpriseId = device.EnterpriseId, EquipmentId = device.Id, RegionCode = device.RegionCode, Place = device.Place };
        var id = (await county.TryReportAsync("inspector1", form)).Value.MatterId;
        await county.DoAsync("officer1", id, "register", new { clause = "TSG T7001-2023 第2.3条" });
        return id;
    }

    /// <summary>Devices of one kind, each at another unit, of which no two have maintenance unit in common.</summary>
    private static async Task<List<Equipment>> DevicesAsync(County county, int count)
    {
        var all = await county.ReadAsync((_, db) => db.Set<Equipment>().AsNoTracking().Where(e => e.Kind == county.Device.Kind).OrderBy(e => e.Code).ToListAsync());
        var chosen = all.DistinctBy(e => e.EnterpriseId).Take(count).ToList();
        var ids = chosen.Select(e => e.Id).ToList();
        await county.ReadAsync(async (_, db) => await db.Set<Equipment>().Where(e => ids.Contains(e.Id)).ExecuteUpdateAsync(s => s.SetProperty(e => e.MaintenanceUnit, (string?)null)));
        return chosen;
    }
}
