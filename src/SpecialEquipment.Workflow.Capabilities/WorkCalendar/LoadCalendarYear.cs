using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.WorkCalendars;

/// <summary>Loads the notice of a year, or a newer reading of it. What was provisional is recomputed afterwards, in batches.</summary>
internal static class LoadCalendarYear
{
    /// <param name="Version">Version of the whole calendar from now on.</param>
    /// <param name="WorkingDays">Working days of the year.</param>
    /// <param name="ToRecompute">Open deadlines that are asked again.</param>
    public sealed record Receipt(int Year, int Revision, string Version, int WorkingDays, int ToRecompute);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/calendar/{year:int}/load", async (
                int year, YearForm form, HttpContext http, IActRing ring, IActorSource actors, FollowCalendar follow, CancellationToken cancellation) =>
            {
                var actor = await actors.CurrentAsync(http, cancellation);
                var result = await ring.RunAsync("calendar/load-year", actor, (act, token) => DoAsync(year, form, act, token), cancellation: cancellation);
                if (!result.IsRejected)
                {
                    await follow.LoadedAsync(cancellation);
                }

                return result.ToHttp();
            })
            .RequireAuthorization(Policies.Administrators).WithName("load-calendar-year").WithTags("calendar").Produces<Receipt>();

    internal static async Task<Result<Receipt>> DoAsync(int year, YearForm form, ActContext act, CancellationToken cancellation)
    {
        if (!act.Actor.HasRole(Roles.Administrator))
        {
            return Rejection.Forbidden("calendar.not-administrator", "日历由管理员载入。");
        }

        var read = form.Read(year);
        if (read.Rejection is { } unsound)
        {
            return unsound;
        }

        var calendar = await CalendarBook.CalendarAsync(act.Db, cancellation) ?? ShippedData.Calendar();
        var changed = PastDays.Changed(calendar, read.Value, ShanghaiTime.DateOf(act.Now));
        if (changed.Count > 0)
        {
            return Rejection.Conflict("calendar.past-days", $"{ShanghaiTime.Text(act.Now)[..10]} 及以前的日期不得直接修改，应先提出更正并经另一人批准；涉及 {string.Join("、", changed)}");
        }

        return await AddAsync(read.Value, act, null, cancellation);
    }

    internal static async Task<Result<Receipt>> AddAsync(CalendarYear year, ActContext act, Guid? correctionId, CancellationToken cancellation)
    {
        var revision = 1 + (await act.Db.Set<CalendarEdition>().Where(e => e.Year == year.Year).MaxAsync(e => (int?)e.Revision, cancellation) ?? 0);
        var edition = CalendarEdition.Of(year, $"cn-{year.Year}.{revision}", revision, act, correctionId);
        act.Db.Add(edition);
        act.Record(CalendarLedger.Fact("load-calendar-year", $"载入 {year.Year} 年放假安排（第 {revision} 版）", new Dictionary<string, object?>
        {
            ["version"] = edition.Version, ["notice"] = year.Notice, ["off"] = year.Off.Select(ShanghaiTime.Text).ToList(),
            ["makeUpWork"] = year.MakeUpWork.Select(ShanghaiTime.Text).ToList(), ["correctionId"] = correctionId,
        }));
        var calendar = (await CalendarBook.CalendarAsync(act.Db, cancellation) ?? ShippedData.Calendar()).With(year, edition.Version);
        var open = await RecomputeDeadlines.Stale(act.Db, edition.Version, edition.ReplacesLoadedYear).CountAsync(cancellation);
        var working = calendar.WorkingDaysBetween(edition.CoversFrom.AddDays(-1), edition.CoversTo);
        return new Receipt(year.Year, revision, edition.Version, working, open);
    }
}

/// <summary>A day that has passed is evidence: deadlines were met or missed by it.</summary>
internal static class PastDays
{
    /// <summary>Days up to today that the published calendar would now read differently, in words; a year never loaded has none.</summary>
    public static IReadOnlyList<string> Changed(Shared.Deadlines.WorkCalendar calendar, CalendarYear year, DateOnly today)
    {
        var first = new DateOnly(year.Year, 1, 1);
        if (calendar.Year(year.Year) is null || today < first)
        {
            return [];
        }

        var next = calendar.With(year, calendar.Version);
        var last = today < first.AddYears(1) ? today : first.AddYears(1).AddDays(-1);
        return [.. Days(first, last)
            .Where(day => calendar.IsWorkingDay(day) != next.IsWorkingDay(day))
            .Select(day => $"{ShanghaiTime.Text(day)}（{calendar.Day(day).Reason}→{next.Day(day).Reason}）")];
    }

    private static IEnumerable<DateOnly> Days(DateOnly first, DateOnly last)
    {
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            yield return day;
        }
    }
}
