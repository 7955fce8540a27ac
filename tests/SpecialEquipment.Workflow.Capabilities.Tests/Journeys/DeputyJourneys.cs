using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Organizations;
using SpecialEquipment.Workflow.Capabilities.Organizations.Staffing;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Capabilities.TaskInbox;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Journeys;

/// <summary>A deputy acts for a post between two instants (DESIGN D9, DOMAIN E8): sees and does its tasks, signs "代".</summary>
public sealed class DeputyJourneys
{
    [Fact]
    public async Task A_deputy_does_the_posts_tasks_in_his_period_and_the_ledger_says_for_whom()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.RegisteredAsync();
        var (officer, deputy) = (await county.ActorAsync("officer1"), await county.ActorAsync("inspector2"));
        var post = officer.Posts.Single();
        var appointed = await county.ActAsync("officer1", (act, stop) => AppointDeputy.DoAsync(
            post.PostId, new AppointDeputy.Form(deputy.PersonId!.Value, County.Instant("2026-03-03 00:00"), County.Instant("2026-03-05 00:00"), "出差"), act, stop));
        Assert.False(appointed.IsRejected, appointed.Rejection?.Detail);
        Assert.Equal(403, (await county.TryAsync("inspector2", id, "grade", new { grade = "GENERAL" })).Rejection!.Status);
        Assert.Empty(await MineAsync(county, "inspector2"));

        await county.UntilAsync("2026-03-03 09:00");
        var task = Assert.Single(await MineAsync(county, "inspector2"));
        Assert.True(task.CanAct);
        Assert.Equal($"{officer.PersonName}、{deputy.PersonName}（代）", task.PersonName);
        Assert.True(Assert.Single(await MineAsync(county, "officer1")).CanAct); // the holder keeps his duty
        await county.DoAsync("inspector2", id, "grade", new { grade = "GENERAL" });
        var entry = (await county.LedgerAsync(id)).Single(e => e.Act == "grade");
        Assert.Equal((deputy.PersonName, $"代 {post.PostName}", officer.PersonName), (entry.PersonName, entry.PostName, entry.OnBehalfOf));
        Assert.Contains(await county.ReadAsync((_, db) => db.Set<MatterParty>().Where(p => p.MatterId == id).ToListAsync()),
            p => p.PersonName == deputy.PersonName && p.PostName == $"代 {post.PostName}");

        await county.UntilAsync("2026-03-05 00:00");
        Assert.DoesNotContain((await county.ActorAsync("inspector2")).Posts, p => p.PostId == post.PostId);
        var second = await county.RegisteredAsync();
        Assert.Equal(403, (await county.TryAsync("inspector2", second, "grade", new { grade = "GENERAL" })).Rejection!.Status);
        var tenure = await county.ReadAsync((_, db) => ReadTenure.OfAsync(db, db.Set<Post>().Where(p => p.Id == post.PostId), null, default));
        Assert.Equal([(deputy.PersonName, true), (officer.PersonName, false)], tenure.Select(t => (t.PersonName, t.Deputy)));
        await county.NothingFaultedAsync();
    }

    [Fact]
    public async Task A_deputation_is_refused_for_outsiders_the_past_and_twice_and_ends_early()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var (officer, inspector, outsider) = (await county.ActorAsync("officer1"), await county.ActorAsync("inspector2"), await county.ActorAsync("enterprise1"));
        var post = officer.Posts.Single().PostId;
        var form = new AppointDeputy.Form(inspector.PersonId!.Value, null, county.Now.AddDays(3), "休假");
        Task<Result<AppointDeputy.Receipt>> TryAsync(string who, AppointDeputy.Form f) => county.ActAsync(who, (act, stop) => AppointDeputy.DoAsync(post, f, act, stop));
        Assert.Equal("organizations.not-in-charge", (await TryAsync("inspector1", form)).Rejection!.Code);
        Assert.Equal("organizations.deputy-outsider", (await TryAsync("officer1", form with { PersonId = outsider.PersonId!.Value })).Rejection!.Code);
        Assert.Equal("organizations.deputy-holds", (await TryAsync("officer1", form with { PersonId = officer.PersonId!.Value })).Rejection!.Code);
        Assert.Equal(["reason", "from", "to"], (await TryAsync("officer1", form with { From = county.Now.AddDays(-1), To = null, Reason = " " })).Rejection!.Errors.Select(e => e.Field));
        var done = (await TryAsync("officer1", form)).Value;
        Assert.Equal("organizations.deputy-known", (await TryAsync("officer1", form)).Rejection!.Code);
        Assert.True((await county.ActorAsync("inspector2")).Holds(post));

        Task<Result<AppointDeputy.Receipt>> EndAsync(string who) => county.ActAsync(who, (act, stop) => AppointDeputy.EndAsync(done.Id, new AppointDeputy.EndForm("提前返岗"), act, stop));
        Assert.Equal("organizations.not-in-charge", (await EndAsync("inspector2")).Rejection!.Code); // a deputy does not end or extend himself
        Assert.False((await EndAsync("officer1")).IsRejected);
        Assert.Equal("organizations.deputy-over", (await EndAsync("officer1")).Rejection!.Code);
        Assert.False((await county.ActorAsync("inspector2")).Holds(post));
    }

    [Fact]
    public async Task While_the_holder_is_gone_the_deputy_keeps_the_post_from_being_vacant()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.RegisteredAsync();
        var (officer, deputy) = (await county.ActorAsync("officer1"), await county.ActorAsync("inspector2"));
        var post = officer.Posts.Single();
        await county.ActAsync("admin1", (act, stop) => AppointDeputy.DoAsync(post.PostId, new AppointDeputy.Form(deputy.PersonId!.Value, null, county.Now.AddDays(9), "空缺期间代理"), act, stop));
        await county.ActAsync("admin1", (act, stop) => ChangePostHolder.DoAsync(post.PostId, new ChangePostHolder.Form(1, officer.PersonId, null), act, stop));
        Assert.Empty(await MineAsync(county, "approver1")); // the superior need not step in
        await county.DoAsync("inspector2", id, "grade", new { grade = "GENERAL" });
        Assert.Equal(post.PostName, (await county.LedgerAsync(id)).Single(e => e.Act == "grade").OnBehalfOf);
    }

    private static async Task<IReadOnlyList<TaskView>> MineAsync(County county, string who)
    {
        var actor = await county.ActorAsync(who);
        return await county.ReadAsync(async (services, db) => (await new FindTasks(services.GetRequiredService<DeadlineRules>())
            .MineAsync(new TaskQuery(), actor, db, services.GetRequiredService<IDirectory>(), county.Now, default)).Value.Items);
    }
}
