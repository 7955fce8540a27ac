using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Documents;
using SpecialEquipment.Workflow.Engine.Activities;

namespace SpecialEquipment.Workflow.Capabilities.Documents;

/// <summary>The flow's door to <see cref="IssueDocument"/>. A flow that asks for a document the facts do not carry has a defect: an incident, not a branch.</summary>
internal sealed class IssueDocumentActivity(TemplateCatalogue templates) : IHostActivity
{
    public ActivityDescriptor Descriptor { get; } = new(
        "SpecialEquipment.IssueDocument", 1, "制发文书", "文书", "按模板制发编号文书，内容由业务数据提供并在制发时固定。")
    {
        Inputs =
        [
            new("Template", "String", "文书模板")
            {
                UiHint = "dropdown", IsRequired = true,
                Options = [.. templates.All.Select(t => (t.Name, t.Code))],
            },
            new("Data", "Object", "补充内容", "业务数据之外、由流程给出的内容。") { UiHint = "multiline" },
            new("Serve", "Boolean", "同时送达", "业务数据中已有送达记录时，制发即送达；没有的，制发后待送达。") { UiHint = "checkbox", DefaultValue = false },
        ],
        Outputs = [new("DocumentId", "String", "文书标识"), new("Number", "String", "文号"), new("Served", "Boolean", "已送达")],
    };

    public async ValueTask<ActivityOutcome> StartAsync(HostCall call, CancellationToken cancellation)
    {
        if (!Guid.TryParse(call.CorrelationId, out var matterId))
        {
            throw new InvalidOperationException($"“{call.ActivityName}”：流程没有关联事项，不能制发文书。");
        }
        var act = call.Services.GetRequiredService<ActContext>();
        var template = call.Inputs.GetValueOrDefault("Template") as string ?? "";
        var data = call.Inputs.GetValueOrDefault("Data") as IReadOnlyDictionary<string, object?> ?? new Dictionary<string, object?>();
        var result = await call.Services.GetRequiredService<IDocumentIssuer>().IssueAsync(
            new IssueRequest(template, matterId, call.Inputs.GetValueOrDefault("Serve") is true),
            new DocumentReading(act.Db, call.Now, call.Services, data), cancellation);
        return result.Rejection is { } rejection
            ? throw new InvalidOperationException($"“{call.ActivityName}”不能制发文书（{rejection.Code}）：{rejection.Detail}")
            : ActivityOutcome.Through("Done", new Dictionary<string, object?> { ["DocumentId"] = result.Value.Id.ToString("D"), ["Number"] = result.Value.Number, ["Served"] = result.Value.ServedAt is not null });
    }

    public ValueTask<ActivityOutcome> ResumeAsync(HostCall call, Resumption resumption, CancellationToken cancellation) =>
        throw new InvalidOperationException("issuing a document never waits");

    public ValueTask CancelAsync(HostCall call, CancellationToken cancellation) => ValueTask.CompletedTask;
}
