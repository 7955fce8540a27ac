using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Documents;
using SpecialEquipment.Workflow.Capabilities.Organizations;
using SpecialEquipment.Workflow.Capabilities.Organizations.Staffing;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Documents;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Journeys;

/// <summary>What a task, a post or a role does not give.</summary>
public sealed class RightsJourneys
{
    private static readonly object Report = new
    {
        situation = "安全钳失效，轿厢有坠落危险", measures = "已责令停止使用并围挡", advice = "请督促落实维修资金", toGovernment = true, governmentReason = "涉及居民生活",
    };

    /// <summary>DESIGN D9: a task grants exactly what it needs. Who has to sign for a report neither orders nor closes.</summary>
    [Fact]
    public async Task Who_signs_for_a_report_may_sign_and_do_nothing_else()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.GradedMajorAsync();
        await county.DoAsync("officer1", id, "report-major", Report);
        var upper = await county.ActorAsync("upper1");
        Assert.True(await county.ReadAsync((services, db) => services.GetRequiredService<IMatterAccess>().MaySeeAsync(id, upper, db, CancellationToken.None)));
        foreach (var command in new[] { "report-major", "decommission", "shutdown", "record-move-out", "grade" })
            Assert.Equal(403, (await county.TryAsync("upper1", id, command, new { reason = "不属于本地" })).Rejection!.Status);
    }

    /// <summary>AEL art. 28: what was sealed on a report must be released before the report can end.</summary>
    [Fact]
    public async Task A_report_with_an_open_seizure_is_neither_merged_dismissed_nor_routed_out()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var (kept, id) = (await county.RegisteredAsync(), await county.ReportAsync());
        await county.ChainAsync(id, "seize-or-seal", new
        {
            kind = "SEAL", reason = "安全钳失效，继续使用有坠落危险", legalBasis = "《特种设备安全法》第六十一条", keptAt = "原地封存",
            objects = new[] { new { name = "乘客电梯", quantity = 1, unit = "台", description = "轿门贴封条", equipmentId = county.Device.Id } },
            secondInspectorId = (await county.ActorAsync("inspector2")).PersonId, service = new { mode = "DIRECT", receiver = "单位签收人", refused = false },
        }, "inspector1", "inspector2", "approver1");
        foreach (var (command, form) in new (string, object)[]
        {
            ("merge", new { targetId = kept, reason = "同一电梯同一缺陷" }), ("dismiss", new { reason = "不属于特种设备" }),
            ("route-out", new { departmentCode = "HOUSING_CONSTRUCTION", kind = "TRANSFER", reason = "建筑工地起重机械由住建部门监管" }),
        })
            Assert.Contains("查封", (await county.TryAsync("officer1", id, command, form)).Rejection!.Detail);
        Assert.Equal(HazardState.Reported, await county.StateAsync(id));
    }

    [Fact]
    public async Task Nobody_appoints_himself_or_an_outsider_and_no_post_ends_over_its_tasks()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var officer = await county.ActorAsync("officer1");
        var director = await county.ReadAsync((_, db) => db.Set<Post>().SingleAsync(p => p.EnterpriseId == county.UnitId && p.Kind == PostKinds.SafetyDirector));
        var own = await ChangeAsync(county, "officer1", director, officer.PersonId);
        Assert.Equal("organizations.own-appointment", own.Rejection!.Code);
        var outsider = await ChangeAsync(county, "officer1", director, (await county.ActorAsync("inspector2")).PersonId);
        Assert.Equal("organizations.holder-outsider", outsider.Rejection!.Code);

        await county.ReportAsync(); // the officer's post owes the triage
        var post = await county.ReadAsync((_, db) => db.Set<Post>().SingleAsync(p => p.Id == officer.Posts[0].PostId));
        var ended = await county.Services.GetRequiredService<IActRing>().RunAsync(
            "end", Actor.System, (act, stop) => EndPost.DoAsync(post.Id, new EndPost.Form(post.Version, "机构调整", null), act, stop));
        Assert.Equal("organizations.post-owes", ended.Rejection!.Code);
    }

    [Fact]
    public async Task What_authorities_write_to_each_other_stays_from_the_unit()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.GradedMajorAsync();
        await county.DoAsync("officer1", id, "report-major", Report);
        await county.BothAsync("inspector1", "inspector2", id, "issue-instruction", await county.InstructionAsync("2026-03-25", stopUse: true));
        var report = (await county.DocumentsAsync(id)).Single(d => d.Kind == DocumentTemplates.MajorHazardReport);
        var (unit, official) = (await county.ActorAsync("enterprise1"), await county.ActorAsync("officer1"));
        var seen = await county.ReadAsync(async (services, db) =>
        {
            var (reader, access) = (services.GetRequiredService<ReadDocument>(), services.GetRequiredService<IMatterAccess>());
            return (Unit: await reader.FindAsync(report.Id, unit, db, access, CancellationToken.None), Official: await reader.FindAsync(report.Id, official, db, access, CancellationToken.None));
        });
        Assert.Null(seen.Unit);
        Assert.NotNull(seen.Official);
    }

    private static async Task<Result<ChangePostHolder.Receipt>> ChangeAsync(County county, string who, Post post, Guid? joining) =>
        await county.Services.GetRequiredService<IActRing>().RunAsync(
            "appoint", await county.ActorAsync(who), (act, stop) => ChangePostHolder.DoAsync(post.Id, new ChangePostHolder.Form(post.Version, null, joining), act, stop));
}
