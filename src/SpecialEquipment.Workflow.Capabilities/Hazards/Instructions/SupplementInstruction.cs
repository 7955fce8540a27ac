using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Documents;
using SpecialEquipment.Workflow.Capabilities.Shared.Holds;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>
/// The written instruction that follows an emergency measure where one has been served already: it says what was ordered at the scene and
/// leaves the named date as it is. Before the first instruction, <see cref="IssueInstruction"/> itself is the supplement.
/// </summary>
public sealed class SupplementInstruction : MatterCommand<InstructionForm>
{
    public override string Name => "supplement-instruction";
    public override string DisplayName => "补发监察指令书";
    protected override string Article => Articles.Emergency;
    protected override IReadOnlyList<HazardState> From => [.. MatterStates.Instructed, HazardState.FixedOnTheSpot];
    protected override Who By => Who.Official(PostKinds.Inspector);
    protected override SecondPerson Second(CommandCall<InstructionForm> call) => new(PostKinds.Inspector, call.Form.SecondInspectorId, "secondInspectorId");

    protected override async Task<CommandAvailability?> ForbiddenAsync(Matter matter, ActContext act, CancellationToken cancellation) =>
        await EmergencyMeasures.AreOwedAsync(matter.Id, act, cancellation) ? null
            : CommandAvailability.Hidden with { Reason = "补发监察指令书应在采取紧急措施之后，实际没有待补发的紧急措施。" };

    protected override async Task CheckAsync(CommandCall<InstructionForm> call, Objections objections, CancellationToken cancellation)
    {
        IssueInstruction.CheckContent(call.Form, objections);
        if (call.Form.ServeLater)
            objections.Add("serveLater", "补发的监察指令书应随即送达", "实际另行送达", Articles.Emergency);
        (await IssueInstruction.RulesAsync(call, cancellation)).Check(call.Form.Service, objections);
        if (call.Form.Deadline is { } date && date != DateOf(call))
            objections.Add("deadline", $"补发不改变整改期限，应为 {ShanghaiTime.Text(DateOf(call))}", $"实际为 {ShanghaiTime.Text(date)}", Articles.NamedDate);
    }

    private static DateOnly DateOf(CommandCall<InstructionForm> call) => call.Matter.RectifyBy ?? call.Today;

    protected override async Task<Effect> PerformAsync(CommandCall<InstructionForm> call, CancellationToken cancellation)
    {
        var service = (await IssueInstruction.RulesAsync(call, cancellation)).Check(call.Form.Service, new Objections())!;
        var instruction = await IssueInstruction.WriteAsync(call, DateOf(call), service, cancellation);
        if (call.Form.StopUse && (await call.Db.OpenHoldsAsync(call.Matter.Id, cancellation)).All(h => h.Kind != HoldKind.StopUse))
            call.Act.PlaceHold(call.Matter.Id, HoldKind.StopUse, Articles.StopUse,
                await InstructionService.DeviceAsync(call.Act, call.Matter.Id, cancellation), DocumentTemplates.SafetySupervisionInstruction);
        await EmergencyMeasures.SupplementAsync(call.Act, call.Matter.Id, cancellation);
        return new Effect(call.Matter.State, $"补发监察指令书{(call.Form.StopUse ? "，责令停止使用" : "")}") { EventTime = instruction.ServedAt }
            .Raising(HazardSignals.InstructionSupplemented, ("serial", instruction.Serial));
    }
}
