using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

public sealed record ReceiveForm : MatterForm
{
    public string? Note { get; init; }
}

/// <summary>The receiving department signs for what was routed to it; from then on it is answerable there.</summary>
public sealed class ReceiveRouted : MatterCommand<ReceiveForm>
{
    public override string Name => "receive-routed";
    public override string DisplayName => "签收转办";
    protected override string Article => Articles.RouteOut;
    protected override IReadOnlyList<HazardState> From => [HazardState.RoutedOut];
    protected override Who By => Who.Official(PostKinds.DepartmentLeader, PostKinds.LiaisonOfficer);

    protected override async Task<CommandAvailability?> ForbiddenAsync(Matter matter, ActContext act, CancellationToken cancellation) =>
        await act.Db.Set<HazardRouting>().AnyAsync(r => r.MatterId == matter.Id && r.ReceivedAt == null, cancellation)
            ? null : CommandAvailability.Refused("应为尚未签收的转办，实际已签收。", Article);

    protected override async Task CheckAsync(CommandCall<ReceiveForm> call, Objections objections, CancellationToken cancellation)
    {
        if (call.Form.Note?.Trim().Length > 2000)
            objections.Add("note", "应不超过 2000 字", $"实际为 {call.Form.Note.Trim().Length} 字");
        var routing = await RoutingAsync(call, cancellation);
        if (call.Act.Actor.Posts.All(p => p.DepartmentId != routing.DepartmentId))
            objections.Add("", $"应由{routing.DepartmentName}签收", "实际您不在该部门", Article);
    }

    protected override async Task<Effect> PerformAsync(CommandCall<ReceiveForm> call, CancellationToken cancellation)
    {
        var routing = await RoutingAsync(call, cancellation);
        (routing.ReceivedAt, routing.ReceivedByName, routing.ReceiptNote) = (call.Now, call.First.Name, call.Form.Note?.Trim());
        return new Effect(HazardState.RoutedOut, $"{routing.DepartmentName}已签收").Raising(HazardSignals.RoutedReceived, ("departmentName", routing.DepartmentName));
    }

    private static Task<HazardRouting> RoutingAsync(CommandCall<ReceiveForm> call, CancellationToken cancellation) =>
        call.Db.Set<HazardRouting>().OrderByDescending(r => r.Key).FirstAsync(r => r.MatterId == call.Matter.Id, cancellation);
}
