using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Hazards;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage;
using SpecialEquipment.Workflow.Storage.Conventions;

namespace SpecialEquipment.Workflow.Capabilities.CaseFile;

/// <summary>The part of the page about reports with their receipts, emergency measures and seizures, newest first.</summary>
internal static class ReadMajor
{
    public static async Task<IReadOnlyList<HazardReportView>> ReportsAsync(WorkflowDbContext db, Guid matterId, CancellationToken cancellation)
    {
        var recipients = (await db.Set<ReportRecipient>().AsNoTracking().Where(r => r.MatterId == matterId).OrderBy(r => r.Key).ToListAsync(cancellation)).ToLookup(r => r.ReportId);
        var reports = await db.Set<HazardReport>().AsNoTracking().Where(r => r.MatterId == matterId).OrderByDescending(r => r.Serial).ToListAsync(cancellation);
        return [.. reports.Select(r => new HazardReportView(
            r.Serial, UpperSnake.From(r.Kind), r.Kind.Name(), r.Trigger?.Name(), r.Situation, r.Measures, r.Advice, r.ToGovernment, r.GovernmentReason,
            [.. r.Grounds.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(g => Enum.Parse<GovernmentGround>(g).Name())], r.ReportedByName, r.ReportedAt,
            [.. recipients[r.Id].Select(x => new RecipientView(
                x.Id, UpperSnake.From(x.Role), x.Role.Name(), x.DepartmentName, x.PostName, x.Reason, x.SentAt, x.ReceivedAt, x.ReceivedByName))]))];
    }

    public static async Task<IReadOnlyList<EmergencyMeasureView>> EmergencyMeasuresAsync(WorkflowDbContext db, Guid matterId, CancellationToken cancellation) =>
        await db.Set<EmergencyMeasure>().AsNoTracking().Where(m => m.MatterId == matterId).OrderByDescending(m => m.Key)
            .Select(m => new EmergencyMeasureView(m.Text, m.TakenBy, m.TakenAt, m.RecordedByName, m.RecordedAt, m.SupplementedAt)).ToListAsync(cancellation);

    public static async Task<IReadOnlyList<SeizureView>> SeizuresAsync(WorkflowDbContext db, Guid matterId, CancellationToken cancellation)
    {
        var seizures = await db.Set<Seizure>().AsNoTracking().Where(s => s.MatterId == matterId).OrderByDescending(s => s.Key).ToListAsync(cancellation);
        if (seizures.Count == 0)
            return [];
        var stopped = await db.Set<Deadline>().AnyAsync(d => d.MatterId == matterId && d.RuleId == "seizure" && d.State == DeadlineState.Paused, cancellation);
        return [.. seizures.Select(s => new SeizureView(
            s.Id, UpperSnake.From(s.Kind), s.Kind.Name(), s.Objects, s.Reason, s.KeptAt, $"{s.FirstInspectorName}、{s.SecondInspectorName}", s.ApproverName, s.DecidedAt, s.Until,
            stopped && s.ReleasedAt is null, s.ExtendedAt, s.ExtensionReason, s.ReleasedAt, s.ReleaseGround?.Name(), s.ReleaseNote))];
    }

    public static DateOnly? DefaultDeadline(Matter matter, RulesInForce rules, DateTimeOffset now) => matter.Grade is not { } grade || matter.State.IsClosed() ? null
        : rules.Due(grade == HazardGrade.Major ? "instructionDefaultMajor" : "instructionDefaultGeneral", now, matter.RegionCode).Day;
}
