using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Hazards;
using SpecialEquipment.Workflow.Capabilities.Notifications;
using SpecialEquipment.Workflow.Capabilities.Organizations;
using SpecialEquipment.Workflow.Capabilities.Organizations.Reorganizations;
using SpecialEquipment.Workflow.Capabilities.Organizations.Staffing;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Evidence;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Capabilities.TaskInbox;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Journeys;

/// <summary>
/// DOMAIN E7: at the effective date open tasks move to the successor's posts, numbers and histories keep the old code, statistics run as of then and on
/// today's map, deadlines do not change, both old and new holders are told.
/// </summary>
public sealed class ReorganizationJourneys
{
    private static readonly DateOnly Day = new(2026, 3, 5);

    [Fact]
    public async Task When_the_county_is_renamed_its_cases_go_on_at_the_new_node()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.RegisteredAsync();
        var (before, officer, deadline) = (await county.MatterAsync(id), await county.ActorAsync("officer1"), await county.DeadlineAsync(id, "grade"));
        await DecideAsync(county, new("RENAME", Day, ["140581"], [new("140582", "高平区", "高", null, null)], "民政部批复〔2026〕1号"));

        await county.UntilAsync("2026-03-04 23:59");
        Assert.Equal(officer.Posts.Single().PostId, (await county.ActorAsync("officer1")).Posts.Single().PostId); // nothing before the day
        await county.UntilAsync("2026-03-05 00:00");
        await CarryOutAsync(county);
        var post = (await county.ActorAsync("officer1")).Posts.Single();
        Assert.Equal(("140582", "高平区市场监督管理局"), (post.RegionCode, await DepartmentNameAsync(county, post.DepartmentId)));
        var after = await county.MatterAsync(id);
        Assert.Equal((before.Number, before.RegionCode), (after.Number, after.RegionCode));
        Assert.Equal((deadline.DueOn, deadline.OverdueAt, deadline.State), ((await county.DeadlineAsync(id, "grade")) is var d ? (d.DueOn, d.OverdueAt, d.State) : default));
        var task = Assert.Single(await county.OpenTasksAsync(id));
        var assignments = await AssignmentsAsync(county, task.Id);
        Assert.Equal([(officer.Posts.Single().PostId, AssignmentState.Transferred), (post.PostId, AssignmentState.Open)], assignments.Select(a => (a.PostId!.Value, a.State)));
        Assert.Equal((officer.PersonName, officer.PersonName), (assignments[0].HoldersAtEnd, assignments[1].HoldersAtStart));
        var titles = await county.ReadAsync((_, db) => db.Set<Notice>().Where(n => n.RecipientPersonId == officer.PersonId).Select(n => n.Title).ToListAsync());
        Assert.Contains("转入待办 1 项", titles);
        Assert.Contains("转出待办 1 项", titles);

        await county.DoAsync("officer1", id, "grade", new { grade = "GENERAL" });
        await county.BothAsync("inspector1", "inspector2", id, "issue-instruction", await county.InstructionAsync("2026-03-25"));
        Assert.Equal(HazardState.PlanPending, await county.StateAsync(id));
        Assert.Equal(4, await county.ReadAsync(async (s, _) => (await s.GetRequiredService<IDirectory>().SubtreeAsync("140582", default)).Count) - 15); // 15 towns, a zone, itself and its former code
        await county.NothingFaultedAsync();
    }

    [Fact]
    public async Task Merged_towns_keep_their_codes_in_history_and_are_counted_both_ways()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.RegisteredAsync();
        var (town, other) = (county.Device.RegionCode, county.Device.RegionCode == "140581100" ? "140581101" : "140581100");
        var assistant = await county.ReadAsync((_, db) => db.Set<Post>().AsNoTracking().Where(p => p.RegionCode == town && p.Kind == PostKinds.AssistantSupervisor).SingleAsync());
        var units = await county.ReadAsync((_, db) => db.Set<Enterprise>().CountAsync(e => e.RegionCode == town || e.RegionCode == other));
        await DecideAsync(county, new("MERGE", Day, [town, other], [new("140581109", "新合镇", "新合", null, null)], "山西省民政厅批复〔2026〕7号"));
        await county.UntilAsync("2026-03-05 00:00");
        await CarryOutAsync(county);

        var unit = await county.ReadAsync((_, db) => db.Set<Enterprise>().AsNoTracking().SingleAsync(e => e.Id == county.UnitId));
        Assert.Equal(("140581109", town), (unit.RegionCode, (await county.MatterAsync(id)).RegionCode));
        Assert.Equal(units, await county.ReadAsync((_, db) => db.Set<Enterprise>().CountAsync(e => e.RegionCode == "140581109")));
        var goesOn = await county.ReadAsync((_, db) => db.Set<PostSuccession>().Where(x => x.PostId == assistant.Id).Select(x => x.SuccessorPostId).SingleAsync());
        var assistants = await county.ReadAsync((s, db) => s.GetRequiredService<FindPosts>().ListAsync(
            db, s.GetRequiredService<IDirectory>(), Actor.System, PostKinds.AssistantSupervisor, null, "140581109", default));
        Assert.Equal(["新合镇特种设备协管员"], assistants.Items.Select(p => p.Name));
        Assert.Equal((goesOn, 2), (assistants.Items[0].Id, assistants.Items[0].Holders.Count)); // both towns' assistants
        Assert.Equal([town], (await CountAsync(county, asOfThen: true)).Select(f => f.Value));
        Assert.Equal([("140581109", "新合镇", 1)], (await CountAsync(county, asOfThen: false)).Select(f => (f.Value, f.Name, f.Count)));
        await county.DoAsync("officer1", id, "grade", new { grade = "GENERAL" });
        await county.NothingFaultedAsync();
    }

    [Fact]
    public async Task A_split_town_divides_its_units_by_address_and_leaves_the_rest_to_the_county()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var unit = await county.ReadAsync((_, db) => db.Set<Enterprise>().AsNoTracking().SingleAsync(e => e.Id == county.UnitId));
        var mapped = await county.RegisteredAsync();
        var lost = (await county.ActAsync("officer1", (act, stop) => RegisterEnterprise.DoAsync(
            new("高平市无址物业有限公司", "91140581MA0T000119", false, unit.RegionCode, "另一地址", "RESIDENTIAL", null), act, stop))).Value.Id;
        await DecideAsync(county, new("SPLIT", Day, [unit.RegionCode],
            [new("140581110", "上新镇", "上新", [unit.Address], null), new("140581111", "下新镇", "下新", ["不存在的路"], null)], "山西省民政厅批复〔2026〕8号"));
        await county.UntilAsync("2026-03-05 00:00");
        await CarryOutAsync(county);
        async Task<string> RegionAsync(Guid id) => await county.ReadAsync((_, db) => db.Set<Enterprise>().Where(e => e.Id == id).Select(e => e.RegionCode).SingleAsync());
        Assert.Equal(("140581110", "140581"), (await RegionAsync(unit.Id), await RegionAsync(lost)));
        var done = await county.ReadAsync((_, db) => db.Set<RegionReorganization>().AsNoTracking().SingleAsync());
        Assert.NotNull(done.CompletedAt);
        Assert.True(done.UnmappedUnits >= 1);
        Assert.Equal([("140581110", 1)], (await CountAsync(county, asOfThen: false)).Select(f => (f.Value, f.Count)));
        Assert.Equal([unit.RegionCode], (await CountAsync(county, asOfThen: true)).Select(f => f.Value));
        Assert.Equal("140581110", await county.ReadAsync((s, _) => s.GetRequiredService<IDirectory>().CurrentRegionAsync(unit.RegionCode, unit.Id, default)));
        Assert.Equal("140581", await county.ReadAsync((s, _) => s.GetRequiredService<IDirectory>().CurrentRegionAsync(unit.RegionCode, null, default)));
        Assert.Equal(HazardState.Registered, await county.StateAsync(mapped));
    }

    [Fact]
    public async Task A_split_county_gives_each_task_to_the_county_of_its_unit()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var (first, second) = (await county.RegisteredAsync(), await county.OtherUnitsHazardAsync());
        var (own, other) = ((await county.MatterAsync(first)).RegionCode, (await county.MatterAsync(second)).RegionCode);
        Assert.NotEqual(own, other); // else the demo county has to be read anew
        var towns = await county.ReadAsync(async (s, db) => (await s.GetRequiredService<RegionMap>().TreeAsync(db, default)).On(Day).Where(r => r.ParentCode == "140581").Select(r => r.Code).ToList());
        await DecideAsync(county, new("SPLIT", Day, ["140581"],
            [new("140582", "东平区", "东", null, [.. towns.Where(t => t != other)]), new("140583", "西平区", "西", null, [other])], "国务院批复"));
        await county.UntilAsync("2026-03-05 00:00");
        await CarryOutAsync(county);
        async Task<string> TaskRegionAsync(Guid matter) => (await AssignmentsAsync(county, Assert.Single(await county.OpenTasksAsync(matter)).Id)).Single(a => a.State == AssignmentState.Open).RegionCode!;
        Assert.Equal(("140582", "140583"), (await TaskRegionAsync(first), await TaskRegionAsync(second)));
        Assert.Equal(["140582", "140583"], (await county.ActorAsync("officer1")).Posts.Select(p => p.RegionCode).Order());
        await county.DoAsync("officer1", second, "grade", new { grade = "GENERAL" });
        Assert.Equal("140583", (await AssignmentsAsync(county, (await county.OpenTasksAsync(second)).First().Id)).Last().RegionCode);
        await county.NothingFaultedAsync();
    }

    [Fact]
    public async Task Many_tasks_move_in_small_commits_and_a_job_that_died_goes_on()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.RegisteredAsync();
        var post = (await county.ActorAsync("officer1")).Posts.Single();
        await county.ActAsync<bool>("admin1", (act, _) =>
        {
            for (var i = 0; i < 450; i++)
            {
                var task = new WorkTask
                {
                    Id = Guid.CreateVersion7(), MatterId = id, RegionCode = "140581", InstanceId = Guid.CreateVersion7(), ActivityInstanceId = $"a{i}", ActivityId = "a", Title = $"待办 {i}",
                    OutcomesJson = "[]", Urgency = WorkTask.NotUrgent, CreatedAt = act.Now,
                };
                act.Db.Add(task);
                act.Db.Add(new TaskAssignment { Id = Guid.CreateVersion7(), TaskId = task.Id, Position = 1, PostId = post.PostId, PostName = post.PostName, HoldersAtStart = "某", AssignedAt = act.Now });
            }
            return Task.FromResult<Result<bool>>(true);
        });
        await DecideAsync(county, new("RENAME", Day, ["140581"], [new("140582", "高平区", "高", null, null)], "批复"));
        await county.UntilAsync("2026-03-05 00:00");

        using var dies = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            var duty = Duty(county);
            var watch = Task.Run(async () =>
            {
                while (await MovedAsync(county, id) == 0)
                    await Task.Yield();
                await dies.CancelAsync();
            });
            await duty.RunAsync(county.Now, dies.Token);
            await watch;
            dies.Token.ThrowIfCancellationRequested();
        });
        await CarryOutAsync(county);
        Assert.Equal(451, await MovedAsync(county, id));
        await CarryOutAsync(county); // and a second time there is nothing to do
        Assert.Equal(451, await MovedAsync(county, id));
        var done = await county.ReadAsync((_, db) => db.Set<RegionReorganization>().AsNoTracking().SingleAsync());
        Assert.Equal(451, done.MovedTasks);
        Assert.Equal(3, await county.ReadAsync((_, db) => db.Set<Notice>().CountAsync(n => n.Title.StartsWith("转入待办")))); // ≤ 200 a commit
    }

    /// <summary>E8: what an abolished post still owes goes to the named successor.</summary>
    [Fact]
    public async Task An_abolished_post_leaves_its_tasks_to_its_successor()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.RegisteredAsync();
        var (old, approver) = ((await county.ActorAsync("officer1")).Posts.Single(), await county.ActorAsync("approver1"));
        var created = await county.ActAsync("admin1", (act, stop) => CreatePost.DoAsync(
            new("监察二股承办岗", PostKinds.CaseOfficer, old.DepartmentId, null, null, approver.Posts[0].PostId), act, stop));
        var designer = await county.ActorAsync("designer1");
        await county.ActAsync("admin1", (act, stop) => ChangePostHolder.DoAsync(created.Value.Id, new(1, null, designer.PersonId), act, stop));
        await county.ActAsync("admin1", (act, stop) => EndPost.DoAsync(old.PostId, new(1, "机构调整", created.Value.Id), act, stop));
        await CarryOutAsync(county);
        await county.DoAsync("designer1", id, "grade", new { grade = "GENERAL" });
        var assignment = (await AssignmentsAsync(county, (await county.TasksAsync(id))[^2].Id)).ToList();
        Assert.Equal([AssignmentState.Transferred, AssignmentState.Done], assignment.Select(a => a.State));
        await county.NothingFaultedAsync();
    }

    [Fact]
    public async Task An_unsound_reorganisation_is_refused_with_every_objection()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        async Task<Rejection> RefuseAsync(ReorganizeRegions.Form form, string who = "admin1") =>
            (await county.ActAsync(who, (act, stop) => ReorganizeRegions.DoAsync(form, act, stop))).Rejection!;
        var sound = new ReorganizeRegions.Form("RENAME", Day, ["140581"], [new("140582", "高平区", "高", null, null)], "批复");
        Assert.Equal("organizations.only-administrators", (await RefuseAsync(sound, "officer1")).Code);
        var empty = await RefuseAsync(new(null, null, null, null, null));
        Assert.Equal(["basis", "change", "effectiveOn"], empty.Errors.Select(e => e.Field));
        Assert.Contains("to", (await RefuseAsync(sound with { Change = "SPLIT" })).Errors.Select(e => e.Field));
        Assert.Contains("effectiveOn", (await RefuseAsync(sound with { EffectiveOn = new DateOnly(2026, 3, 2) })).Errors.Select(e => e.Field));
        Assert.Contains("from[0]", (await RefuseAsync(sound with { From = ["999999"] })).Errors.Select(e => e.Field));
        Assert.Contains("to[0].code", (await RefuseAsync(sound with { To = [new("140581", "高平区", "高", null, null)] })).Errors.Select(e => e.Field));
        Assert.Contains("to[0].code", (await RefuseAsync(sound with { To = [new("510582", "高平区", "高", null, null)] })).Errors.Select(e => e.Field));
        var orphans = await RefuseAsync(sound with { Change = "SPLIT", To = [new("140582", "东区", "东", null, null), new("140583", "西区", "西", null, null)] });
        Assert.All(orphans.Errors, e => Assert.Equal("to[].children", e.Field));
        Assert.False((await county.ActAsync("admin1", (act, stop) => ReorganizeRegions.DoAsync(sound, act, stop))).IsRejected);
        Assert.Contains("from[0]", (await RefuseAsync(sound with { EffectiveOn = Day.AddDays(-1) })).Errors.Select(e => e.Field)); // already decided
    }

    private static async Task DecideAsync(County county, ReorganizeRegions.Form form)
    {
        var done = await county.ActAsync("admin1", (act, stop) => ReorganizeRegions.DoAsync(form, act, stop));
        Assert.False(done.IsRejected, done.Rejection?.Detail + string.Join("；", done.Rejection?.Errors.Select(e => $"{e.Field} {e.Expected} {e.Actual}") ?? []));
    }

    private static IDuty Duty(County county) => county.Services.GetServices<IDuty>().Single(d => d is CarryOutReorganizations);

    private static async Task CarryOutAsync(County county)
    {
        await Duty(county).RunAsync(county.Now, default);
        await county.UntilAsync(Shared.Deadlines.ShanghaiTime.Local(county.Now).ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture));
    }

    private static Task<int> MovedAsync(County county, Guid id) =>
        county.ReadAsync((_, db) => db.Set<LedgerEntry>().CountAsync(e => e.MatterId == id && e.Act == "follow-post"));

    private static Task<List<TaskAssignment>> AssignmentsAsync(County county, Guid task) =>
        county.ReadAsync((_, db) => db.Set<TaskAssignment>().AsNoTracking().Where(a => a.TaskId == task).OrderBy(a => a.Key).ToListAsync());

    private static Task<string> DepartmentNameAsync(County county, Guid? id) => county.ReadAsync((_, db) => db.Set<Department>().Where(d => d.Id == id).Select(d => d.Name).SingleAsync());

    private static Task<IReadOnlyList<FacetCount>> CountAsync(County county, bool asOfThen) => county.ReadAsync(async (s, db) =>
        await CountByRegion.DoAsync([.. (await db.Set<Matter>().AsNoTracking().ToListAsync()).Select(m => (m.RegionCode, m.EnterpriseId))], asOfThen, s.GetRequiredService<IDirectory>(), default));
}
