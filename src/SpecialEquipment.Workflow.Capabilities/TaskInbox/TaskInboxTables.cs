using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.TaskInbox;

internal sealed class TaskInboxTables : ITables
{
    public const int TextLength = 1000;

    public void Map(ModelBuilder model)
    {
        model.Entity<WorkTask>(task =>
        {
            task.ToTable("task_tasks");
            task.HasHotKeys(t => t.Key, t => t.Id);
            task.Property(t => t.RegionCode).HasMaxLength(20);
            task.Property(t => t.ActivityInstanceId).HasMaxLength(64);
            task.Property(t => t.ActivityId).HasMaxLength(64);
            task.Property(t => t.CloseReason).HasMaxLength(500);
            task.Property(t => t.Title).HasMaxLength(200);
            task.Property(t => t.Form).HasMaxLength(100);
            task.Property(t => t.Message).HasMaxLength(TextLength);
            task.Property(t => t.Outcome).HasMaxLength(100);
            task.Property(t => t.ClosedBy).HasMaxLength(100);
            task.Property(t => t.CompletedByName).HasMaxLength(100);
            task.Property(t => t.ClaimedByName).HasMaxLength(100);
            task.Property(t => t.SentByName).HasMaxLength(100);
            task.Property(t => t.Version).IsConcurrencyToken();
            task.HasIndex(t => new { t.MatterId, t.State });
            task.HasIndex(t => new { t.State, t.Urgency });
            task.HasIndex(t => new { t.InstanceId, t.State });
            task.HasIndex(t => new { t.SentByPersonId, t.State });
            task.HasIndex(t => new { t.CompletedByPersonId, t.MatterId });
            // One execution of the activity has one task: a repeated start finds it instead of opening another.
            task.HasIndex(t => new { t.InstanceId, t.ActivityInstanceId }).IsUnique();
        });
        model.Entity<TaskAssignment>(assignment =>
        {
            assignment.ToTable("task_assignments");
            assignment.HasHotKeys(a => a.Key, a => a.Id);
            assignment.Property(a => a.PostName).HasMaxLength(200);
            assignment.Property(a => a.PostKind).HasMaxLength(60);
            assignment.Property(a => a.PersonName).HasMaxLength(100);
            assignment.Property(a => a.RegionCode).HasMaxLength(20);
            assignment.Property(a => a.HoldersAtStart).HasMaxLength(TextLength);
            assignment.Property(a => a.HoldersAtEnd).HasMaxLength(TextLength);
            assignment.Ignore(a => a.AssigneeName);
            assignment.HasIndex(a => a.TaskId);
            assignment.HasIndex(a => new { a.PostId, a.State });
            assignment.HasIndex(a => new { a.PersonId, a.State });
            assignment.HasIndex(a => new { a.SuperiorPostId, a.State });
        });
        model.Entity<TaskTransfer>(transfer =>
        {
            transfer.ToTable("task_transfers");
            transfer.HasHotKeys(t => t.Key, t => t.Id);
            transfer.Property(t => t.ByName).HasMaxLength(100);
            transfer.Property(t => t.Reason).HasMaxLength(TextLength);
            transfer.HasIndex(t => t.TaskId);
            transfer.HasIndex(t => t.ByPersonId);
        });
        model.Entity<TaskWithdrawal>(withdrawal =>
        {
            withdrawal.ToTable("task_withdrawals");
            withdrawal.HasHotKeys(w => w.Key, w => w.Id);
            withdrawal.Property(w => w.Reason).HasMaxLength(TextLength);
            withdrawal.Property(w => w.ProposedByName).HasMaxLength(100);
            withdrawal.Property(w => w.DecidedByName).HasMaxLength(100);
            withdrawal.Property(w => w.Opinion).HasMaxLength(TextLength);
            withdrawal.Property(w => w.Version).IsConcurrencyToken();
            withdrawal.HasIndex(w => new { w.TaskId, w.State });
        });
        model.Entity<TaskUrge>(urge =>
        {
            urge.ToTable("task_urges");
            urge.HasHotKeys(u => u.Key, u => u.Id);
            urge.Property(u => u.ByName).HasMaxLength(100);
            urge.Property(u => u.Text).HasMaxLength(TextLength);
            urge.HasIndex(u => new { u.TaskId, u.At });
        });
        model.Entity<TaskComment>(comment =>
        {
            comment.ToTable("task_comments");
            comment.HasHotKeys(c => c.Key, c => c.Id);
            comment.Property(c => c.PersonName).HasMaxLength(100);
            comment.Property(c => c.Text).HasMaxLength(TextLength);
            comment.HasIndex(c => c.TaskId);
        });
    }
}
