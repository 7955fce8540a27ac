using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Documents;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

public sealed record RouteOutForm : MatterForm
{
    /// <summary>Code of the receiving department, e.g. HOUSING_CONSTRUCTION.</summary>
    public string? DepartmentCode { get; init; }
    public RoutingKind? Kind { get; init; }
    public string? Reason { get; init; }
}

/// <summary>
/// REPORTED → ROUTED_OUT: it lies with another department (routing table, DOMAIN §2.4). The letter goes out, and a task stays with the
/// receiver until it is received.
/// </summary>
public sealed class RouteOutHazard : MatterCommand<RouteOutForm>
{
    public override string Name => "route-out";
    public override string DisplayName => "转出";
    protected override string Article => Articles.RouteOut;
    protected override IReadOnlyList<HazardState> From => [HazardState.Reported];
    protected override Who By => Who.Official(PostKinds.CaseOfficer);

    /// <summary>What was sealed on the spot must be released, and what was ordered on the spot written down, while the case still can be acted on.</summary>
    protected override Task<CommandAvailability?> ForbiddenAsync(Matter matter, ActContext act, CancellationToken cancellation) => OwedFromTheScene.RefusalAsync(matter, act, cancellation);

    protected override async Task CheckAsync(CommandCall<RouteOutForm> call, Objections objections, CancellationToken cancellation)
    {
        objections.Required("kind", call.Form.Kind, "转出方式（抄告或移送）", Article);
        objections.Substance("reason", call.Form.Reason, "转出的理由", Article);
        if (!objections.Text("departmentCode", call.Form.DepartmentCode, "接收部门", Article, 40))
            return;
        if (await ReceiverAsync(call, cancellation) is not { } receiver)
            objections.Add("departmentCode", "应为本县部门代码", $"实际为“{call.Form.DepartmentCode}”", Article);
        else if (receiver.DepartmentId == call.Matter.DepartmentId)
            objections.Add("departmentCode", "应为其他部门", "实际为本机关", Article);
        else if (receiver.PostId is null)
            objections.Add("departmentCode", "接收部门应有可签收的负责人岗位", $"实际{receiver.Name}没有", Article);
    }

    protected override async Task<Effect> PerformAsync(CommandCall<RouteOutForm> call, CancellationToken cancellation)
    {
        var (form, kind) = (call.Form, call.Form.Kind!.Value);
        var receiver = (await ReceiverAsync(call, cancellation))!;
        call.Db.Set<HazardRouting>().Add(new HazardRouting
        {
            MatterId = call.Matter.Id, DepartmentId = receiver.DepartmentId, DepartmentCode = receiver.Code, DepartmentName = receiver.Name, Kind = kind,
            Reason = form.Reason!.Trim(), RoutedByName = call.First.Name, RoutedAt = call.Now,
        });
        await call.Act.MeetDeadlinesAsync(call.Matter.Id, "triage", call.Now, cancellation);
        var verb = kind == RoutingKind.Copy ? "抄告" : "移送";
        await call.Act.CloseAsync(call.Matter, $"已{verb}{receiver.Name}", cancellation);
        return new Effect(HazardState.RoutedOut, $"{verb}{receiver.Name}：{form.Reason!.Trim()}").Raising(
            HazardSignals.RoutedOut, ("departmentCode", receiver.Code), ("departmentName", receiver.Name),
            ("template", kind == RoutingKind.Copy ? DocumentTemplates.CopyNotification : DocumentTemplates.CaseTransferLetter));
    }

    private static async Task<Receiver?> ReceiverAsync(CommandCall<RouteOutForm> call, CancellationToken cancellation) =>
        (await call.Act.Services.GetRequiredService<IRoutingTable>().ReceiversAsync(call.Matter.RegionCode, call.Matter.PlaceType, cancellation))
            .FirstOrDefault(r => r.Code == call.Form.DepartmentCode!.Trim());
}
