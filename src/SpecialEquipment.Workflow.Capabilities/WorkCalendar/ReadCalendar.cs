using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Storage;
using SpecialEquipment.Workflow.Storage.Conventions;

namespace SpecialEquipment.Workflow.Capabilities.WorkCalendars;

/// <summary>A year as the calendar in force reads it, and the editions behind it.</summary>
internal static class ReadCalendar
{
    /// <param name="Covered">False: no notice is loaded; weekends and statutory days stand in, and what rests on them is provisional.</param>
    public sealed record YearView(
        int Year, bool Covered, string Version, string? Notice, int WorkingDays, IReadOnlyList<HolidaySpan> Holidays, IReadOnlyList<DateOnly> MakeUpWork, IReadOnlyList<DayView> Days);

    public sealed record DayView(DateOnly Date, string Weekday, string Kind, bool Working, string Reason);

    public sealed record EditionView(
        long Key, string Version, int Year, int Revision, string? Notice, DateTimeOffset LoadedAt, string LoadedBy, Guid? CorrectionId,
        int Checked, int Moved, DateTimeOffset? RecomputedAt, DateTimeOffset? CancelledAt);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/calendar/{year:int}", (int year, DeadlineRules rules) => Year(year, rules.Now.Calendar).ToHttp())
            .RequireAuthorization(Policies.SignedIn).WithName("read-calendar").WithTags("calendar").Produces<YearView>();
        api.MapGet("/calendar/editions", async (WorkflowDbContext db, CancellationToken cancellation) =>
            {
                var rows = await db.Set<CalendarEdition>().AsNoTracking().OrderByDescending(e => e.Key).Take(ListPages.TotalCap).ToListAsync(cancellation);
                return Results.Ok(new ListPage<EditionView>([.. rows.Select(View)], null, rows.Count, false));
            })
            .RequireAuthorization(Policies.SignedIn).WithName("list-calendar-editions").WithTags("calendar").Produces<ListPage<EditionView>>();
        api.MapPost("/calendar/editions/{key:long}/cancel-recomputation", async (
                long key, HttpContext http, IActRing ring, IActorSource actors, CancellationToken cancellation) =>
            {
                var actor = await actors.CurrentAsync(http, cancellation);
                return (await ring.RunAsync("calendar/cancel-recomputation", actor, (act, token) => CancelAsync(key, act, token), cancellation: cancellation)).ToHttp();
            })
            .RequireAuthorization(Policies.Administrators).WithName("cancel-recomputation").WithTags("calendar").Produces<EditionView>();
    }

    internal static Result<YearView> Year(int year, Shared.Deadlines.WorkCalendar calendar)
    {
        if (year < CalendarRange.First.Year || year > CalendarRange.Last.Year)
        {
            return Rejection.Form("calendar.year-out-of-range", $"年份应为 {CalendarRange.First.Year} 至 {CalendarRange.Last.Year}，实际为 {year}。",
                new FieldObjection("year", $"{CalendarRange.First.Year} 至 {CalendarRange.Last.Year}", $"{year}"));
        }

        var first = new DateOnly(year, 1, 1);
        var days = Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(i => calendar.Day(first.AddDays(i))).ToList();
        var loaded = calendar.Year(year);
        return new YearView(
            year, loaded is not null, calendar.Version, loaded?.Notice, days.Count(d => d.IsWorkingDay), loaded?.Holidays ?? [], loaded?.MakeUpWork ?? [],
            [.. days.Select(d => new DayView(d.Date, ShanghaiTime.Weekday(d.Date), UpperSnake.From(d.Kind), d.IsWorkingDay, d.Reason + (d.Covered ? "" : "（暂定）")))]);
    }

    internal static async Task<Result<EditionView>> CancelAsync(long key, ActContext act, CancellationToken cancellation)
    {
        if (!act.Actor.HasRole(Roles.Administrator))
        {
            return Rejection.Forbidden("calendar.not-administrator", "期限重算由管理员停止。");
        }

        if (await act.Db.Set<CalendarEdition>().SingleOrDefaultAsync(e => e.Key == key, cancellation) is not { } edition)
        {
            return Rejection.NotFound("calendar.no-such-edition", "未找到该日历版本。");
        }

        if (edition.RecomputedAt is not null || edition.CancelledAt is not null)
        {
            return Rejection.Conflict("calendar.recomputation-over", edition.RecomputedAt is null ? "期限重算已停止。" : "期限重算已完成，不能停止。");
        }

        (edition.CancelledAt, edition.CancelledBy) = (act.Now, act.Actor.PersonName);
        return View(edition);
    }

    private static EditionView View(CalendarEdition e) => new(
        e.Key, e.Version, e.Year, e.Revision, e.Notice, e.LoadedAt, e.LoadedByName, e.CorrectionId, e.Checked, e.Moved, e.RecomputedAt, e.CancelledAt);
}
