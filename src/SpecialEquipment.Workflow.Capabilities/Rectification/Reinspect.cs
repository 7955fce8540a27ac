using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Attachments;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Holds;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Rectification;

public sealed record ReinspectionForm : MatterForm
{
    public ReinspectionMethod? Method { get; init; }
    public Guid? SecondInspectorId { get; init; }
    public IReadOnlyList<ReinspectionItem?>? Items { get; init; }
    public ReinspectionResult? Result { get; init; }
    public DateOnly? NewDeadline { get; init; }
    public IReadOnlyList<AttachmentRef>? Evidence { get; init; }
}

/// <summary>
/// REPORT_SUBMITTED → REINSPECTING while the second inspector has not signed → PASSED, or REINSPECTION_FAILED, which ends when the new
/// instruction with the new date is served. Nobody re-inspects what he reported himself.
/// </summary>
public sealed class Reinspect : MatterCommand<ReinspectionForm>
{
    public override string Name => "reinspect";
    public override string DisplayName => "复查";
    protected override string Article => Articles.Reinspection;
    protected override IReadOnlyList<HazardState> From => [HazardState.ReportSubmitted];
    protected override Who By => Who.Official(PostKinds.Inspector);
    protected override SecondPerson Second(CommandCall<ReinspectionForm> call) => new(PostKinds.Inspector, call.Form.SecondInspectorId, "secondInspectorId");
    protected override HazardState WhileWaiting(HazardState state) => HazardState.Reinspecting;

    protected override async Task CheckAsync(CommandCall<ReinspectionForm> call, Objections objections, CancellationToken cancellation)
    {
        var form = call.Form;
        objections.Required("method", form.Method, "复查方式（现场或书面）", Articles.Reinspection);
        objections.Required("result", form.Result, "复查结论", Articles.Reinspection);
        if (form.Items is null or { Count: 0 })
            objections.Add("items", "应逐项记录复查结果", "实际没有", Articles.Reinspection);
        for (var i = 0; i < (form.Items?.Count ?? 0); i++)
        {
            var item = form.Items![i];
            objections.Text($"items[{i}].item", item?.Item, "复查项目", Articles.Reinspection, 500);
            objections.Required($"items[{i}].passed", item?.Passed, "是否合格", Articles.Reinspection);
            if (item?.Passed == false)
                objections.Text($"items[{i}].note", item.Note, "不合格情况", Articles.Reinspection, 500);
        }
        CheckResult(call, objections);
        var submitter = await call.Db.Set<RectificationReport>().Where(r => r.MatterId == call.Matter.Id).OrderByDescending(r => r.Serial)
            .Select(r => r.SubmittedById).FirstOrDefaultAsync(cancellation);
        if (submitter is not null && (submitter == call.First.PersonId || submitter == (call.Second?.PersonId ?? form.SecondInspectorId)))
            objections.Add("secondInspectorId", "复查人员应不是整改报告提交人", "实际是同一人", Articles.TwoInspectors);
    }

    private static void CheckResult(CommandCall<ReinspectionForm> call, Objections objections)
    {
        var form = call.Form;
        var failed = form.Items?.Any(i => i?.Passed == false) ?? false;
        if (form.Result == ReinspectionResult.Passed && failed)
            objections.Add("result", "有不合格项目时结论应为不合格", "实际为合格", Articles.Reinspection);
        if (form.Result != ReinspectionResult.Failed)
            return;
        if (!failed)
            objections.Add("items", "结论不合格时应至少有一项不合格", "实际全部合格", Articles.Reinspection);
        if (!objections.Required("newDeadline", form.NewDeadline, "新的整改期限", Articles.Reinspection))
            return;
        var date = form.NewDeadline!.Value;
        var rule = call.Rules.Policy.Rule("instructionMax", call.Now, call.Matter.RegionCode);
        var latest = DeadlineCalculator.Compute(call.Now, rule.Limit, call.Rules.Calendar).Day!.Value;
        if (date < call.Today)
            objections.Add("newDeadline", $"应不早于今天 {ShanghaiTime.Text(call.Today)}", $"实际为 {ShanghaiTime.Text(date)}", Articles.Reinspection);
        else if (date > latest)
            objections.Add("newDeadline", $"应不晚于 {ShanghaiTime.Text(latest)}（{rule.Limit}）", $"实际为 {ShanghaiTime.Text(date)}", rule.Basis);
    }

    protected override async Task<Rejection?> BindAsync(CommandCall<ReinspectionForm> call, CancellationToken cancellation) =>
        call.Form.Evidence is not { Count: > 0 } files ? null
            : (await call.Act.Services.GetRequiredService<IAttachmentBinder>().BindAsync(call.Act, call.Matter.Id, "EVIDENCE", files, "evidence", cancellation)).Rejection;

    protected override async Task<Effect> PerformAsync(CommandCall<ReinspectionForm> call, CancellationToken cancellation)
    {
        var (matter, act, form) = (call.Matter, call.Act, call.Form);
        var record = await WriteAsync(call, cancellation);
        await act.MeetDeadlinesAsync(matter.Id, "reinspect", call.Now, cancellation);
        var method = form.Method == ReinspectionMethod.Site ? "现场" : "书面";
        if (form.Result == ReinspectionResult.Passed)
        {
            await act.LiftHoldsAsync(matter.Id, HoldKind.StopUse, cancellation);
            act.StartDeadline(matter, "signOffDecision", call.Now, call.Rules);
            return new Effect(HazardState.Passed, $"{method}复查合格").Raising(RectificationSignals.ReinspectionPassed, ("serial", record.Serial));
        }

        var date = form.NewDeadline!.Value;
        // named for the instruction that follows in this commit; it runs from that one's service
        (matter.RectifyBy, matter.IsOverdue) = (date, false);
        var problems = record.Items.Where(i => i.Passed == false).Select(i => $"{i.Item}：{i.Note}").ToArray();
        return new Effect(HazardState.ReinspectionFailed, $"{method}复查不合格：{string.Join("；", problems)}；限 {ShanghaiTime.Text(date)} 前重新整改，待送达监察指令书")
        {
            Message = $"复查不合格，新的整改期限为 {ShanghaiTime.Text(date)}，自监察指令书送达后执行。",
        }.Raising(RectificationSignals.ReinspectionFailed, ("newDeadline", ShanghaiTime.Text(date)), ("serial", record.Serial), ("problems", problems),
            ("firstInspectorId", record.FirstInspectorId?.ToString("D")), ("secondInspectorId", record.SecondInspectorId?.ToString("D"))).MajorWorkBegins(matter);
    }

    private static async Task<Reinspection> WriteAsync(CommandCall<ReinspectionForm> call, CancellationToken cancellation)
    {
        var first = call.First.PersonId is { } one ? await call.Directory.FindPersonAsync(one, cancellation) : null;
        var second = call.Second!.PersonId is { } two ? await call.Directory.FindPersonAsync(two, cancellation) : null;
        var record = new Reinspection
        {
            Id = Guid.CreateVersion7(call.Now), MatterId = call.Matter.Id,
            Serial = await call.Db.Set<Reinspection>().CountAsync(r => r.MatterId == call.Matter.Id, cancellation) + 1,
            Method = call.Form.Method!.Value, Items = [.. call.Form.Items!.Select(i => i!)], Result = call.Form.Result!.Value,
            NewDeadline = call.Form.Result == ReinspectionResult.Failed ? call.Form.NewDeadline : null, ReinspectedAt = call.Now,
            FirstInspectorId = first?.Id, FirstInspectorName = call.First.Name, FirstCertificate = first?.CertificateNumber,
            SecondInspectorId = second?.Id, SecondInspectorName = call.Second.Name, SecondCertificate = second?.CertificateNumber,
        };
        call.Db.Set<Reinspection>().Add(record);
        return record;
    }
}
