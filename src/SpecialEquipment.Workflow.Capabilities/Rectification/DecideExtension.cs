using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Rectification;

public sealed record ExtensionDecisionForm : MatterForm
{
    public Guid? RequestId { get; init; }
    public DateOnly? NewDate { get; init; }
    public string? Reason { get; init; }
}

/// <summary>Moves the named date, and nothing else.</summary>
public sealed class GrantExtension : MatterCommand<ExtensionDecisionForm>
{
    public override string Name => "grant-extension";
    public override string DisplayName => "准予延期";
    protected override string Article => Articles.NamedDate;
    protected override IReadOnlyList<HazardState> From => [HazardState.Rectifying];
    protected override Who By => Who.Official(PostKinds.Approver);
    protected override bool MayRunBesideConfirmation => true;

    protected override Task<CommandAvailability?> ForbiddenAsync(Matter matter, Shared.Acts.ActContext act, CancellationToken cancellation) =>
        PendingExtension.NoneAsync(matter, act, cancellation);

    protected override async Task CheckAsync(CommandCall<ExtensionDecisionForm> call, Objections objections, CancellationToken cancellation)
    {
        await PendingExtension.CheckAsync(call, objections, cancellation);
        objections.Text("reason", call.Form.Reason, "准予延期的理由");
        await ExtensionDates.CheckAsync(call, call.Form.NewDate, objections, cancellation);
    }

    protected override async Task<Effect> PerformAsync(CommandCall<ExtensionDecisionForm> call, CancellationToken cancellation)
    {
        var matter = call.Matter;
        var date = call.Form.NewDate!.Value;
        var request = await PendingExtension.DecideAsync(call, ExtensionState.Granted, cancellation);
        request.GrantedDate = date;
        foreach (var deadline in await call.Act.OpenDeadlinesAsync(matter.Id, MatterDeadlines.NamedDate, cancellation))
            deadline.Extend(Extension.To(date, request.RequestedAt, call.Now, $"准予延期：{call.Form.Reason!.Trim()}"), call.Rules.Calendar);
        matter.RectifyBy = date;
        matter.IsOverdue = false;
        return new Effect(matter.State, $"准予延期，整改期限由 {ShanghaiTime.Text(request.OldDate)} 延至 {ShanghaiTime.Text(date)}：{call.Form.Reason!.Trim()}")
            .Raising(RectificationSignals.ExtensionGranted, ("requestId", request.Id.ToString("D")), ("newDate", ShanghaiTime.Text(date)), ("oldDate", ShanghaiTime.Text(request.OldDate)));
    }
}

/// <summary>The date stays as it is.</summary>
public sealed class RefuseExtension : MatterCommand<ExtensionDecisionForm>
{
    public override string Name => "refuse-extension";
    public override string DisplayName => "不予延期";
    protected override string Article => Articles.NamedDate;
    protected override IReadOnlyList<HazardState> From => [HazardState.Rectifying];
    protected override Who By => Who.Official(PostKinds.Approver);
    protected override bool MayRunBesideConfirmation => true;

    protected override Task<CommandAvailability?> ForbiddenAsync(Matter matter, Shared.Acts.ActContext act, CancellationToken cancellation) =>
        PendingExtension.NoneAsync(matter, act, cancellation);

    protected override async Task CheckAsync(CommandCall<ExtensionDecisionForm> call, Objections objections, CancellationToken cancellation)
    {
        await PendingExtension.CheckAsync(call, objections, cancellation);
        objections.Substance("reason", call.Form.Reason, "不予延期的理由");
    }

    protected override async Task<Effect> PerformAsync(CommandCall<ExtensionDecisionForm> call, CancellationToken cancellation)
    {
        var request = await PendingExtension.DecideAsync(call, ExtensionState.Refused, cancellation);
        return new Effect(call.Matter.State, $"不予延期，整改期限仍为 {ShanghaiTime.Text(request.OldDate)}：{call.Form.Reason!.Trim()}")
            .Raising(RectificationSignals.ExtensionRefused, ("requestId", request.Id.ToString("D")));
    }
}

internal static class PendingExtension
{
    public static async Task<CommandAvailability?> NoneAsync(Matter matter, Shared.Acts.ActContext act, CancellationToken cancellation) =>
        await act.Db.Set<ExtensionRequest>().AnyAsync(e => e.MatterId == matter.Id && e.State == ExtensionState.Pending, cancellation)
            ? null : CommandAvailability.Refused("没有待决定的延期申请。", Articles.NamedDate);

    public static async Task CheckAsync(CommandCall<ExtensionDecisionForm> call, Objections objections, CancellationToken cancellation)
    {
        if (await FindAsync(call, cancellation) is null)
            objections.Add("requestId", "应为本案待决定的延期申请", "实际不是");
    }

    public static async Task<ExtensionRequest> DecideAsync(CommandCall<ExtensionDecisionForm> call, ExtensionState state, CancellationToken cancellation)
    {
        var request = (await FindAsync(call, cancellation))!;
        (request.State, request.DecisionReason, request.DecidedById, request.DecidedByName, request.DecidedAt) =
            (state, call.Form.Reason!.Trim(), call.First.PersonId, call.First.Name, call.Now);
        await call.Act.MeetDeadlinesAsync(call.Matter.Id, "extensionDecide", call.Now, cancellation);
        return request;
    }

    /// <summary>There is at most one; its id may be left out.</summary>
    private static Task<ExtensionRequest?> FindAsync(CommandCall<ExtensionDecisionForm> call, CancellationToken cancellation) =>
        call.Db.Set<ExtensionRequest>()
            .Where(e => e.MatterId == call.Matter.Id && e.State == ExtensionState.Pending && (call.Form.RequestId == null || e.Id == call.Form.RequestId))
            .FirstOrDefaultAsync(cancellation);
}
