using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Attachments;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Rectification;

public sealed record LookBackForm : MatterForm
{
    public LookBackResult? Result { get; init; }
    public string? Text { get; init; }

    /// <summary>Only when the hazard is there again.</summary>
    public bool? ImmediateDanger { get; init; }
    public Guid? SecondInspectorId { get; init; }
    public IReadOnlyList<AttachmentRef>? Evidence { get; init; }
}

/// <summary>Two inspectors record what they found on a look-back. A hazard that is there again becomes a new case; the sign-off stands.</summary>
public sealed class RecordLookBack : MatterCommand<LookBackForm>
{
    public override string Name => "record-look-back";
    public override string DisplayName => "回头看核查";
    protected override string Article => Articles.TwoInspectors;
    protected override IReadOnlyList<HazardState> From => [HazardState.SignedOff];
    protected override Who By => Who.Official(PostKinds.Inspector);
    protected override SecondPerson Second(CommandCall<LookBackForm> call) => new(PostKinds.Inspector, call.Form.SecondInspectorId, "secondInspectorId");

    /// <summary>Most cases are never drawn; those do not show the command at all.</summary>
    protected override async Task<CommandAvailability?> ForbiddenAsync(Matter matter, ActContext act, CancellationToken cancellation)
    {
        var check = await act.Db.Set<LookBackCheck>().AsNoTracking().FirstOrDefaultAsync(c => c.MatterId == matter.Id, cancellation);
        return check is null ? new CommandAvailability(CommandAvailability.Hidden.Status, "本案应已列入回头看，实际未列入。")
            : check.Result is not null ? new CommandAvailability(CommandAvailability.Hidden.Status, "应为尚未核查的回头看，实际已核查。")
            : act.Now < ShanghaiTime.StartOf(check.OpensOn) ? CommandAvailability.Refused($"应自 {ShanghaiTime.Text(check.OpensOn)} 起核查，实际窗口尚未开始。")
            : null;
    }

    protected override Task CheckAsync(CommandCall<LookBackForm> call, Objections objections, CancellationToken cancellation)
    {
        var form = call.Form;
        objections.Required("result", form.Result, "核查结论（未复发或已复发）");
        objections.Substance("text", form.Text, "核查情况");
        objections.Evidence("evidence", form.Evidence, "现场照片");
        if (form.Result == LookBackResult.Relapsed)
            objections.Required("immediateDanger", form.ImmediateDanger, "是否有直接危险");
        return Task.CompletedTask;
    }

    protected override async Task<Rejection?> BindAsync(CommandCall<LookBackForm> call, CancellationToken cancellation) =>
        (await call.Act.Services.GetRequiredService<IAttachmentBinder>()
            .BindAsync(call.Act, call.Matter.Id, "EVIDENCE", call.Form.Evidence!, "evidence", cancellation)).Rejection;

    protected override async Task<Effect> PerformAsync(CommandCall<LookBackForm> call, CancellationToken cancellation)
    {
        var (matter, act, form) = (call.Matter, call.Act, call.Form);
        var check = await call.Db.Set<LookBackCheck>().SingleAsync(c => c.MatterId == matter.Id, cancellation);
        (check.Result, check.Text, check.CheckedAt) = (form.Result, form.Text!.Trim(), call.Now);
        (check.FirstInspectorName, check.SecondInspectorName) = (call.First.Name, call.Second!.Name);
        if (form.Result == LookBackResult.Holds)
            return new Effect(HazardState.SignedOff, $"回头看未复发：{check.Text}").Raising(RectificationSignals.LookBackRecorded, ("result", "HOLDS"));

        check.NewMatterId = await act.Services.GetRequiredService<IRelapseIntake>()
            .OpenAsync(matter, new RelapseFinding(check.Text, $"{call.First.Name}、{call.Second.Name}", form.ImmediateDanger!.Value), act, cancellation);
        await act.Services.GetRequiredService<IAttachmentBinder>().ShareAsync(act, matter.Id, check.NewMatterId.Value, cancellation);
        await act.RaiseClueAsync(matter, $"{matter.Number} 销号后经回头看核查已复发：{check.Text}", cancellation);
        return new Effect(HazardState.SignedOff, $"回头看发现复发，另立新案：{check.Text}")
            .Raising(RectificationSignals.LookBackRecorded, ("result", "RELAPSED"), ("newMatterId", check.NewMatterId.Value.ToString("D")));
    }
}
