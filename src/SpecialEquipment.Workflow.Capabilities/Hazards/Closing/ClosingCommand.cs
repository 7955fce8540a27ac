using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Attachments;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Holds;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>What every decision to end a case without rectification has to say.</summary>
public abstract record ClosingForm : MatterForm
{
    public string? Reason { get; init; }

    /// <summary>Day of the fact itself.</summary>
    public DateOnly? HappenedOn { get; init; }
    public IReadOnlyList<AttachmentRef>? Evidence { get; init; }
}

/// <summary>
/// Takes an open case off its unit or off this organ, by officer and approver together. A listed case may end (the listing follows the device, E6); an open seizure must
/// be decided on first, because its own period would otherwise be lost.
/// </summary>
public abstract class ClosingCommand<TForm> : MatterCommand<TForm>
    where TForm : ClosingForm
{
    private static readonly HazardState[] Open = [.. Enum.GetValues<HazardState>().Where(s => !s.IsClosed())];

    protected override IReadOnlyList<HazardState> From => Open;
    protected override Who By => Who.Official(PostKinds.CaseOfficer);
    protected override SecondPerson Second(CommandCall<TForm> call) => new(PostKinds.Approver, null, "");

    protected override async Task<CommandAvailability?> ForbiddenAsync(Matter matter, ActContext act, CancellationToken cancellation)
    {
        var holds = await act.Db.OpenHoldsAsync(matter.Id, cancellation);
        return holds.FirstOrDefault(h => h.Kind == HoldKind.Seizure) is { } seizure
            ? CommandAvailability.Refused($"应先对查封、扣押作出处理决定{(seizure.DocumentNumber is null ? "" : $"（{seizure.DocumentNumber}）")}，实际仍在执行。", seizure.Article)
            : null;
    }

    protected override Task CheckAsync(CommandCall<TForm> call, Objections objections, CancellationToken cancellation)
    {
        objections.Substance("reason", call.Form.Reason, "理由", Article);
        objections.Evidence("evidence", call.Form.Evidence, "证明材料", Article);
        if (objections.Required("happenedOn", call.Form.HappenedOn, "发生日期", Article) && call.Form.HappenedOn > call.Today)
            objections.Add("happenedOn", $"应不晚于今天 {ShanghaiTime.Text(call.Today)}", $"实际为 {ShanghaiTime.Text(call.Form.HappenedOn!.Value)}", Article);
        return Task.CompletedTask;
    }

    protected override async Task<Rejection?> BindAsync(CommandCall<TForm> call, CancellationToken cancellation) =>
        (await call.Act.Services.GetRequiredService<IAttachmentBinder>()
            .BindAsync(call.Act, call.Matter.Id, "EVIDENCE", call.Form.Evidence!, "evidence", cancellation)).Rejection;

    /// <summary>Ends everything that runs on the case and keeps the decision.</summary>
    protected static async Task EndAsync(CommandCall<TForm> call, HazardClosure closure, string reason, CancellationToken cancellation)
    {
        call.Db.Set<HazardClosure>().Add(closure);
        await call.Act.CloseAsync(call.Matter, reason, cancellation);
    }

    protected static Task SetEquipmentAsync(CommandCall<TForm> call, Hazard hazard, string status, CancellationToken cancellation) =>
        hazard.EquipmentId is { } device
            ? call.Act.Services.GetRequiredService<IEquipmentRegister>().SetStatusAsync(device, status, cancellation)
            : Task.CompletedTask;
}
