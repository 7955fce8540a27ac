using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Matters;

/// <summary>Who may see a matter and what hangs on it: documents, attachments, ledger. One implementation for the whole product.</summary>
public interface IMatterAccess
{
    /// <summary>False for a matter that does not exist.</summary>
    Task<bool> MaySeeAsync(Guid matterId, Actor actor, WorkflowDbContext db, CancellationToken cancellation);

    /// <summary>
    /// Whether one of the actor's official posts of these kinds is responsible for the matter: its region and its department. Seeing a
    /// matter, or having a role somewhere, is not handling it.
    /// </summary>
    Task<bool> HandlesAsync(Guid matterId, IReadOnlyList<string> postKinds, Actor actor, WorkflowDbContext db, CancellationToken cancellation);
}
