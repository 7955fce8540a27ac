using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Organizations.Reorganizations;

/// <summary>
/// At the first instant of a day: what a reorganisation of that day moves, moves (E7). Each step reads from the rows what is left, so a process that
/// dies in between is followed by one that goes on, and a second run changes nothing. Also takes along what is still addressed to posts that ended
/// by themselves.
/// </summary>
internal sealed class CarryOutReorganizations(IActRing ring, WorkflowDatabase database) : IDuty
{
    public string Name => "organizations/carry-out-reorganizations";

    public DateTimeOffset? NextSlot(DateTimeOffset after) => ShanghaiTime.StartOf(ShanghaiTime.DateOf(after).AddDays(1));

    public async Task RunAsync(DateTimeOffset slot, CancellationToken cancellation)
    {
        var today = ShanghaiTime.DateOf(slot);
        await using var db = database.CreateContext();
        var due = await db.Set<RegionReorganization>().AsNoTracking().Where(r => r.CompletedAt == null && r.EffectiveOn <= today)
            .OrderBy(r => r.EffectiveOn).ThenBy(r => r.Key).Select(r => r.Id).ToListAsync(cancellation);
        foreach (var id in due)
        {
            await StepAsync("pass-organs", id, slot, async (reorganization, act, token) =>
            {
                await new PassOrgans(reorganization, await TreeAsync(act, token), act).DoAsync(token);
                return 0;
            }, cancellation);
            await StepAsync("move-units", id, slot, async (reorganization, act, token) => await MoveUnits.BatchAsync(reorganization, await TreeAsync(act, token), act, token), cancellation);
            var posts = await db.Set<Post>().Where(p => db.Set<PostSuccession>().Any(s => s.PostId == p.Id) && p.ValidTo <= today).Select(p => p.Id).ToListAsync(cancellation);
            await StepAsync("move-tasks", id, slot, async (reorganization, act, token) =>
            {
                var moved = await FollowAsync(new EndedPosts(posts, "因行政区划调整", ShanghaiTime.StartOf(reorganization.EffectiveOn).AddMilliseconds(-1)), act, token);
                reorganization.MovedTasks += moved;
                return moved;
            }, cancellation);
            await StepAsync("complete-reorganization", id, slot, (reorganization, act, _) =>
            {
                reorganization.CompletedAt = act.Now;
                act.Record(new LedgerFact(id, "complete-reorganization", $"行政区划调整办理完毕：单位 {reorganization.MovedUnits} 个，待办 {reorganization.MovedTasks} 项，待核定归属 {reorganization.UnmappedUnits} 个"));
                return Task.FromResult(0);
            }, cancellation);
        }
        await FollowEndedAsync(ring, database, slot, cancellation);
    }

    /// <summary>Moves what is addressed to ended posts that have a successor; also right after a post was ended.</summary>
    internal static async Task FollowEndedAsync(IActRing ring, WorkflowDatabase database, DateTimeOffset at, CancellationToken cancellation)
    {
        var today = ShanghaiTime.DateOf(at);
        await using var db = database.CreateContext();
        var ended = await db.Set<Post>().Where(p => p.ValidTo <= today && db.Set<PostSuccession>().Any(s => s.PostId == p.Id)).Select(p => p.Id).ToListAsync(cancellation);
        while (ended.Count > 0 && (await ring.RunAsync<int>("organizations/follow-posts", Actor.System,
            async (act, token) => await FollowAsync(new EndedPosts(ended, "因岗位撤销", act.Now.AddMilliseconds(-1)), act, token), at, cancellation)).Value > 0)
        {
        }
    }

    private static async Task<int> FollowAsync(EndedPosts ended, ActContext act, CancellationToken cancellation)
    {
        foreach (var follower in act.Services.GetServices<IFollowsPosts>())
        {
            if (await follower.BatchAsync(ended, act, cancellation) is > 0 and var moved)
            {
                return moved;
            }
        }
        return 0;
    }

    private async Task StepAsync(
        string name, Guid id, DateTimeOffset slot, Func<RegionReorganization, ActContext, CancellationToken, Task<int>> step, CancellationToken cancellation)
    {
        while ((await ring.RunAsync<int>($"organizations/{name}", Actor.System, async (act, token) =>
            await step(await act.Db.Set<RegionReorganization>().SingleAsync(r => r.Id == id, token), act, token), slot, cancellation)).Value > 0)
        {
        }
    }

    private static Task<RegionTree> TreeAsync(ActContext act, CancellationToken cancellation) =>
        act.Services.GetRequiredService<RegionMap>().TreeAsync(act.Db, cancellation);
}
