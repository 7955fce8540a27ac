using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.TaskInbox;

/// <summary>Open tasks of a post: it is not abolished over them unless another takes them over.</summary>
internal sealed class TasksOfPost : IRegisterUse
{
    public Task<string?> OfEquipmentAsync(Guid equipmentId, WorkflowDbContext db, CancellationToken cancellation) => Task.FromResult<string?>(null);

    public async Task<string?> OfPostAsync(Guid postId, WorkflowDbContext db, CancellationToken cancellation)
    {
        var open = await db.Set<TaskAssignment>().CountAsync(a => a.PostId == postId && a.State == AssignmentState.Open, cancellation);
        return open == 0 ? null : $"{open} 项待办";
    }
}
