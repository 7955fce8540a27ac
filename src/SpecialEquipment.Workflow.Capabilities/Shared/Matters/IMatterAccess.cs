using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Matters;

/// <summary>Who may see a matter and what hangs on it: documents, attachments, ledger. One implementation for the whole product.</summary>
public interface IMatterAccess
{
    /// <summary>False for a matter that does not exist.</summary>
    Task<bool> MaySeeAsync(Guid matterId, Actor actor, WorkflowDbContext db, CancellationToken cancellation);
}
