using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

public sealed record ShutDownForm : ClosingForm
{
    /// <summary>Number of the closure decision.</summary>
    public string? DecisionNumber { get; init; }

    /// <summary>The government or organ that decided.</summary>
    public string? Authority { get; init; }

    /// <summary>SEALED or SCRAPPED.</summary>
    public string? EquipmentStatus { get; init; }
}

/// <summary>Any open → CLOSED_SHUTDOWN: after a decision to close the unit or device down. The decision itself is the government's; here it is recorded.</summary>
public sealed class ShutDownHazard : ClosingCommand<ShutDownForm>
{
    public override string Name => "shutdown";
    public override string DisplayName => "关停关闭";
    protected override string Article => Articles.Shutdown;

    protected override async Task CheckAsync(CommandCall<ShutDownForm> call, Objections objections, CancellationToken cancellation)
    {
        await base.CheckAsync(call, objections, cancellation);
        objections.Text("decisionNumber", call.Form.DecisionNumber, "关停决定文号", Article, 60);
        objections.Text("authority", call.Form.Authority, "作出关停决定的机关", Article, 100);
        if (call.Form.EquipmentStatus is not ("SEALED" or "SCRAPPED"))
            objections.Add("equipmentStatus", "应为 SEALED（已封停）或 SCRAPPED（已报废）", $"实际为“{call.Form.EquipmentStatus}”", Article);
    }

    protected override async Task<Effect> PerformAsync(CommandCall<ShutDownForm> call, CancellationToken cancellation)
    {
        var form = call.Form;
        var hazard = await HazardRows.OfAsync(call, cancellation);
        var decision = $"{form.Authority!.Trim()}{form.DecisionNumber!.Trim()}";
        await EndAsync(call, new HazardClosure
        {
            MatterId = call.Matter.Id, Ground = ClosureGround.ShutDown, Reason = form.Reason!.Trim(), HappenedOn = form.HappenedOn!.Value,
            ReferenceNumber = form.DecisionNumber!.Trim(), Authority = form.Authority!.Trim(), OfficerName = call.First.Name, ApproverName = call.Second!.Name, ClosedAt = call.Now,
        }, $"已关停（{decision}）", cancellation);
        await SetEquipmentAsync(call, hazard, form.EquipmentStatus!, cancellation);
        return new Effect(HazardState.ClosedShutdown, $"依 {ShanghaiTime.Text(form.HappenedOn!.Value)} {decision} 关停，设备{(form.EquipmentStatus == "SEALED" ? "已封停" : "已报废")}：{form.Reason!.Trim()}")
            .Raising(HazardSignals.ShutDown);
    }
}
