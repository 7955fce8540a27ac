using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Documents;
using SpecialEquipment.Workflow.Capabilities.Shared.Holds;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage.Conventions;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>What the service of an instruction sets going, whether it is recorded with the issue or afterwards.</summary>
internal static class InstructionService
{
    private static readonly DeadlineBasis NamedBasis =
        new(MatterDeadlines.NamedDate, "监察指令书指定的整改期限", "监察指令书送达", "《特种设备安全监督检查办法》（市场监管总局令第57号）", "第29条");

    /// <summary>The newest instruction, as long as it has not reached the unit.</summary>
    public static async Task<Instruction?> UnservedAsync(Guid matterId, ActContext act, CancellationToken cancellation) =>
        await act.Db.Set<Instruction>().Where(i => i.MatterId == matterId).OrderByDescending(i => i.Serial).FirstOrDefaultAsync(cancellation) is { ServedAt: null } waiting
            ? waiting : null;

    public static void Write(Instruction instruction, DocumentService service) =>
        (instruction.ServiceMode, instruction.Receiver, instruction.ServedAt, instruction.Refused, instruction.ServiceNote, instruction.Proof) =
            (UpperSnake.TryTo<ServiceMode>(service.Mode, out var mode) ? mode : null, service.Receiver, service.ServedAt, service.Refused, service.Note, service.Proof);

    /// <summary>From the day of service: the named date, the plan's limit and the order not to use the equipment.</summary>
    public static async Task StartClocksAsync(ActContext act, Matter matter, Instruction instruction, RulesInForce rules, CancellationToken cancellation)
    {
        var served = instruction.ServedAt!.Value;
        if (instruction.StopUse && (await act.Db.OpenHoldsAsync(matter.Id, cancellation)).All(h => h.Kind != HoldKind.StopUse))
            act.PlaceHold(matter.Id, HoldKind.StopUse, Articles.StopUse, await DeviceAsync(act, matter.Id, cancellation), DocumentTemplates.SafetySupervisionInstruction);
        await act.NameDateAsync(matter, instruction.Deadline, served, NamedBasis, rules, cancellation);
        if (matter.State != HazardState.ReinspectionFailed)
            act.StartDeadline(matter, matter.Grade == HazardGrade.Major ? "planDueMajor" : "planDueGeneral", served, rules);
    }

    public static Task<Guid?> DeviceAsync(ActContext act, Guid matterId, CancellationToken cancellation) =>
        act.Db.Set<Hazard>().Where(h => h.MatterId == matterId).Select(h => h.EquipmentId).SingleAsync(cancellation);

    /// <summary>Issued and not yet served: no date runs, least of all the one it is to replace.</summary>
    public static async Task AwaitServiceAsync(ActContext act, Matter matter, CancellationToken cancellation)
    {
        await act.CancelDeadlinesAsync(matter.Id, MatterDeadlines.NamedDate, "由监察指令书指定的期限取代，自送达之日起算", cancellation);
        (matter.RectifyBy, matter.IsOverdue) = (null, false);
    }
}
