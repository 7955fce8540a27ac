using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Flows;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.TaskInbox;

/// <summary>Where a task goes: a post with whoever holds it now, or one person.</summary>
internal sealed record TaskRoute(AssigneeKind Kind, PostView? Post, PersonView? Person, Guid? SuperiorPostId, IReadOnlyList<PersonView> Holders)
{
    public string HolderNames => Holders.Count == 0 ? "（空缺）" : string.Join("、", Holders.Select(h => h.Name));

    public TaskAssignment Assign(Guid taskId, int position, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now), TaskId = taskId, Position = position, Kind = Kind,
        PostId = Post?.Id, PostName = Post?.Name, PostKind = Post?.Kind, PersonId = Person?.Id, PersonName = Person?.Name,
        RegionCode = Post?.RegionCode, DepartmentId = Post?.DepartmentId, EnterpriseId = Post?.EnterpriseId,
        SuperiorPostId = SuperiorPostId, HoldersAtStart = HolderNames, AssignedAt = now,
    };
}

/// <summary>Routing by data: post kind with the matter's region and department, a post of its enterprise, or a person.</summary>
internal sealed class RouteTask(WorkflowDbContext db, IDirectory directory, DateTimeOffset now)
{
    public async Task<TaskRoute> ResolveAsync(TaskOrder order, Matter matter, Guid? actorPersonId, CancellationToken cancellation)
    {
        switch (order.AssigneeKind)
        {
            case AssigneeKind.Person:
                return await ToPersonAsync(AssigneeKind.Person, order.Person ?? throw Fault(order, "没有给出人员"), Preferring(order.PostKind), cancellation)
                    ?? throw Fault(order, $"没有编号为 {order.Person} 的人员");
            case AssigneeKind.Post:
                var post = order.Post is { } id ? await directory.FindPostAsync(id, cancellation) : throw Fault(order, "没有给出岗位");
                return await ToPostAsync(AssigneeKind.Post, post ?? throw Fault(order, $"没有编号为 {order.Post} 的岗位"), cancellation);
            case AssigneeKind.SamePerson:
                return await ToSamePersonAsync(order, matter, actorPersonId, cancellation) ?? await ToPostKindAsync(order, matter, cancellation);
            default:
                return await ToPostKindAsync(order, matter, cancellation);
        }
    }

    public async Task<TaskRoute> ToPostAsync(AssigneeKind kind, PostView post, CancellationToken cancellation)
    {
        var holders = await directory.HoldersAsync(post.Id, now, cancellation);
        var superior = await directory.SuperiorAsync(post.Id, cancellation);
        return new TaskRoute(kind, post, null, superior?.Id, holders);
    }

    /// <param name="rank">The post with the least rank is the one by which the person answers; he may hold several.</param>
    public async Task<TaskRoute?> ToPersonAsync(AssigneeKind kind, Guid personId, Func<HeldPost, int> rank, CancellationToken cancellation)
    {
        if (await directory.FindPersonAsync(personId, cancellation) is not { } person)
            return null;
        // The post says in which scope the person acts and who stands in when he has left.
        var held = (await directory.PostsHeldAsync(personId, now, cancellation)).MinBy(rank);
        var post = held is null ? null : await directory.FindPostAsync(held.PostId, cancellation);
        var superior = post is null ? null : await directory.SuperiorAsync(post.Id, cancellation);
        return new TaskRoute(kind, post, person, superior?.Id, [person]);
    }

    private async Task<TaskRoute> ToPostKindAsync(TaskOrder order, Matter matter, CancellationToken cancellation)
    {
        var kind = order.PostKind ?? throw Fault(order, "没有给出岗位类别");
        if (order.AssigneeKind == AssigneeKind.EnterprisePost || PostKinds.IsEnterprisePost(kind))
        {
            var enterprise = matter.EnterpriseId ?? throw Fault(order, "事项没有使用单位，不能派给单位岗位");
            // A unit without such a post answers through its principal (主要负责人).
            var ofUnit = await directory.ResolveEnterprisePostAsync(kind, enterprise, cancellation)
                ?? await directory.ResolveEnterprisePostAsync(PostKinds.Principal, enterprise, cancellation)
                ?? throw Fault(order, $"使用单位没有“{PostKinds.NameOf(kind)}”岗位，也没有“{PostKinds.NameOf(PostKinds.Principal)}”岗位");
            return await ToPostAsync(order.AssigneeKind, ofUnit, cancellation);
        }
        var region = await directory.CurrentRegionAsync(matter.RegionCode, matter.EnterpriseId, cancellation);
        var post = await directory.ResolvePostAsync(kind, region, order.DepartmentCode, cancellation)
            ?? throw Fault(order, $"地区 {matter.RegionCode} 及其上级没有“{PostKinds.NameOf(kind)}”岗位");
        return await ToPostAsync(order.AssigneeKind, post, cancellation);
    }

    /// <summary>Whoever is named, or did the last task of that post kind on the matter, or acted just now; as long as he still holds such a post.</summary>
    private async Task<TaskRoute?> ToSamePersonAsync(TaskOrder order, Matter matter, Guid? actorPersonId, CancellationToken cancellation)
    {
        var personId = order.Person ?? (order.PostKind is null ? actorPersonId : await LastOfKindAsync(matter.Id, order.PostKind, cancellation));
        if (personId is null)
            return order.PostKind is null ? throw Fault(order, "没有可沿用的办理人") : null;
        var held = await directory.PostsHeldAsync(personId.Value, now, cancellation);
        if (held.Count == 0 || (order.PostKind is { } kind && held.All(p => p.PostKind != kind)))
            return order.PostKind is null ? throw Fault(order, "原办理人已不在岗") : null;
        return await ToPersonAsync(AssigneeKind.SamePerson, personId.Value, Preferring(order.PostKind), cancellation);
    }

    private static Func<HeldPost, int> Preferring(string? postKind) => post => post.PostKind == postKind ? 0 : 1;

    private async Task<Guid?> LastOfKindAsync(Guid matterId, string postKind, CancellationToken cancellation)
    {
        // The task before this one may have been completed in this very step.
        await db.SaveChangesAsync(cancellation);
        return await (
            from task in db.Set<WorkTask>()
            join assignment in db.Set<TaskAssignment>() on task.Id equals assignment.TaskId
            where task.MatterId == matterId && task.State == WorkTaskState.Completed && task.CompletedByPersonId != null
                && assignment.State == AssignmentState.Done && assignment.PostKind == postKind
            orderby task.ClosedAt descending, task.Key descending
            select task.CompletedByPersonId).FirstOrDefaultAsync(cancellation);
    }

    private static FlowInputFault Fault(TaskOrder order, string what) => new($"任务“{order.Title}”无法派发：{what}");
}
