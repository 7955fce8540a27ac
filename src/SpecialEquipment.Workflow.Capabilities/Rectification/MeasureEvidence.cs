using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Attachments;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Rectification;

/// <summary>A major hazard is signed off on evidence for each measure of its approved plan (DOMAIN §4.3 "Quality").</summary>
internal static class MeasureEvidence
{
    /// <summary>Measures of the approved plan for which the newest report shows nothing; none when the grade does not ask for it.</summary>
    public static async Task<IReadOnlyList<string>> MissingAsync(Matter matter, WorkflowDbContext db, CancellationToken cancellation)
    {
        var report = await db.Set<RectificationReport>().AsNoTracking().Where(r => r.MatterId == matter.Id).OrderByDescending(r => r.Serial).FirstOrDefaultAsync(cancellation);
        return report is null ? [] : await MissingAsync(matter, report.Items, db, cancellation);
    }

    public static async Task<IReadOnlyList<string>> MissingAsync(Matter matter, IReadOnlyList<ReportItem> items, WorkflowDbContext db, CancellationToken cancellation)
    {
        if (matter.Grade != HazardGrade.Major)
            return [];
        var shown = items.Where(i => i.Evidence is { Count: > 0 }).Select(i => i.Measure!.Trim()).ToHashSet(StringComparer.Ordinal);
        return [.. (await MeasuresAsync(matter.Id, db, cancellation)).Where(measure => !shown.Contains(measure))];
    }

    public static async Task<IReadOnlyList<string>> MeasuresAsync(Guid matterId, WorkflowDbContext db, CancellationToken cancellation)
    {
        var plan = await db.Set<RectificationPlan>().AsNoTracking().Where(p => p.MatterId == matterId && p.State == PlanState.Approved)
            .OrderByDescending(p => p.Serial).FirstOrDefaultAsync(cancellation);
        return plan is null ? [] : [.. plan.Measures.Select(m => m.Text)];
    }

    /// <param name="files">Per item of the form.</param>
    public static async Task<Rejection?> BindAsync<TForm>(CommandCall<TForm> call, IReadOnlyList<IReadOnlyList<AttachmentRef>?> files, CancellationToken cancellation)
    {
        var binder = call.Act.Services.GetRequiredService<IAttachmentBinder>();
        for (var i = 0; i < files.Count; i++)
        {
            if (files[i] is { Count: > 0 } some
                && (await binder.BindAsync(call.Act, call.Matter.Id, "EVIDENCE", some, $"items[{i}].evidence", cancellation)).Rejection is { } refused)
                return refused;
        }
        return null;
    }
}
