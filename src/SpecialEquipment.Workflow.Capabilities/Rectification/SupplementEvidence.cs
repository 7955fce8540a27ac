using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Attachments;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Rectification;

public sealed record EvidenceForm : MatterForm
{
    public IReadOnlyList<MeasureEvidenceForm?>? Items { get; init; }
}

/// <param name="Measure">As in the approved plan.</param>
public sealed record MeasureEvidenceForm(string? Measure, IReadOnlyList<AttachmentRef>? Evidence);

/// <summary>The report is in and stays as it is; the unit adds what shows that a measure was carried out, so that a major hazard can be signed off.</summary>
public sealed class SupplementEvidence : MatterCommand<EvidenceForm>
{
    public override string Name => "supplement-evidence";
    public override string DisplayName => "补充措施佐证";
    protected override string Article => Articles.Quality;
    protected override IReadOnlyList<HazardState> From => [HazardState.ReportSubmitted, HazardState.Passed];
    protected override Who By => Who.Unit;
    protected override bool MayRunBesideConfirmation => true;

    protected override Task<CommandAvailability?> ForbiddenAsync(Matter matter, ActContext act, CancellationToken cancellation) => Task.FromResult(
        matter.Grade == HazardGrade.Major ? null : CommandAvailability.Hidden with { Reason = "补充措施佐证应为重大事故隐患，实际为一般事故隐患。" });

    protected override async Task CheckAsync(CommandCall<EvidenceForm> call, Objections objections, CancellationToken cancellation)
    {
        if (call.Form.Items is null or { Count: 0 })
            objections.Add("items", "应至少补充一项措施的佐证", "实际没有", Articles.Quality);
        var measures = await MeasureEvidence.MeasuresAsync(call.Matter.Id, call.Db, cancellation);
        for (var i = 0; i < (call.Form.Items?.Count ?? 0); i++)
        {
            var item = call.Form.Items![i];
            if (objections.Text($"items[{i}].measure", item?.Measure, "整改措施", Articles.Quality) && !measures.Contains(item!.Measure!.Trim()))
                objections.Add($"items[{i}].measure", $"应为方案中的措施（{string.Join("、", measures)}）", $"实际为“{item.Measure!.Trim()}”", Articles.Quality);
            objections.Evidence($"items[{i}].evidence", item?.Evidence, "措施佐证", Articles.Quality);
        }
    }

    protected override Task<Rejection?> BindAsync(CommandCall<EvidenceForm> call, CancellationToken cancellation) =>
        MeasureEvidence.BindAsync(call, [.. call.Form.Items!.Select(i => i!.Evidence)], cancellation);

    protected override async Task<Effect> PerformAsync(CommandCall<EvidenceForm> call, CancellationToken cancellation)
    {
        var report = await call.Db.Set<RectificationReport>().Where(r => r.MatterId == call.Matter.Id).OrderByDescending(r => r.Serial).FirstAsync(cancellation);
        var items = report.Items.ToList();
        foreach (var added in call.Form.Items!)
        {
            var at = items.FindIndex(i => i.Measure?.Trim() == added!.Measure!.Trim());
            if (at < 0)
                items.Add(new ReportItem(added!.Measure!.Trim(), null, null, added.Evidence));
            else
                items[at] = items[at] with { Evidence = [.. items[at].Evidence ?? [], .. added!.Evidence!] };
        }
        report.Items = items;
        return new Effect(call.Matter.State, $"补充措施佐证：{string.Join("、", call.Form.Items.Select(i => i!.Measure!.Trim()))}") { Kind = "progress" };
    }
}
