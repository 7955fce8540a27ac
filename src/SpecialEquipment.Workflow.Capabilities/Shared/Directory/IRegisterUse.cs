using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Directory;

/// <summary>What rests on an entry of the registers: an entry that something rests on cannot be voided (E20). Each capability answers for its own rows.</summary>
public interface IRegisterUse
{
    /// <summary>In words what uses the device, e.g. 隐患事项; null when nothing does.</summary>
    Task<string?> OfEquipmentAsync(Guid equipmentId, WorkflowDbContext db, CancellationToken cancellation);

    /// <summary>In words what the post still owes, e.g. 3 项待办; null when nothing.</summary>
    Task<string?> OfPostAsync(Guid postId, WorkflowDbContext db, CancellationToken cancellation) => Task.FromResult<string?>(null);
}
