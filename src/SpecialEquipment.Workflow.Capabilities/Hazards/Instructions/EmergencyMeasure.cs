using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Attachments;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Hazards;

/// <summary>What inspectors did at the scene before there was any paper (SESL art. 62).</summary>
public sealed class EmergencyMeasure
{
    public long Key { get; set; }
    public Guid Id { get; init; }
    public Guid MatterId { get; init; }
    public required string Text { get; init; }

    /// <summary>Who took it, as named by the inspector who enters it.</summary>
    public required string TakenBy { get; init; }

    /// <summary>True time at the scene (E11); the written instruction is due from here.</summary>
    public DateTimeOffset TakenAt { get; init; }
    public required string RecordedByName { get; init; }
    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>When the written instruction followed.</summary>
    public DateTimeOffset? SupplementedAt { get; set; }
}

public sealed record EmergencyForm : MatterForm
{
    public string? Text { get; init; }
    public string? TakenBy { get; init; }
    public DateTimeOffset? TakenAt { get; init; }
    public string? LateReason { get; init; }
    public IReadOnlyList<AttachmentRef>? Evidence { get; init; }
}

/// <summary>In an emergency the measure comes first and is written down at once by one of those present; the instruction follows in writing.</summary>
public sealed class TakeEmergencyMeasure : MatterCommand<EmergencyForm>
{
    public override string Name => "emergency-measure";
    public override string DisplayName => "采取紧急措施";
    protected override string Article => Articles.Emergency;
    protected override IReadOnlyList<HazardState> From => MatterStates.Open;
    protected override Who By => Who.Official(PostKinds.Inspector);
    protected override bool MayRunBesideConfirmation => true;

    protected override Task CheckAsync(CommandCall<EmergencyForm> call, Objections objections, CancellationToken cancellation)
    {
        objections.Substance("text", call.Form.Text, "采取的紧急措施", Articles.Emergency);
        objections.Text("takenBy", call.Form.TakenBy, "采取措施的人员", Articles.Emergency, 200);
        objections.Required("takenAt", call.Form.TakenAt, "采取措施的时间", Articles.Emergency);
        SceneTime.Check(call, "takenAt", call.Form.TakenAt, call.Form.LateReason, objections);
        objections.Evidence("evidence", call.Form.Evidence, "现场照片", Articles.Emergency, required: false);
        return Task.CompletedTask;
    }

    protected override async Task<Rejection?> BindAsync(CommandCall<EmergencyForm> call, CancellationToken cancellation) =>
        call.Form.Evidence is not { Count: > 0 } files ? null
            : (await call.Act.Services.GetRequiredService<IAttachmentBinder>().BindAsync(call.Act, call.Matter.Id, "EVIDENCE", files, "evidence", cancellation)).Rejection;

    protected override Task<Effect> PerformAsync(CommandCall<EmergencyForm> call, CancellationToken cancellation)
    {
        var measure = new EmergencyMeasure
        {
            Id = Guid.CreateVersion7(call.Now), MatterId = call.Matter.Id, Text = call.Form.Text!.Trim(), TakenBy = call.Form.TakenBy!.Trim(),
            TakenAt = call.Form.TakenAt!.Value.ToUniversalTime(), RecordedByName = call.First.Name, RecordedAt = call.Now,
        };
        call.Db.Set<EmergencyMeasure>().Add(measure);
        call.Act.StartDeadline(call.Matter, EmergencyMeasures.SupplementRule, measure.TakenAt, call.Rules);
        return Task.FromResult(new Effect(call.Matter.State, $"紧急措施（{ShanghaiTime.Text(measure.TakenAt)}，{measure.TakenBy}）：{measure.Text}") { EventTime = measure.TakenAt }
            .Raising(HazardSignals.EmergencyMeasureTaken, ("measureId", measure.Id.ToString("D"))));
    }
}

internal static class EmergencyMeasures
{
    public const string SupplementRule = "supplementInstruction";

    public static Task<bool> AreOwedAsync(Guid matterId, ActContext act, CancellationToken cancellation) =>
        act.Db.Set<EmergencyMeasure>().AnyAsync(m => m.MatterId == matterId && m.SupplementedAt == null, cancellation);

    /// <summary>A written instruction covers every measure taken before it.</summary>
    public static async Task SupplementAsync(ActContext act, Guid matterId, CancellationToken cancellation)
    {
        foreach (var measure in await act.Db.Set<EmergencyMeasure>().Where(m => m.MatterId == matterId && m.SupplementedAt == null).ToListAsync(cancellation))
            measure.SupplementedAt = act.Now;
        await act.MeetDeadlinesAsync(matterId, SupplementRule, act.Now, cancellation);
    }
}
