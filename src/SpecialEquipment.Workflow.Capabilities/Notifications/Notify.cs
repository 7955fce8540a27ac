using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Flows;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Capabilities.Shared.Notices;
using SpecialEquipment.Workflow.Engine.Activities;

namespace SpecialEquipment.Workflow.Capabilities.Notifications;

/// <summary>告知: the flow tells a post or a person something and goes on.</summary>
internal sealed class Notify(INotices notices) : IHostActivity
{
    public const string TypeName = "SpecialEquipment.Notify";

    public ActivityDescriptor Descriptor { get; } = new(TypeName, 1, "发送消息", "监管业务", "告知岗位或人员一件事，不等待；岗位空缺时告知其上级岗位。")
    {
        Inputs =
        [
            new("AssigneeKind", "String", "告知谁")
            {
                UiHint = "dropdown", IsRequired = true, DefaultValue = "POST_KIND",
                Options = [("岗位", "POST_KIND"), ("使用单位岗位", "ENTERPRISE_POST"), ("指定人员", "PERSON")],
            },
            new("PostKind", "String", "岗位类别") { UiHint = "dropdown", OptionSource = "post-kinds", Options = [.. PostKinds.All.Select(k => (PostKinds.NameOf(k), k))] },
            new("DepartmentCode", "String", "部门", "不填则为事项所属部门") { UiHint = "dropdown", OptionSource = "departments" },
            new("Person", "String", "人员", "人员编号的表达式"),
            new("Kind", "String", "消息类别")
            {
                UiHint = "dropdown", DefaultValue = NoticeKind.Copy.Code(), Options = [.. Enum.GetValues<NoticeKind>().Select(k => (k.Name(), k.Code()))],
            },
            new("Title", "String", "标题") { IsRequired = true },
            new("Body", "String", "内容") { UiHint = "multiline" },
        ],
    };

    public async ValueTask<ActivityOutcome> StartAsync(HostCall call, CancellationToken cancellation)
    {
        var inputs = new FlowInputs(call.Inputs, call.ActivityName);
        var act = call.Services.GetRequiredService<ActContext>();
        var matter = Guid.TryParse(call.CorrelationId, out var id) ? await act.Db.Set<Matter>().AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, cancellation) : null;
        var title = inputs.Text("Title") ?? call.ActivityName;
        var target = await TargetAsync(inputs, matter, call, cancellation);
        await notices.SendAsync(new NoticeDraft(inputs.Choice("Kind", NoticeKind.Copy), title, inputs.Text("Body") ?? matter?.Title ?? title)
        {
            To = [target], MatterId = matter?.Id,
        }, act, cancellation);
        return ActivityOutcome.Done();
    }

    public ValueTask<ActivityOutcome> ResumeAsync(HostCall call, Resumption resumption, CancellationToken cancellation) => new(ActivityOutcome.Done());

    public ValueTask CancelAsync(HostCall call, CancellationToken cancellation) => ValueTask.CompletedTask;

    private static async Task<NoticeTarget> TargetAsync(FlowInputs inputs, Matter? matter, HostCall call, CancellationToken cancellation)
    {
        var directory = call.Services.GetRequiredService<IDirectory>();
        var assigneeKind = inputs.Text("AssigneeKind") ?? "POST_KIND";
        if (assigneeKind == "PERSON")
            return NoticeTarget.Person(inputs.Id("Person") ?? throw inputs.Wrong("Person", "没有给出人员"));
        var kind = inputs.Text("PostKind") ?? throw inputs.Wrong("PostKind", "没有给出岗位类别");
        if (matter is null)
            throw inputs.Wrong("AssigneeKind", "流程没有对应的事项，不能按岗位告知");
        var post = assigneeKind == "ENTERPRISE_POST" || PostKinds.IsEnterprisePost(kind)
            ? matter.EnterpriseId is { } enterprise
                ? await directory.ResolveEnterprisePostAsync(kind, enterprise, cancellation) ?? await directory.ResolveEnterprisePostAsync(PostKinds.Principal, enterprise, cancellation)
                : throw inputs.Wrong("AssigneeKind", "事项没有使用单位")
            : await directory.ResolvePostAsync(kind, await directory.CurrentRegionAsync(matter.RegionCode, matter.EnterpriseId, cancellation), inputs.Text("DepartmentCode"), cancellation);
        return NoticeTarget.Post((post ?? throw inputs.Wrong("PostKind", $"没有“{PostKinds.NameOf(kind)}”岗位")).Id);
    }
}
