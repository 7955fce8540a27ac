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
}
