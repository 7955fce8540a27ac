namespace SpecialEquipment.Workflow.Capabilities.TaskInbox;

/// <summary>Signals between the task's acts and the activity that waits for it. Named with the task's id, so each reaches one activity only.</summary>
internal static class TaskSignals
{
    /// <summary>Somebody chose an outcome by hand; payload <c>{outcome, form}</c>.</summary>
    public static string Completed(Guid taskId) => $"TaskCompleted/{taskId:N}";

    public const string Outcome = "outcome";
    public const string Form = "form";
}
