using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Attachments;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Rectification;

public sealed record ReportSubmission : MatterForm
{
    public string? Text { get; init; }
    public IReadOnlyList<ReportItem?>? Items { get; init; }
    public decimal? FundsSpent { get; init; }
    public IReadOnlyList<AttachmentRef>? Before { get; init; }
    public IReadOnlyList<AttachmentRef>? After { get; init; }
}

/// <summary>RECTIFYING, SELF_RECTIFYING → REPORT_SUBMITTED; the re-inspection clock starts (O57 art. 29).</summary>
public sealed class SubmitReport : MatterCommand<ReportSubmission>
{
    public override string Name => "submit-report";
    public override string DisplayName => "提交整改报告";
    protected override string Article => Articles.NamedDate;
    protected override IReadOnlyList<HazardState> From => [HazardState.Rectifying, HazardState.SelfRectifying];
    protected override Who By => Who.Unit;

    protected override Task CheckAsync(CommandCall<ReportSubmission> call, Objections objections, CancellationToken cancellation)
    {
        var form = call.Form;
        objections.Substance("text", form.Text, "整改情况", Articles.NamedDate);
        if (form.Items is null or { Count: 0 })
            objections.Add("items", "应逐项说明整改完成情况", "实际没有", Articles.NamedDate);
        for (var i = 0; i < (form.Items?.Count ?? 0); i++)
        {
            var item = form.Items![i];
            objections.Substance($"items[{i}].measure", item?.Measure, "整改措施", Articles.NamedDate);
            if (objections.Required($"items[{i}].doneDate", item?.DoneDate, "完成日期", Articles.NamedDate) && item!.DoneDate > call.Today)
                objections.Add($"items[{i}].doneDate", $"应不晚于今天 {ShanghaiTime.Text(call.Today)}", $"实际为 {ShanghaiTime.Text(item.DoneDate!.Value)}", Articles.NamedDate);
            objections.Evidence($"items[{i}].evidence", item?.Evidence, "措施佐证", Articles.NamedDate, required: false);
        }
        if (objections.Required("fundsSpent", form.FundsSpent, "实际支出资金", Articles.NamedDate) && form.FundsSpent < 0)
            objections.Add("fundsSpent", "应不小于 0 元", $"实际为 {form.FundsSpent}", Articles.NamedDate);
        objections.Evidence("before", form.Before, "整改前照片", Articles.NamedDate);
        objections.Evidence("after", form.After, "整改后照片", Articles.NamedDate);
        return Task.CompletedTask;
    }

    protected override async Task<Rejection?> BindAsync(CommandCall<ReportSubmission> call, CancellationToken cancellation)
    {
        var binder = call.Act.Services.GetRequiredService<IAttachmentBinder>();
        var before = await binder.BindAsync(call.Act, call.Matter.Id, "BEFORE", call.Form.Before!, "before", cancellation);
        return before.Rejection ?? (await binder.BindAsync(call.Act, call.Matter.Id, "AFTER", call.Form.After!, "after", cancellation)).Rejection
            ?? await MeasureEvidence.BindAsync(call, [.. call.Form.Items!.Select(i => i!.Evidence)], cancellation);
    }

    protected override async Task<Effect> PerformAsync(CommandCall<ReportSubmission> call, CancellationToken cancellation)
    {
        var (matter, act, form) = (call.Matter, call.Act, call.Form);
        var late = matter.RectifyBy < call.Today;
        var serial = await call.Db.Set<RectificationReport>().CountAsync(r => r.MatterId == matter.Id, cancellation) + 1;
        call.Db.Set<RectificationReport>().Add(new RectificationReport
        {
            Id = Guid.CreateVersion7(call.Now), MatterId = matter.Id, Serial = serial, Text = form.Text!.Trim(), Items = [.. form.Items!.Select(i => i!)],
            FundsSpent = form.FundsSpent!.Value, SubmittedById = call.First.PersonId, SubmittedByName = call.First.Name, SubmittedAt = call.Now, Late = late,
        });
        foreach (var request in await call.Db.Set<ExtensionRequest>().Where(e => e.MatterId == matter.Id && e.State == ExtensionState.Pending).ToListAsync(cancellation))
            request.State = ExtensionState.Lapsed;
        await act.CancelDeadlinesAsync(matter.Id, "extensionDecide", "已提交整改报告，延期申请失效", cancellation);
        await act.MeetDeadlinesAsync(matter.Id, MatterDeadlines.NamedDate, call.Now, cancellation);
        act.StartDeadline(matter, "reinspect", call.Now, call.Rules);
        matter.IsOverdue = false;
        var summary = $"提交整改报告{(late ? "（已逾期）" : "")}，支出资金 {form.FundsSpent:0.##} 元";
        var bare = await MeasureEvidence.MissingAsync(matter, [.. form.Items!.Select(i => i!)], call.Db, cancellation);
        return new Effect(HazardState.ReportSubmitted, summary) { Message = bare.Count == 0 ? null : $"{summary}。重大隐患销号前，以下措施还应补充佐证：{string.Join("、", bare)}。" }
            .Raising(RectificationSignals.ReportSubmitted, ("serial", serial), ("late", late));
    }
}
