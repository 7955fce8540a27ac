using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Matters;

/// <summary>
/// Rights to single matters beyond region, department and involvement: whoever owes an open task may see what he needs for it,
/// as long as it is open (DESIGN D9). <see cref="IMatterAccess"/> and the lists of matters add all of these.
/// </summary>
public interface IMatterGrants
{
    /// <summary>Ids of the matters the actor may see, composable into a query.</summary>
    IQueryable<Guid> MattersGrantedTo(Actor actor, WorkflowDbContext db);

    /// <summary>
    /// Whether the actor owes an open task on the matter that is done by this command: a task gives the rights it needs and no others, so who has to
    /// sign for a report may not close the case.
    /// </summary>
    Task<bool> GrantsCommandAsync(Guid matterId, string command, Actor actor, WorkflowDbContext db, CancellationToken cancellation);
}
