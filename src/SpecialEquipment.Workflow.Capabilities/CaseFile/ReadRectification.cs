using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Hazards;
using SpecialEquipment.Workflow.Capabilities.Rectification;
using SpecialEquipment.Workflow.Storage;
using SpecialEquipment.Workflow.Storage.Conventions;

namespace SpecialEquipment.Workflow.Capabilities.CaseFile;

/// <summary>The part of the page that the unit and the inspectors filled in, newest first.</summary>
internal static class ReadRectification
{
    public static async Task<IReadOnlyList<InstructionView>> InstructionsAsync(WorkflowDbContext db, Guid matterId, CancellationToken cancellation) =>
        [.. (await db.Set<Instruction>().AsNoTracking().Where(i => i.MatterId == matterId).OrderByDescending(i => i.Serial).ToListAsync(cancellation)).Select(i =>
            new InstructionView(i.Serial, i.Items, i.LegalBasis, i.Deadline, i.StopUse, i.FirstInspectorName, i.SecondInspectorName, i.ServiceMode is { } mode ? UpperSnake.From(mode) : null, i.Receiver,
                i.ServedAt, i.Refused, i.ServiceNote, i.Proof?.Text is { Length: > 0 } proof ? proof : null, i.IssuedAt))];

    public static async Task<IReadOnlyList<PlanView>> PlansAsync(WorkflowDbContext db, Guid matterId, CancellationToken cancellation) =>
        [.. (await db.Set<RectificationPlan>().AsNoTracking().Where(p => p.MatterId == matterId).OrderByDescending(p => p.Serial).ToListAsync(cancellation)).Select(p =>
            new PlanView(p.Serial, p.Goal, [.. p.Measures.Select(m => new MeasureView(m.Text, m.Date, m.Owner))], p.Deadline,
                new ResponsibilityView(p.ResponsibleUnit, p.Leader, p.Doer, p.Supervisor),
                new FundingView(p.FundingAmount, p.FundingSource, p.FundingArrival, p.ZeroFundingReason), p.ContingencyPlan, p.InterimControl,
                p.InterimControlMode is { } mode ? UpperSnake.From(mode) : null, p.InterimControlMode?.Name(), UpperSnake.From(p.State), p.Opinion,
                p.SubmittedByName, p.SubmittedAt, p.ReviewedByName, p.ReviewedAt))];

    public static async Task<IReadOnlyList<ReportView>> ReportsAsync(WorkflowDbContext db, Guid matterId, CancellationToken cancellation) =>
        [.. (await db.Set<RectificationReport>().AsNoTracking().Where(r => r.MatterId == matterId).OrderByDescending(r => r.Serial).ToListAsync(cancellation)).Select(r =>
            new ReportView(r.Serial, r.Text, [.. r.Items.Select(i => new ReportItemView(i.Measure, i.DoneDate, i.Note, [.. (i.Evidence ?? []).Select(f => f.AttachmentId)]))], r.FundsSpent, r.SubmittedByName, r.SubmittedAt, r.Late))];

    public static async Task<IReadOnlyList<ReinspectionView>> ReinspectionsAsync(WorkflowDbContext db, Guid matterId, CancellationToken cancellation) =>
        [.. (await db.Set<Reinspection>().AsNoTracking().Where(r => r.MatterId == matterId).OrderByDescending(r => r.Serial).ToListAsync(cancellation)).Select(r =>
            new ReinspectionView(r.Serial, UpperSnake.From(r.Method), UpperSnake.From(r.Result), [.. r.Items.Select(i => new ReinspectionItemView(i.Item, i.Passed, i.Note))],
                r.NewDeadline, r.FirstInspectorName, r.SecondInspectorName, r.ReinspectedAt))];

    public static async Task<IReadOnlyList<ExtensionView>> ExtensionsAsync(WorkflowDbContext db, Guid matterId, CancellationToken cancellation) =>
        [.. (await db.Set<ExtensionRequest>().AsNoTracking().Where(e => e.MatterId == matterId).OrderByDescending(e => e.Key).ToListAsync(cancellation)).Select(e =>
            new ExtensionView(e.Id, e.OldDate, e.RequestedDate, e.Reason, e.InterimControl, UpperSnake.From(e.State), e.RequestedByName, e.RequestedAt, e.GrantedDate,
                e.DecisionReason, e.DecidedByName, e.DecidedAt))];

    public static async Task<IReadOnlyList<ProgressView>> ProgressAsync(WorkflowDbContext db, Guid matterId, CancellationToken cancellation) =>
        await db.Set<ProgressReport>().AsNoTracking().Where(p => p.MatterId == matterId).OrderByDescending(p => p.Key)
            .Select(p => new ProgressView(p.Text, p.ReportedByName, p.ReportedAt)).ToListAsync(cancellation);
}
