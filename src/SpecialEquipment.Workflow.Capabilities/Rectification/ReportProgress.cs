using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Rectification;

public sealed record ProgressForm : MatterForm
{
    public string? Text { get; init; }
}

/// <summary>RECTIFYING stays RECTIFYING: the unit says how far it has come.</summary>
public sealed class ReportProgress : MatterCommand<ProgressForm>
{
    public override string Name => "report-progress";
    public override string DisplayName => "报告整改进展";
    protected override IReadOnlyList<HazardState> From => [HazardState.Rectifying, HazardState.SelfRectifying];
    protected override Who By => Who.Unit;
    protected override bool MayRunBesideConfirmation => true;

    protected override Task CheckAsync(CommandCall<ProgressForm> call, Objections objections, CancellationToken cancellation)
    {
        objections.Substance("text", call.Form.Text, "进展情况");
        return Task.CompletedTask;
    }

    protected override Task<Effect> PerformAsync(CommandCall<ProgressForm> call, CancellationToken cancellation)
    {
        var text = call.Form.Text!.Trim();
        call.Db.Set<ProgressReport>().Add(new ProgressReport { MatterId = call.Matter.Id, Text = text, ReportedByName = call.First.Name, ReportedAt = call.Now });
        return Task.FromResult(new Effect(call.Matter.State, $"报告整改进展：{text}") { Kind = "progress" }.Raising(RectificationSignals.ProgressReported));
    }
}
