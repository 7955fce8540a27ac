using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.TaskInbox;

/// <summary>Which tasks are whose, as queries. Posts are those the actor holds now, so a task follows its post (E8).</summary>
internal sealed class TaskScope : IMatterGrants
{
    public IQueryable<Guid> MattersGrantedTo(Actor actor, WorkflowDbContext db)
    {
        return OpenAmong(OwedBy(actor, db).Select(a => a.TaskId).Union(LedBy(actor, db).Select(a => a.TaskId)), db).Select(t => t.MatterId);
    }

    public async Task<bool> GrantsCommandAsync(Guid matterId, string command, Actor actor, WorkflowDbContext db, CancellationToken cancellation)
    {
        var owed = await OpenAmong(OwedBy(actor, db).Select(a => a.TaskId), db).Where(t => t.MatterId == matterId)
            .Select(t => new { t.Form, t.OutcomesJson }).ToListAsync(cancellation);
        return owed.Any(t => t.Form == command || TaskJson.OutcomesOf(t.OutcomesJson).Any(o => o.Command == command));
    }

    /// <summary>The open ones among few, found by their ids: by state first, a database would walk the open tasks of everybody.</summary>
    public static IQueryable<WorkTask> OpenAmong(IQueryable<Guid> ids, WorkflowDbContext db) =>
        db.Set<WorkTask>().AsNoTracking().Where(t => ids.Contains(t.Id)).Where(IsOpen.AsSieve());

    internal static readonly Expression<Func<WorkTask, bool>> IsOpen = t => t.State == WorkTaskState.Open;

    /// <summary>Open assignments the actor answers for.</summary>
    public static IQueryable<TaskAssignment> OwedBy(Actor actor, WorkflowDbContext db)
    {
        var (person, posts) = Of(actor);
        var owed = db.Set<TaskAssignment>().Where(a => a.State == AssignmentState.Open);
        if (actor.Posts.Where(p => p.IsDeputy).Select(p => p.PostId).ToArray() is { Length: > 0 } deputised)
        {
            return owed.Where(a => (person != null && a.PersonId == person) || (a.PersonId == null && a.PostId != null && posts.Contains(a.PostId.Value))
                || (a.PersonId != null && a.PostId != null && deputised.Contains(a.PostId.Value)));
        }
        return owed.Where(a => (person != null && a.PersonId == person) || (a.PersonId == null && a.PostId != null && posts.Contains(a.PostId.Value)));
    }

    /// <summary>Open assignments of posts below the actor's: his to give on while they are vacant.</summary>
    public static IQueryable<TaskAssignment> LedBy(Actor actor, WorkflowDbContext db)
    {
        var (_, posts) = Of(actor);
        return db.Set<TaskAssignment>().Where(a => a.State == AssignmentState.Open && a.SuperiorPostId != null && posts.Contains(a.SuperiorPostId.Value));
    }

    /// <summary>Ids of tasks the actor has or had to do with: owed now or formerly, given on by him, sent by his act.</summary>
    public static IQueryable<Guid> TouchedBy(Actor actor, WorkflowDbContext db)
    {
        var (person, posts) = Of(actor);
        var assigned = db.Set<TaskAssignment>().Where(a =>
            (person != null && a.PersonId == person)
            || (a.PersonId == null && a.PostId != null && posts.Contains(a.PostId.Value))
            || (a.SuperiorPostId != null && posts.Contains(a.SuperiorPostId.Value))).Select(a => a.TaskId);
        var given = db.Set<TaskTransfer>().Where(t => person != null && t.ByPersonId == person).Select(t => t.TaskId);
        var sentOrDone = db.Set<WorkTask>().Where(t => person != null && (t.SentByPersonId == person || t.CompletedByPersonId == person)).Select(t => t.Id);
        return assigned.Union(given).Union(sentOrDone);
    }

    private static (Guid? Person, Guid[] Posts) Of(Actor actor) => (actor.PersonId, [.. actor.Posts.Select(p => p.PostId)]);
}
