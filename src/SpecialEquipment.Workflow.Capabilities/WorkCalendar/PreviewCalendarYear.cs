using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.WorkCalendars;

/// <summary>What loading a year would move, without loading it: the same reading of the year and the same arithmetic as the real thing.</summary>
internal static class PreviewCalendarYear
{
    /// <summary>So many deadlines are asked at most; beyond it the numbers are of those asked.</summary>
    private const int MostAsked = 20_000;
    private const int MostShown = 200;

    /// <param name="PastDays">Days already past that would read differently; then a correction by two persons is needed.</param>
    /// <param name="Asked">Open deadlines that were asked under the new calendar.</param>
    public sealed record Preview(
        int Year, int WorkingDays, int? WorkingDaysNow, IReadOnlyList<string> PastDays, IReadOnlyList<string> ChangedDays, int Asked, bool AskedIsCapped, int Moves,
        IReadOnlyList<Move> Shown);

    /// <param name="ToNextWorkingDay">The new date would already be past; the owner gets the next working day and no overdue (E15).</param>
    public sealed record Move(Guid MatterId, string? MatterNumber, string MatterTitle, string Name, DateTimeOffset OldDueAt, DateTimeOffset NewDueAt, bool ToNextWorkingDay);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/calendar/{year:int}/preview", async (int year, YearForm form, WorkflowDbContext db, BusinessClock clock, CancellationToken cancellation) =>
                (await DoAsync(year, form, db, clock.GetUtcNow(), cancellation)).ToHttp())
            .RequireAuthorization(Policies.Administrators).WithName("preview-calendar-year").WithTags("calendar").Produces<Preview>();

    internal static async Task<Result<Preview>> DoAsync(int year, YearForm form, WorkflowDbContext db, DateTimeOffset now, CancellationToken cancellation)
    {
        var read = form.Read(year);
        if (read.IsRejected)
        {
            return read.Rejection!;
        }
        var current = await CalendarBook.CalendarAsync(db, cancellation) ?? ShippedData.Calendar();
        var next = current.With(read.Value, $"preview-{year}");
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var changed = Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays).Where(day => current.IsWorkingDay(day) != next.IsWorkingDay(day))
            .Select(day => $"{ShanghaiTime.Text(day)}（{current.Day(day).Reason}→{next.Day(day).Reason}）").ToList();
        var stale = RecomputeDeadlines.Stale(db, next.Version, current.Year(year) is not null).AsNoTracking();
        var (asked, moves, shown) = (0, 0, new List<(Deadline Deadline, DeadlineMove Move)>());
        await foreach (var deadline in stale.OrderBy(d => d.Key).Take(MostAsked + 1).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (asked == MostAsked)
            {
                return await ViewAsync(capped: true);
            }
            asked++;
            if (deadline.Recompute(next, now) is { } move)
            {
                moves++;
                if (shown.Count < MostShown)
                {
                    shown.Add((deadline, move));
                }
            }
        }
        return await ViewAsync(capped: false);

        async Task<Preview> ViewAsync(bool capped)
        {
            var ids = shown.Select(s => s.Deadline.MatterId).Distinct().ToList();
            var matters = await db.Set<Matter>().AsNoTracking().Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, cancellation);
            return new Preview(
                year, next.WorkingDaysBetween(first.AddDays(-1), last), current.Year(year) is null ? null : current.WorkingDaysBetween(first.AddDays(-1), last),
                PastDays.Changed(current, read.Value, ShanghaiTime.DateOf(now)), changed, asked, capped, moves,
                [.. shown.Select(s => new Move(
                    s.Deadline.MatterId, matters.GetValueOrDefault(s.Deadline.MatterId)?.Number, matters.GetValueOrDefault(s.Deadline.MatterId)?.Title ?? "", s.Deadline.Name,
                    s.Move.OldDueAt, s.Move.NewDueAt, s.Move.SetToNextWorkingDay))]);
        }
    }
}
