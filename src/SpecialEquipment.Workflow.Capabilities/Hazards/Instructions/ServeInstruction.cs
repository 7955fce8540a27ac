using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Attachments;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Documents;
using SpecialEquipment.Workflow.Capabilities.Shared.Holds;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

public sealed record ServeForm : MatterForm
{
    public ServiceForm? Service { get; init; }

    /// <summary>The signed receipt, photos or recordings of the service.</summary>
    public IReadOnlyList<AttachmentRef>? Proof { get; init; }
}

/// <summary>
/// An issued instruction reaches the unit. Only now its date is named to anybody and the clocks that run from service start, on the day
/// of service (DOMAIN §4.0). ORDERED stays and the plan stage follows; after a failed re-inspection the unit goes on rectifying.
/// </summary>
public sealed class ServeInstruction : MatterCommand<ServeForm>
{
    public override string Name => "serve-instruction";
    public override string DisplayName => "送达监察指令书";
    protected override string Article => Articles.Service;
    protected override IReadOnlyList<HazardState> From => [HazardState.Ordered, HazardState.ReinspectionFailed];
    protected override Who By => Who.Official(PostKinds.Inspector, PostKinds.CaseOfficer);

    protected override async Task<CommandAvailability?> ForbiddenAsync(Matter matter, ActContext act, CancellationToken cancellation)
    {
        if (await InstructionService.UnservedAsync(matter.Id, act, cancellation) is null)
            return CommandAvailability.Refused("没有待送达的监察指令书。", Articles.Service);
        var documents = await act.Services.GetRequiredService<IDocumentRegister>().OfMatterAsync(act.Db, matter.Id, cancellation);
        return documents.Any(d => d is { Kind: DocumentTemplates.SafetySupervisionInstruction, State: "ISSUED" })
            ? null : CommandAvailability.Refused("监察指令书应先制发后送达，实际尚未制发。", Articles.Service);
    }

    protected override async Task CheckAsync(CommandCall<ServeForm> call, Objections objections, CancellationToken cancellation)
    {
        var instruction = (await InstructionService.UnservedAsync(call.Matter.Id, call.Act, cancellation))!;
        objections.Evidence("proof", call.Form.Proof, "送达证明材料", Articles.Service, required: false);
        if (Rules(call, instruction).Check(call.Form.Service, objections) is { } service && ShanghaiTime.DateOf(service.ServedAt) > instruction.Deadline)
            objections.Add("service.servedAt", $"应不晚于指令书指定的整改期限 {ShanghaiTime.Text(instruction.Deadline)}；期限已过的应重新下达", $"实际为 {ShanghaiTime.Text(ShanghaiTime.DateOf(service.ServedAt))}", Articles.NamedDate);
    }

    protected override async Task<Rejection?> BindAsync(CommandCall<ServeForm> call, CancellationToken cancellation) =>
        call.Form.Proof is not { Count: > 0 } files ? null
            : (await call.Act.Services.GetRequiredService<IAttachmentBinder>().BindAsync(call.Act, call.Matter.Id, "EVIDENCE", files, "proof", cancellation)).Rejection;

    protected override async Task<Effect> PerformAsync(CommandCall<ServeForm> call, CancellationToken cancellation)
    {
        var (matter, act) = (call.Matter, call.Act);
        var instruction = (await InstructionService.UnservedAsync(matter.Id, act, cancellation))!;
        var service = Rules(call, instruction).Check(call.Form.Service, new Objections())!;
        InstructionService.Write(instruction, service);
        await InstructionService.StartClocksAsync(act, matter, instruction, call.Rules, cancellation);
        var served = await act.Services.GetRequiredService<IDocumentIssuer>().ServeNewestAsync(matter.Id, DocumentTemplates.SafetySupervisionInstruction, service, act, cancellation);
        if (served.IsRejected)
            throw new InvalidOperationException(served.Rejection!.Detail);
        await act.Db.NameHoldsAsync(matter.Id, DocumentTemplates.SafetySupervisionInstruction, served.Value.Id, served.Value.Number, cancellation);
        await act.MeetDeadlinesAsync(matter.Id, "instructionServe", service.ServedAt, cancellation);
        var state = matter.State == HazardState.ReinspectionFailed ? HazardState.Rectifying : matter.State;
        var day = ShanghaiTime.Text(ShanghaiTime.DateOf(service.ServedAt));
        return new Effect(state, $"监察指令书 {served.Value.Number} 于 {day} 送达{(service.Refused ? "（拒绝签收，已记录）" : "")}，限 {ShanghaiTime.Text(instruction.Deadline)} 前整改")
        {
            EventTime = service.ServedAt, Kind = "document",
        }.Raising(HazardSignals.InstructionServed, ("servedAt", service.ServedAt.ToString("O")), ("deadline", ShanghaiTime.Text(instruction.Deadline)), ("serial", instruction.Serial));
    }

    private static ServiceRules Rules(CommandCall<ServeForm> call, Instruction instruction) =>
        new(ShanghaiTime.StartOf(ShanghaiTime.DateOf(instruction.IssuedAt)), "制发之日", call.Now, call.Rules, call.Matter.RegionCode);
}
