using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Engine.Activities;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>
/// After a failed re-inspection the two inspectors who signed it have ordered a new date: the next instruction is written from what
/// they recorded, and waits for its service: until then nothing runs. A hazard that the unit had been rectifying without any
/// instruction is ordered by it for the first time, and everything goes on as after any other first instruction.
/// </summary>
public sealed class RenewInstruction : IHostActivity
{
    public ActivityDescriptor Descriptor { get; } = new("SpecialEquipment.RenewInstruction", 1, "续发监察指令", "特种设备监管", "复查不合格后，按复查记录和新的期限形成新的监察指令书，待送达；此前没有指令书的，即转为指令整改。")
    {
        Inputs =
        [
            new InputDescriptor("Problems", "Object", "不合格项目", "复查不合格信号所带的 problems"),
            new InputDescriptor("FirstInspectorId", "String", "第一名复查人员"),
            new InputDescriptor("SecondInspectorId", "String", "第二名复查人员"),
        ],
        Ports = [new PortDescriptor("Done", "完成")],
    };

    public async ValueTask<ActivityOutcome> StartAsync(HostCall call, CancellationToken cancellation)
    {
        var matter = await call.MatterAsync(cancellation);
        var act = call.Act();
        var directory = act.Services.GetRequiredService<IDirectory>();
        var before = await act.Db.Set<Instruction>().AsNoTracking().Where(i => i.MatterId == matter.Id).OrderByDescending(i => i.Serial).FirstOrDefaultAsync(cancellation);
        var first = Guid.TryParse(call.Text("FirstInspectorId"), out var one) ? await directory.FindPersonAsync(one, cancellation) : null;
        var second = Guid.TryParse(call.Text("SecondInspectorId"), out var two) ? await directory.FindPersonAsync(two, cancellation) : null;
        var problems = (call.Inputs.GetValueOrDefault("Problems") as IEnumerable<object?>)?.Select(p => p?.ToString() ?? "").Where(p => p.Length > 0).ToList() ?? [];

        var instruction = new Instruction
        {
            Id = Guid.CreateVersion7(call.Now), MatterId = matter.Id, Serial = (before?.Serial ?? 0) + 1,
            Items = [.. problems.Select(p => new InstructionItem(p, before?.Items.FirstOrDefault()?.Clause, "限期重新整改到位"))],
            LegalBasis = before?.LegalBasis ?? Articles.InstructionInWriting, Deadline = matter.RectifyBy!.Value, StopUse = before?.StopUse ?? false, IssuedAt = call.Now,
            FirstInspectorId = first?.Id, FirstInspectorName = first?.Name ?? "", FirstCertificate = first?.CertificateNumber,
            SecondInspectorId = second?.Id, SecondInspectorName = second?.Name ?? "", SecondCertificate = second?.CertificateNumber,
        };
        act.Db.Set<Instruction>().Add(instruction);
        await InstructionService.AwaitServiceAsync(act, matter, cancellation);
        // the document that follows in this step is printed from the newest instruction in the database
        await act.Db.SaveChangesAsync(cancellation);
        if (before is null)
            Order(act, matter, instruction);
        return ActivityOutcome.Done();
    }

    private static void Order(ActContext act, Matter matter, Instruction instruction)
    {
        matter.State = HazardState.Ordered;
        act.Record(new LedgerFact(matter.Id, "renew-instruction", $"自行整改复查不合格，下达监察指令书，限 {ShanghaiTime.Text(instruction.Deadline)} 前整改，待送达") { StateAfter = matter.State.Code() });
        act.Raise(HazardSignals.InstructionIssued, matter.Id, new Dictionary<string, object?>
        {
            ["deadline"] = ShanghaiTime.Text(instruction.Deadline), ["servedAt"] = null, ["serial"] = instruction.Serial, ["grade"] = matter.Grade?.Code(),
        });
    }

    public ValueTask<ActivityOutcome> ResumeAsync(HostCall call, Resumption resumption, CancellationToken cancellation) => new(ActivityOutcome.Done());

    public ValueTask CancelAsync(HostCall call, CancellationToken cancellation) => default;
}
