using System.Globalization;

namespace SpecialEquipment.Workflow.Capabilities.TaskInbox;

/// <summary>Keyset paging: the position of a page's last row, so that a page costs the same wherever it lies and nothing is skipped or doubled.</summary>
internal sealed record TaskOrdering(bool ByUrgency, bool Descending)
{
    public const string Names = "urgency、-urgency、createdAt、-createdAt";

    public static TaskOrdering? Parse(string? sort) => sort switch
    {
        null or "" or "urgency" => new(true, false),
        "-urgency" => new(true, true),
        "createdAt" => new(false, false),
        "-createdAt" => new(false, true),
        _ => null,
    };

    public IQueryable<WorkTask> Order(IQueryable<WorkTask> tasks) => (ByUrgency, Descending) switch
    {
        (true, false) => tasks.OrderBy(t => t.Urgency).ThenBy(t => t.Key),
        (true, true) => tasks.OrderByDescending(t => t.Urgency).ThenByDescending(t => t.Key),
        (false, false) => tasks.OrderBy(t => t.Key),
        _ => tasks.OrderByDescending(t => t.Key),
    };

    public string Position(WorkTask task) => string.Create(CultureInfo.InvariantCulture, $"{task.Urgency.ToUnixTimeMilliseconds()}_{task.Key}");

    /// <returns>Null when the position cannot be read.</returns>
    public IQueryable<WorkTask>? After(IQueryable<WorkTask> tasks, string? position)
    {
        if (string.IsNullOrEmpty(position))
            return tasks;
        var parts = position.Split('_');
        if (parts.Length != 2 || !long.TryParse(parts[0], CultureInfo.InvariantCulture, out var milliseconds) || !long.TryParse(parts[1], CultureInfo.InvariantCulture, out var key)
            || milliseconds < 0 || milliseconds > WorkTask.NotUrgent.ToUnixTimeMilliseconds())
            return null;
        var urgency = DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        return (ByUrgency, Descending) switch
        {
            (true, false) => tasks.Where(t => t.Urgency > urgency || (t.Urgency == urgency && t.Key > key)),
            (true, true) => tasks.Where(t => t.Urgency < urgency || (t.Urgency == urgency && t.Key < key)),
            (false, false) => tasks.Where(t => t.Key > key),
            _ => tasks.Where(t => t.Key < key),
        };
    }
}
