using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Hazards;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Capabilities.TaskInbox;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.CaseFile;

/// <summary>The first page: what I owe, what I wait for, how my hazards stand. Every number is the total of a list.</summary>
public sealed record WorkbenchView(
    DateOnly Today, bool IsWorkingDay, int Mine, int Overdue, int DueToday, int Within3, int ToConfirm, int WaitingForOthers, int OverdueHazards,
    IReadOnlyList<StateCount> ByState, double? AverageRectificationDays);

public sealed record StateCount(string State, string StateName, int Count);

internal sealed class ReadWorkbench(WorkflowDbContext db, MatterAccess access, IDirectory directory, FindTasks tasks, DeadlineRules rules, BusinessClock clock)
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/workbench", async (ReadWorkbench read, IActorSource actors, HttpContext http, CancellationToken cancellation) =>
                await read.DoAsync(await actors.CurrentAsync(http, cancellation), cancellation))
            .RequireAuthorization(Policies.SignedIn).WithName("get-workbench").WithTags("workbench").WithSummary("工作台");

    public async Task<WorkbenchView> DoAsync(Actor actor, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var today = ShanghaiTime.DateOf(now);
        var counts = await tasks.CountAsync(actor, db, directory, now, cancellation);
        var mine = await access.VisibleAsync(db, actor, cancellation);
        var states = await mine.GroupBy(m => m.State).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellation);
        var overdue = await mine.CountAsync(m => m.IsOverdue, cancellation);

        // Days from registration to sign-off of what was signed off last; a sample large enough to be steady, small enough to be quick.
        var signedOff = await (from m in mine
                               join h in db.Set<Hazard>().AsNoTracking() on m.Id equals h.MatterId
                               where m.State == HazardState.SignedOff && h.RegisteredAt != null && m.ClosedAt != null
                               orderby m.ClosedAt descending
                               select new { h.RegisteredAt, m.ClosedAt }).Take(500).ToListAsync(cancellation);
        double? average = signedOff.Count == 0 ? null : Math.Round(signedOff.Average(s => (s.ClosedAt!.Value - s.RegisteredAt!.Value).TotalDays), 1);
        return new WorkbenchView(
            today, rules.Now.Calendar.IsWorkingDay(today), counts.Mine, counts.Overdue, counts.DueToday, counts.Within3, counts.ToConfirm, counts.WaitingForOthers, overdue,
            [.. states.OrderBy(s => s.Key).Select(s => new StateCount(s.Key.Code(), s.Key.Name(), s.Count))], average);
    }
}
