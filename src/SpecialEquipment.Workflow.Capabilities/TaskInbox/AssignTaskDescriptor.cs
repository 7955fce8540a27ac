using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Engine.Activities;

namespace SpecialEquipment.Workflow.Capabilities.TaskInbox;

/// <summary>How the designer sees <see cref="AssignTask"/>.</summary>
internal static class AssignTaskDescriptor
{
    public const string TypeName = "SpecialEquipment.AssignTask";

    public static ActivityDescriptor Value { get; } = new(TypeName, 1, "派发任务", "监管业务", "把一项任务派给岗位或人员，限时办理，到期提醒，逾期催办、升级；按办理结果走不同出口。")
    {
        Kind = "Task",
        Inputs =
        [
            new("AssigneeKind", "String", "派给谁", "按岗位类别（由事项所在地区、部门确定）、使用单位岗位、指定人员，或此前办理过的同一人")
            {
                UiHint = "dropdown", IsRequired = true, DefaultValue = "POST_KIND",
                Options = [("岗位", "POST_KIND"), ("使用单位岗位", "ENTERPRISE_POST"), ("指定岗位", "POST"), ("指定人员", "PERSON"), ("同一办理人", "SAME_PERSON")],
            },
            new("PostKind", "String", "岗位类别") { UiHint = "dropdown", OptionSource = "post-kinds", Options = [.. PostKinds.All.Select(k => (PostKinds.NameOf(k), k))] },
            new("DepartmentCode", "String", "部门", "不填则为事项所属部门") { UiHint = "dropdown", OptionSource = "departments" },
            new("Person", "String", "人员", "人员编号的表达式"),
            new("Post", "String", "岗位", "岗位编号的表达式"),
            new("Title", "String", "任务名称") { IsRequired = true },
            new("Form", "String", "表单", "办理时填写的表单；命令名或自定名称"),
            new("Outcomes", "Object", "办理结果", "每一项是一个出口") { UiHint = "dynamic-outcomes" },
            new("Commands", "Object", "结果对应的命令", "选择该结果即对事项执行此命令，命令不准则办不结") { UiHint = "dictionary" },
            new("Signals", "Object", "信号对应的结果", "事项发出该信号时任务由此出口办结，不论谁办理") { UiHint = "dictionary" },
            new("Match", "Object", "信号须相符的内容", "信号所带内容与此处各项都相同才算数") { UiHint = "dictionary" },
            new("DeadlineRule", "String", "期限规则", "规则包中的期限") { UiHint = "dropdown", OptionSource = "deadline-rules" },
            new("DueDate", "String", "办理期限（日期）", "指定日期的表达式；与期限规则二选一"),
            new("StartFrom", "String", "起算时间", "不填则为派发之时"),
            new("OnOverdue", "String", "逾期时") { UiHint = "dropdown", DefaultValue = "STAY", Options = [("任务保留，继续催办", "STAY"), ("由“逾期”出口离开", "LEAVE")] },
            new("Escalate", "Boolean", "逾期时告知上级岗位") { UiHint = "checkbox", DefaultValue = false },
            new("EscalateNext", "String", "仍未办时再告知", "上级岗位之后，下一次催办时告知的岗位类别") { UiHint = "dropdown", OptionSource = "post-kinds", Options = [.. PostKinds.All.Select(k => (PostKinds.NameOf(k), k))] },
            new("Message", "String", "办理说明") { UiHint = "multiline" },
        ],
        Outputs =
        [
            new("TaskId", "String", "任务编号"),
            new("Outcome", "String", "办理结果"),
            new("Form", "Object", "填写内容"),
        ],
        Ports = [new(AssignTask.OverduePort, "逾期")],
    };
}
