using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Documents;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

public sealed record InstructionForm : MatterForm
{
    public IReadOnlyList<InstructionItem>? Items { get; init; }
    public string? LegalBasis { get; init; }
    public DateOnly? Deadline { get; init; }
    public bool StopUse { get; init; }
    public Guid? SecondInspectorId { get; init; }
    public ServiceForm? Service { get; init; }

    /// <summary>It is issued now and served later, by <c>serve-instruction</c>; then there is no service record yet.</summary>
    public bool ServeLater { get; init; }

    /// <summary>Only while the unit rectifies by itself: why that no longer suffices although its date has not passed.</summary>
    public string? SelfRectificationRefusal { get; init; }
}

/// <summary>
/// GRADED, SELF_RECTIFYING → ORDERED: two inspectors order in writing what is to be done by which named date. An instruction that could
/// not be served yet is replaced by another one without a change of state, e.g. because its date has passed meanwhile.
/// </summary>
public sealed class IssueInstruction : MatterCommand<InstructionForm>
{
    public override string Name => "issue-instruction";
    public override string DisplayName => "下达监察指令书";
    protected override string Article => Articles.InstructionInWriting;
    protected override IReadOnlyList<HazardState> From => [HazardState.Graded, HazardState.SelfRectifying, HazardState.Ordered, HazardState.ReinspectionFailed];
    protected override Who By => Who.Official(PostKinds.Inspector);
    protected override SecondPerson Second(CommandCall<InstructionForm> call) => new(PostKinds.Inspector, call.Form.SecondInspectorId, "secondInspectorId");

    protected override async Task CheckAsync(CommandCall<InstructionForm> call, Objections objections, CancellationToken cancellation)
    {
        CheckContent(call.Form, objections);
        var service = await CheckServiceAsync(call, objections, cancellation);
        CheckDate(call, service?.ServedAt ?? call.Now, objections);
        if (call.Matter is { State: HazardState.SelfRectifying, IsOverdue: false } && string.IsNullOrWhiteSpace(call.Form.SelfRectificationRefusal))
            objections.Add("selfRectificationRefusal", "自行整改期限未过时应说明下达指令的理由（拒不整改等）", "实际为空", Articles.InstructionInWriting);
    }

    /// <summary>What every instruction says, the first one and one that follows an emergency measure.</summary>
    internal static void CheckContent(InstructionForm form, Objections objections)
    {
        if (form.Items is null or { Count: 0 })
            objections.Add("items", "应至少列明一项问题", "实际没有", Articles.InstructionInWriting);
        for (var i = 0; i < (form.Items?.Count ?? 0); i++)
        {
            var item = form.Items![i];
            objections.Text($"items[{i}].problem", item?.Problem, "存在的问题", Articles.InstructionInWriting, 500);
            objections.Text($"items[{i}].clause", item?.Clause, "违反的条款", Articles.InstructionInWriting, 500);
            objections.Text($"items[{i}].measure", item?.Measure, "整改措施要求", Articles.InstructionInWriting, 500);
        }
        objections.Text("legalBasis", form.LegalBasis, "法律依据", Articles.InstructionInWriting, 1000);
    }

    /// <summary>The service recorded with the issue; null when there is none yet or it is not good.</summary>
    private static async Task<DocumentService?> CheckServiceAsync(CommandCall<InstructionForm> call, Objections objections, CancellationToken cancellation)
    {
        if (call.Form is { ServeLater: true, Service: null })
            return null;
        if (call.Form.ServeLater)
            objections.Add("service", "另行送达的应不填送达记录", "实际已填", Articles.Service);
        return (await RulesAsync(call, cancellation)).Check(call.Form.Service, objections);
    }

    /// <summary>A paper cannot have been handed over before there was anything to order; an earlier day would eat the unit's time.</summary>
    internal static async Task<ServiceRules> RulesAsync(CommandCall<InstructionForm> call, CancellationToken cancellation) =>
        new((await HazardRows.OfAsync(call, cancellation)).FoundAt, "发现隐患的时间", call.Now, call.Rules, call.Matter.RegionCode);

    private static void CheckDate(CommandCall<InstructionForm> call, DateTimeOffset served, Objections objections)
    {
        if (!objections.Required("deadline", call.Form.Deadline, "整改期限（指定日期）", Articles.NamedDate))
            return;
        var date = call.Form.Deadline!.Value;
        if (date < call.Today)
            objections.Add("deadline", $"应不早于今天 {ShanghaiTime.Text(call.Today)}", $"实际为 {ShanghaiTime.Text(date)}", Articles.NamedDate);
        if (call.Rules.Policy.FindRule("instructionMax", ShanghaiTime.DateOf(served), call.Matter.RegionCode) is not { } rule)
            return; // a service older than any rule has been objected to already
        var latest = DeadlineCalculator.Compute(served, rule.Limit, call.Rules.Calendar).Day!.Value;
        if (date > latest)
            objections.Add("deadline", $"应不晚于 {ShanghaiTime.Text(latest)}（送达后 {rule.Limit}，未挂牌）", $"实际为 {ShanghaiTime.Text(date)}", rule.Basis);
    }

    protected override async Task<Effect> PerformAsync(CommandCall<InstructionForm> call, CancellationToken cancellation)
    {
        var (matter, act, form) = (call.Matter, call.Act, call.Form);
        var date = form.Deadline!.Value;
        var replaces = matter.State is HazardState.Ordered or HazardState.ReinspectionFailed;
        var service = form.ServeLater ? null : (await RulesAsync(call, cancellation)).Check(form.Service, new Objections());
        var instruction = await WriteAsync(call, date, service, cancellation);
        await EmergencyMeasures.SupplementAsync(act, matter.Id, cancellation);
        if (service is null)
            await InstructionService.AwaitServiceAsync(act, matter, cancellation);
        else
            await InstructionService.StartClocksAsync(act, matter, instruction, call.Rules, cancellation);

        var summary = $"{(replaces ? "重新下达" : "下达")}监察指令书，限 {ShanghaiTime.Text(date)} 前整改{(form.StopUse ? "，责令停止使用" : "")}{Served(service)}";
        return new Effect(StateAfter(matter.State, service), summary)
        {
            EventTime = service?.ServedAt,
            Message = call.Rules.Calendar.IsWorkingDay(date) ? null : $"{summary}。注意：{ShanghaiTime.Text(date)}（{ShanghaiTime.Weekday(date)}）不是工作日，指定日期不顺延。",
        }.Raising(replaces ? HazardSignals.InstructionReissued : HazardSignals.InstructionIssued,
            ("deadline", ShanghaiTime.Text(date)), ("servedAt", service?.ServedAt.ToString("O")), ("serial", instruction.Serial), ("grade", matter.Grade!.Value.Code()));
    }

    private static string Served(DocumentService? service) => service is null ? "，待送达" : service.Refused ? "（拒绝签收，已记录）" : "";

    private static HazardState StateAfter(HazardState before, DocumentService? service) =>
        before != HazardState.ReinspectionFailed ? HazardState.Ordered : service is null ? before : HazardState.Rectifying;

    internal static async Task<Instruction> WriteAsync(CommandCall<InstructionForm> call, DateOnly date, DocumentService? service, CancellationToken cancellation)
    {
        var form = call.Form;
        var first = call.First.PersonId is { } one ? await call.Directory.FindPersonAsync(one, cancellation) : null;
        var second = call.Second!.PersonId is { } two ? await call.Directory.FindPersonAsync(two, cancellation) : null;
        var instruction = new Instruction
        {
            Id = Guid.CreateVersion7(call.Now), MatterId = call.Matter.Id,
            Serial = await call.Db.Set<Instruction>().CountAsync(i => i.MatterId == call.Matter.Id, cancellation) + 1,
            Items = [.. form.Items!.Select(i => new InstructionItem(i.Problem!.Trim(), i.Clause!.Trim(), i.Measure!.Trim()))],
            LegalBasis = form.LegalBasis!.Trim(), Deadline = date, StopUse = form.StopUse, IssuedAt = call.Now,
            FirstInspectorId = first?.Id, FirstInspectorName = call.First.Name, FirstCertificate = first?.CertificateNumber,
            SecondInspectorId = second?.Id, SecondInspectorName = call.Second.Name, SecondCertificate = second?.CertificateNumber,
        };
        if (service is not null)
            InstructionService.Write(instruction, service);
        call.Db.Set<Instruction>().Add(instruction);
        return instruction;
    }
}
