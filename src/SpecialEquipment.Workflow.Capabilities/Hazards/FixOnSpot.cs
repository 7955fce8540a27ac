using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Attachments;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Holds;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

public sealed record FixForm : MatterForm
{
    public string? Text { get; init; }
    public Guid? SecondInspectorId { get; init; }

    /// <summary>True time at the scene; now when left out.</summary>
    public DateTimeOffset? FixedAt { get; init; }
    public IReadOnlyList<AttachmentRef>? Before { get; init; }
    public IReadOnlyList<AttachmentRef>? After { get; init; }
}

/// <summary>Fixed while the inspectors were there: same visit, photos before and after. Counted as found and treated, then signed off.</summary>
public sealed class FixOnSpot : MatterCommand<FixForm>
{
    internal const string CommandName = "fix-on-spot";

    public override string Name => CommandName;
    public override string DisplayName => "当场整改";
    protected override string Article => Articles.OnTheSpot;
    protected override IReadOnlyList<HazardState> From => [HazardState.Graded, HazardState.Ordered, HazardState.PlanPending];
    protected override Who By => Who.Official(PostKinds.Inspector);
    protected override SecondPerson Second(CommandCall<FixForm> call) => new(PostKinds.Inspector, call.Form.SecondInspectorId, "secondInspectorId");

    protected override async Task CheckAsync(CommandCall<FixForm> call, Objections objections, CancellationToken cancellation)
    {
        var form = call.Form;
        objections.Substance("text", form.Text, "当场整改情况", Articles.OnTheSpot);
        objections.Evidence("before", form.Before, "整改前照片", Articles.OnTheSpot);
        objections.Evidence("after", form.After, "整改后照片", Articles.OnTheSpot);
        var at = FixedAt(call);
        if (at > call.Now)
            objections.Add("fixedAt", $"应不晚于 {ShanghaiTime.Text(call.Now)}", $"实际为 {ShanghaiTime.Text(at)}", Articles.OnTheSpot);
        var visit = await VisitAsync(call, cancellation);
        if (ShanghaiTime.DateOf(at) != visit)
            objections.Add("fixedAt", $"应在同次检查当日（{ShanghaiTime.Text(visit)}）整改完毕", $"实际为 {ShanghaiTime.Text(ShanghaiTime.DateOf(at))}", Articles.OnTheSpot);
    }

    /// <summary>Day of the visit: that of the order when there is one, else the day on which the hazard was found.</summary>
    private static async Task<DateOnly> VisitAsync(CommandCall<FixForm> call, CancellationToken cancellation)
    {
        var served = await call.Db.Set<Instruction>().Where(i => i.MatterId == call.Matter.Id).OrderByDescending(i => i.Serial)
            .Select(i => (DateTimeOffset?)(i.ServedAt ?? i.IssuedAt)).FirstOrDefaultAsync(cancellation);
        return ShanghaiTime.DateOf(served ?? (await HazardRows.OfAsync(call, cancellation)).FoundAt);
    }

    private static DateTimeOffset FixedAt(CommandCall<FixForm> call) => call.Form.FixedAt?.ToUniversalTime() ?? (call.Second is null ? call.Now : call.First.At);

    protected override async Task<Rejection?> BindAsync(CommandCall<FixForm> call, CancellationToken cancellation)
    {
        var binder = call.Act.Services.GetRequiredService<IAttachmentBinder>();
        var before = await binder.BindAsync(call.Act, call.Matter.Id, "BEFORE", call.Form.Before!, "before", cancellation);
        return before.Rejection ?? (await binder.BindAsync(call.Act, call.Matter.Id, "AFTER", call.Form.After!, "after", cancellation)).Rejection;
    }

    protected override async Task<Effect> PerformAsync(CommandCall<FixForm> call, CancellationToken cancellation)
    {
        var hazard = await HazardRows.OfAsync(call, cancellation);
        (hazard.SpotText, hazard.FixedAt) = (call.Form.Text!.Trim(), FixedAt(call));
        (call.Matter.IsOverdue, call.Matter.IsFixedOnSpot) = (false, true);
        // a major hazard is reported even when it is gone (SESL art. 63)
        await call.Act.CancelAllDeadlinesAsync(call.Matter.Id, "当场整改完毕", cancellation, MajorReports.FirstReport, MajorReports.ReportUp);
        await call.Act.LiftHoldsAsync(call.Matter.Id, HoldKind.StopUse, cancellation);
        call.Act.StartDeadline(call.Matter, "signOffDecision", call.Now, call.Rules);
        return new Effect(HazardState.FixedOnTheSpot, $"当场整改完毕：{hazard.SpotText}") { EventTime = hazard.FixedAt }.Raising(HazardSignals.FixedOnTheSpot);
    }
}
