using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;

namespace SpecialEquipment.Workflow.Capabilities.TaskInbox;

/// <summary>How urgent a task is, as a code for colours and as words (UX: never colour alone).</summary>
/// <param name="WorkingDays">Overdue working days when overdue, otherwise working days left.</param>
internal readonly record struct DueStatus(string Code, string Text, int WorkingDays)
{
    public const string Overdue = "OVERDUE";
    public const string Today = "TODAY";
    public const string Within3 = "WITHIN_3";
    public const string Normal = "NORMAL";
    public const string Paused = "PAUSED";
    public const string None = "NONE";

    public static DueStatus Of(WorkTask task, DateTimeOffset now, WorkCalendar calendar)
    {
        if (!task.IsOpen || task.DueInstant is not { } due || task.OverdueAt is not { } overdueAt)
            return new(None, task.IsOpen ? "无期限" : "", 0);
        if (task.Paused)
            return new(Paused, "暂停计时", 0);
        if (now >= overdueAt)
        {
            var late = Shared.Deadlines.Overdue.WorkingDays(overdueAt, now, calendar);
            return new(Overdue, late == 0 ? "已逾期" : $"已逾期 {late} 个工作日", late);
        }
        var day = ShanghaiTime.DateOf(due);
        var left = Shared.Deadlines.Overdue.WorkingDaysLeft(day, now, calendar);
        if (day == ShanghaiTime.DateOf(now))
            return new(Today, task.DueDate is null ? $"今日 {ShanghaiTime.Text(due)[11..]} 到期" : "今日到期", 0);
        // due on a day off: the last working day before it is the last chance
        var words = left == 0 ? "到期前已无工作日" : $"还有 {left} 个工作日";
        return new(day <= SoonUntil(now, calendar) ? Within3 : Normal, words, left);
    }

    /// <summary>The instants between which the status holds, for filters: overdue before the first, due today before the second, soon before the third.</summary>
    public static (DateTimeOffset Now, DateTimeOffset Tomorrow, DateTimeOffset AfterSoon) Bounds(DateTimeOffset now, WorkCalendar calendar) =>
        (now, ShanghaiTime.StartOf(ShanghaiTime.DateOf(now).AddDays(1)), ShanghaiTime.StartOf(SoonUntil(now, calendar).AddDays(1)));

    /// <summary>"三日内" on the screen: what can still be done in the next three working days. A display grouping, no limit of law.</summary>
    private static DateOnly SoonUntil(DateTimeOffset now, WorkCalendar calendar) => Shared.Deadlines.Overdue.SoonUntil(ShanghaiTime.DateOf(now), calendar);
}
