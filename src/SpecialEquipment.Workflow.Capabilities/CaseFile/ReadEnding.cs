using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Hazards;
using SpecialEquipment.Workflow.Capabilities.Rectification;
using SpecialEquipment.Workflow.Storage;
using SpecialEquipment.Workflow.Storage.Conventions;

namespace SpecialEquipment.Workflow.Capabilities.CaseFile;

/// <summary>How a case ended that did not end by rectification.</summary>
/// <param name="ReferenceNumber">Number of the cancelled certificate or of the closure decision.</param>
/// <param name="Authority">Who decided on closure, or the regulator that takes the device over.</param>
public sealed record ClosureView(
    string Ground, string GroundName, string Reason, DateOnly HappenedOn, string? ReferenceNumber, string? Authority, string? NewRegionName, string? NewUnitName, string? NewPlace,
    string OfficerName, string ApproverName, DateTimeOffset ClosedAt);

public sealed record RoutingView(string DepartmentName, string Kind, string Reason, string RoutedByName, DateTimeOffset RoutedAt, string? ReceivedByName, DateTimeOffset? ReceivedAt, string? ReceiptNote);

/// <param name="Reason">Why it was drawn, so that the draw can be checked.</param>
/// <param name="Result">HOLDS or RELAPSED; null while it is due.</param>
public sealed record LookBackView(
    string Reason, DateOnly OpensOn, DateOnly ClosesOn, string? Result, string? Text, string? FirstInspectorName, string? SecondInspectorName, DateTimeOffset? CheckedAt, Guid? NewMatterId);

/// <summary>The part of the page about the end of a case and what comes after it.</summary>
internal static class ReadEnding
{
    public static async Task<ClosureView?> ClosureAsync(WorkflowDbContext db, Guid matterId, CancellationToken cancellation) =>
        await db.Set<HazardClosure>().AsNoTracking().SingleOrDefaultAsync(c => c.MatterId == matterId, cancellation) is { } c
            ? new ClosureView(UpperSnake.From(c.Ground), c.Ground.Name(), c.Reason, c.HappenedOn, c.ReferenceNumber, c.Authority, c.NewRegionName, c.NewUnitName, c.NewPlace, c.OfficerName, c.ApproverName, c.ClosedAt)
            : null;

    public static async Task<RoutingView?> RoutingAsync(WorkflowDbContext db, Guid matterId, CancellationToken cancellation) =>
        await db.Set<HazardRouting>().AsNoTracking().OrderByDescending(r => r.Key).FirstOrDefaultAsync(r => r.MatterId == matterId, cancellation) is { } r
            ? new RoutingView(r.DepartmentName, UpperSnake.From(r.Kind), r.Reason, r.RoutedByName, r.RoutedAt, r.ReceivedByName, r.ReceivedAt, r.ReceiptNote)
            : null;

    /// <summary>The unit is told of a look-back by the visit, not before it.</summary>
    public static async Task<LookBackView?> LookBackAsync(WorkflowDbContext db, Guid matterId, bool isOfficial, CancellationToken cancellation) =>
        await db.Set<LookBackCheck>().AsNoTracking().SingleOrDefaultAsync(c => c.MatterId == matterId, cancellation) is { } c && (isOfficial || c.Result is not null)
            ? new LookBackView(c.Reason, c.OpensOn, c.ClosesOn, c.Result is { } result ? UpperSnake.From(result) : null, c.Text, c.FirstInspectorName, c.SecondInspectorName, c.CheckedAt, c.NewMatterId)
            : null;
}
