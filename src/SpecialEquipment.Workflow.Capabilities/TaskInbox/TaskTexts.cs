using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Capabilities.Shared.Notices;

namespace SpecialEquipment.Workflow.Capabilities.TaskInbox;

internal static class TaskTexts
{
    /// <summary>"璧市监隐〔2026〕第0137号 曳引电梯 限速器失效"; a title is what somebody typed, and the sentence goes on after it.</summary>
    public static string Of(Matter matter)
    {
        var title = matter.Title.TrimEnd('。', '；', '，', ' ');
        return matter.Number is null ? title : $"{matter.Number} {title}";
    }

    /// <summary>"2026-03-12（周四）", or with the time of day for a limit in hours.</summary>
    public static string Due(WorkTask task)
    {
        if (task.DueDate is { } day)
            return $"{ShanghaiTime.Text(day)}（{ShanghaiTime.Weekday(day)}）";
        return task.DueInstant is { } instant ? ShanghaiTime.Text(instant) : "无期限";
    }

    public static NoticeTarget Target(TaskAssignment assignment) =>
        assignment.PersonId is { } person ? NoticeTarget.Person(person) : NoticeTarget.Post(assignment.PostId!.Value);
}
