using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Holds;
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

    /// <summary>Only while the unit rectifies by itself: why that no longer suffices although its date has not passed.</summary>
    public string? SelfRectificationRefusal { get; init; }
}

/// <summary>How the instruction was handed over (DOMAIN §4.0 "Service of documents").</summary>
public sealed record ServiceForm(ServiceMode? Mode, string? Receiver, DateTimeOffset? ServedAt, bool Refused, string? Note);

/// <summary>GRADED → ORDERED: two inspectors order in writing what is to be done by which named date.</summary>
public sealed class IssueInstruction : MatterCommand<InstructionForm>
{
    public override string Name => "issue-instruction";
    public override string DisplayName => "下达监察指令书";
    protected override string Article => Articles.InstructionInWriting;
    protected override IReadOnlyList<HazardState> From => [HazardState.Graded, HazardState.SelfRectifying];
    protected override Who By => Who.Official(PostKinds.Inspector);
    protected override SecondPerson Second(CommandCall<InstructionForm> call) => new(PostKinds.Inspector, call.Form.SecondInspectorId, "secondInspectorId");

    protected override Task<CommandAvailability?> ForbiddenAsync(Matter matter, ActContext act, CancellationToken cancellation) =>
        Task.FromResult(matter.Grade == HazardGrade.Major ? CommandAvailability.Refused(GradeHazard.MajorComing) : null);

    protected override async Task CheckAsync(CommandCall<InstructionForm> call, Objections objections, CancellationToken cancellation)
    {
        var form = call.Form;
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
        CheckService(call, (await HazardRows.OfAsync(call, cancellation)).FoundAt, objections);
        CheckDate(call, objections);
        if (call.Matter is { State: HazardState.SelfRectifying, IsOverdue: false } && string.IsNullOrWhiteSpace(form.SelfRectificationRefusal))
            objections.Add("selfRectificationRefusal", "自行整改期限未过时应说明下达指令的理由（拒不整改等）", "实际为空", Articles.InstructionInWriting);
    }

    private static void CheckService(CommandCall<InstructionForm> call, DateTimeOffset foundAt, Objections objections)
    {
        if (call.Form.Service is not { } service)
        {
            objections.Add("service", "应有送达记录", "实际没有", Articles.Service);
            return;
        }
        objections.Required("service.mode", service.Mode, "送达方式", Articles.Service);
        objections.Text("service.receiver", service.Receiver, "接收人", Articles.Service, 120);
        if (service.ServedAt > call.Now)
            objections.Add("service.servedAt", $"应不晚于 {ShanghaiTime.Text(call.Now)}", $"实际为 {ShanghaiTime.Text(service.ServedAt.Value)}", Articles.Service);
        // a paper cannot have been handed over before there was anything to order; an earlier day would eat the unit's time
        else if (service.ServedAt < foundAt)
            objections.Add("service.servedAt", $"应不早于发现隐患的时间 {ShanghaiTime.Text(foundAt)}", $"实际为 {ShanghaiTime.Text(service.ServedAt.Value)}", Articles.Service);
        if (service.Refused && string.IsNullOrWhiteSpace(service.Note))
            objections.Add("service.note", "拒绝签收的应注明情况并留存照片、录音或录像", "实际为空", Articles.Service);
        if (service.Mode == ServiceMode.Electronic && string.IsNullOrWhiteSpace(service.Note))
            objections.Add("service.note", "电子送达应注明当事人的书面同意", "实际为空", "《行政处罚法》第六十一条");
        if (service is { Mode: ServiceMode.Left } && string.IsNullOrWhiteSpace(service.Note))
            objections.Add("service.note", "留置送达应注明见证人或录像", "实际为空", Articles.Service);
    }

    private static void CheckDate(CommandCall<InstructionForm> call, Objections objections)
    {
        if (!objections.Required("deadline", call.Form.Deadline, "整改期限（指定日期）", Articles.NamedDate))
            return;
        var date = call.Form.Deadline!.Value;
        var served = ServedAt(call);
        if (date < call.Today)
            objections.Add("deadline", $"应不早于今天 {ShanghaiTime.Text(call.Today)}", $"实际为 {ShanghaiTime.Text(date)}", Articles.NamedDate);
        if (call.Rules.Policy.FindRule("instructionMax", ShanghaiTime.DateOf(served), call.Matter.RegionCode) is not { } rule)
            return; // a service older than any rule has been objected to already
        var latest = DeadlineCalculator.Compute(served, rule.Limit, call.Rules.Calendar).Day!.Value;
        if (date > latest)
            objections.Add("deadline", $"应不晚于 {ShanghaiTime.Text(latest)}（送达后 {rule.Limit}，未挂牌）", $"实际为 {ShanghaiTime.Text(date)}", rule.Basis);
    }

    /// <summary>Without a stated time the paper is handed over when the second inspector has signed it: before that it is none.</summary>
    private static DateTimeOffset ServedAt(CommandCall<InstructionForm> call) =>
        call.Form.Service?.ServedAt is { } served && served <= call.Now ? served.ToUniversalTime() : call.Now;

    protected override async Task<Effect> PerformAsync(CommandCall<InstructionForm> call, CancellationToken cancellation)
    {
        var (matter, act, form) = (call.Matter, call.Act, call.Form);
        var (date, served) = (form.Deadline!.Value, ServedAt(call));
        var instruction = await WriteAsync(call, served, cancellation);
        if (form.StopUse)
            act.PlaceHold(matter.Id, HoldKind.StopUse, Articles.InstructionInWriting);

        await act.NameDateAsync(matter, date, served, NamedBasis, call.Rules, cancellation);
        act.StartDeadline(matter, "planDueGeneral", served, call.Rules);
        var workingDay = call.Rules.Calendar.IsWorkingDay(date);
        var summary = $"下达监察指令书，限 {ShanghaiTime.Text(date)} 前整改{(form.StopUse ? "，责令停止使用" : "")}{(instruction.Refused ? "（拒绝签收，已记录）" : "")}";
        return new Effect(HazardState.Ordered, summary)
        {
            EventTime = served,
            Message = workingDay ? null : $"{summary}。注意：{ShanghaiTime.Text(date)}（{ShanghaiTime.Weekday(date)}）不是工作日，指定日期不顺延。",
        }.Raising(HazardSignals.InstructionIssued, ("deadline", ShanghaiTime.Text(date)), ("servedAt", served.ToString("O")), ("serial", instruction.Serial));
    }

    internal static DeadlineBasis NamedBasis { get; } =
        new(MatterDeadlines.NamedDate, "监察指令书指定的整改期限", "监察指令书送达", "《特种设备安全监督检查办法》（市场监管总局令第57号）", "第29条");

    private static async Task<Instruction> WriteAsync(CommandCall<InstructionForm> call, DateTimeOffset served, CancellationToken cancellation)
    {
        var (form, service) = (call.Form, call.Form.Service!);
        var first = call.First.PersonId is { } one ? await call.Directory.FindPersonAsync(one, cancellation) : null;
        var second = call.Second!.PersonId is { } two ? await call.Directory.FindPersonAsync(two, cancellation) : null;
        var instruction = new Instruction
        {
            Id = Guid.CreateVersion7(call.Now), MatterId = call.Matter.Id,
            Serial = await call.Db.Set<Instruction>().CountAsync(i => i.MatterId == call.Matter.Id, cancellation) + 1,
            Items = [.. form.Items!.Select(i => new InstructionItem(i.Problem!.Trim(), i.Clause!.Trim(), i.Measure!.Trim()))],
            LegalBasis = form.LegalBasis!.Trim(), Deadline = form.Deadline!.Value, StopUse = form.StopUse, IssuedAt = call.Now,
            FirstInspectorId = first?.Id, FirstInspectorName = call.First.Name, FirstCertificate = first?.CertificateNumber,
            SecondInspectorId = second?.Id, SecondInspectorName = call.Second.Name, SecondCertificate = second?.CertificateNumber,
            ServiceMode = service.Mode!.Value, Receiver = service.Receiver!.Trim(), ServedAt = served, Refused = service.Refused, ServiceNote = service.Note?.Trim(),
        };
        call.Db.Set<Instruction>().Add(instruction);
        return instruction;
    }
}
