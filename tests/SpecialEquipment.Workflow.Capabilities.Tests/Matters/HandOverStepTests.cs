using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Organizations;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Capabilities.TaskInbox;
using SpecialEquipment.Workflow.Capabilities.Tests.Journeys;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Matters;

/// <summary>The second person of a two-person step gives his task on: the right to confirm goes with it, to whoever could have been named himself.</summary>
public sealed class HandOverStepTests
{
    [Fact]
    public async Task Whoever_takes_the_confirmation_over_signs_and_the_first_named_no_longer_may()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.GradedAsync();
        await JoinInspectorsAsync(county, "officer1"); // now a case officer and an inspector
        await county.DoAsync("inspector1", id, "issue-instruction", await county.InstructionAsync("2026-03-20"));

        Assert.Null((await TransferAsync(county, id, "inspector2", "officer1")).Rejection);
        var inspector = (await county.ActorAsync("inspector1")).Posts.Single(p => p.PostKind == PostKinds.Inspector);
        Assert.Equal(inspector.PostId, (await county.DeadlineAsync(id, "secondPerson")).OwnerPostId);
        var former = (await county.TryAsync("inspector2", id, "confirm-step")).Rejection!;
        Assert.Equal("matters.not-the-second", former.Code);
        Assert.Contains((await county.ActorAsync("officer1")).PersonName, former.Detail);

        await county.DoAsync("officer1", id, "confirm-step");
        Assert.Equal(HazardState.PlanPending, await county.StateAsync(id));
        Assert.DoesNotContain(await county.OpenTasksAsync(id), t => t.Form == "confirm-step");
        await county.NothingFaultedAsync();
    }

    [Fact]
    public async Task Neither_the_proposer_nor_one_without_the_post_takes_a_confirmation_over()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.GradedAsync();
        await county.DoAsync("inspector1", id, "issue-instruction", await county.InstructionAsync("2026-03-20"));

        var proposer = (await TransferAsync(county, id, "inspector2", "inspector1")).Rejection!;
        Assert.Equal(("matters.unfit-second", "toPersonId"), (proposer.Code, Assert.Single(proposer.Errors).Field));
        Assert.Contains("就是发起人", proposer.Detail);
        var officer = (await TransferAsync(county, id, "inspector2", "officer1")).Rejection!;
        Assert.Equal("matters.unfit-second", officer.Code);
        Assert.Contains("不在该岗位", officer.Detail);
        await county.DoAsync("inspector2", id, "confirm-step"); // a refused transfer has changed nothing
        Assert.Equal(HazardState.PlanPending, await county.StateAsync(id));
        await county.NothingFaultedAsync();
    }

    [Fact]
    public async Task A_confirmation_given_to_the_whole_post_is_for_any_holder_but_the_proposer()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.GradedAsync();
        await JoinInspectorsAsync(county, "officer1");
        await county.DoAsync("inspector1", id, "issue-instruction", await county.InstructionAsync("2026-03-20"));
        var posts = (await county.ActorAsync("officer1")).Posts;
        var wrong = (await TransferAsync(county, id, "inspector2", post: posts.Single(p => p.PostKind == PostKinds.CaseOfficer).PostId)).Rejection!;
        Assert.Equal(("matters.unfit-second", "toPostId"), (wrong.Code, Assert.Single(wrong.Errors).Field));
        Assert.Null((await TransferAsync(county, id, "inspector2", post: posts.Single(p => p.PostKind == PostKinds.Inspector).PostId)).Rejection);
        Assert.Equal("matters.not-the-second", (await county.TryAsync("inspector1", id, "confirm-step")).Rejection!.Code);
        await county.DoAsync("officer1", id, "confirm-step");
        Assert.Equal(HazardState.PlanPending, await county.StateAsync(id));
        await county.NothingFaultedAsync();
    }

    private static async Task JoinInspectorsAsync(County county, string who)
    {
        var post = (await county.ActorAsync("inspector1")).Posts.Single(p => p.PostKind == PostKinds.Inspector).PostId;
        var version = await county.ReadAsync((_, db) => db.Set<Post>().Where(p => p.Id == post).Select(p => p.Version).SingleAsync());
        var person = (await county.ActorAsync(who)).PersonId;
        var joined = await county.Services.GetRequiredService<IActRing>().RunAsync("test", Actor.System, (act, stop) =>
            ChangePostHolder.DoAsync(post, new ChangePostHolder.Form(version, null, person), act, stop));
        Assert.False(joined.IsRejected, joined.Rejection?.Detail);
        county.ForgetActors();
    }

    private static async Task<Result<Guid>> TransferAsync(County county, Guid matter, string by, string? to = null, Guid? post = null)
    {
        var task = (await county.OpenTasksAsync(matter)).Single(t => t.Form == "confirm-step");
        var version = TaskVersions.Seen(task, (await county.MatterAsync(matter)).Version);
        var person = to is null ? null : (await county.ActorAsync(to)).PersonId;
        var actor = await county.ActorAsync(by);
        return await county.ReadAsync((services, _) => services.GetRequiredService<TransferTask>().DoAsync(
            task.Id, new TransferTask.Request(person, post, "外出检验", version), actor, CancellationToken.None));
    }
}
