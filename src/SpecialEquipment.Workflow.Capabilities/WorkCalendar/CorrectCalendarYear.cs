using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.WorkCalendars;

/// <summary>Changes days already past: an administrator proposes with a reason, another person approves or rejects.</summary>
internal static class CorrectCalendarYear
{
    public sealed record Proposal(Guid Id, int Year, string Changes, string State);

    public sealed record Decision(string? Opinion);

    public sealed record CorrectionRow(
        Guid Id, int Year, string Reason, string Changes, string State, string ProposedBy, DateTimeOffset ProposedAt, string? DecidedBy, DateTimeOffset? DecidedAt, string? Opinion);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/calendar/{year:int}/propose-correction", async (
                int year, YearForm form, HttpContext http, IActRing ring, IActorSource actors, CancellationToken cancellation) =>
            {
                var actor = await actors.CurrentAsync(http, cancellation);
                return (await ring.RunAsync("calendar/propose-correction", actor, (act, token) => ProposeAsync(year, form, act, token), cancellation: cancellation)).ToHttp();
            })
            .RequireAuthorization(Policies.Administrators).WithName("propose-calendar-correction").WithTags("calendar").Produces<Proposal>();
        api.MapPost("/calendar/corrections/{id:guid}/approve", async (
                Guid id, Decision decision, HttpContext http, IActRing ring, IActorSource actors, FollowCalendar follow, CancellationToken cancellation) =>
            {
                var actor = await actors.CurrentAsync(http, cancellation);
                var result = await ring.RunAsync("calendar/approve-correction", actor, (act, token) => ApproveAsync(id, decision, act, token), cancellation: cancellation);
                if (!result.IsRejected)
                {
                    await follow.LoadedAsync(cancellation);
                }

                return result.ToHttp();
            })
            .RequireAuthorization(Policies.SignedIn).WithName("approve-calendar-correction").WithTags("calendar").Produces<LoadCalendarYear.Receipt>();
        api.MapPost("/calendar/corrections/{id:guid}/reject", async (
                Guid id, Decision decision, HttpContext http, IActRing ring, IActorSource actors, CancellationToken cancellation) =>
            {
                var actor = await actors.CurrentAsync(http, cancellation);
                return (await ring.RunAsync("calendar/reject-correction", actor, (act, token) => RejectAsync(id, decision, act, token), cancellation: cancellation)).ToHttp();
            })
            .RequireAuthorization(Policies.SignedIn).WithName("reject-calendar-correction").WithTags("calendar").Produces<Proposal>();
        api.MapGet("/calendar/corrections", async (WorkflowDbContext db, CancellationToken cancellation) =>
            {
                var rows = await db.Set<CalendarCorrection>().AsNoTracking().OrderByDescending(c => c.Key).Take(ListPages.TotalCap).ToListAsync(cancellation);
                return Results.Ok(new ListPage<CorrectionRow>([.. rows.Select(Row)], null, rows.Count, false));
            })
            .RequireAuthorization(Policies.Officials).WithName("list-calendar-corrections").WithTags("calendar").Produces<ListPage<CorrectionRow>>();
    }

    internal static async Task<Result<Proposal>> ProposeAsync(int year, YearForm form, ActContext act, CancellationToken cancellation)
    {
        if (!act.Actor.HasRole(Roles.Administrator))
        {
            return Rejection.Forbidden("calendar.not-administrator", "日历更正由管理员提出。");
        }

        if (string.IsNullOrWhiteSpace(form.Reason))
        {
            return Rejection.Form("calendar.correction-without-reason", "日历更正应写明理由。", new FieldObjection("reason", "更正理由", "（空）"));
        }

        var read = form.Read(year);
        if (read.Rejection is { } unsound)
        {
            return unsound;
        }

        var calendar = await CalendarBook.CalendarAsync(act.Db, cancellation) ?? ShippedData.Calendar();
        var changed = PastDays.Changed(calendar, read.Value, ShanghaiTime.DateOf(act.Now));
        if (changed.Count == 0)
        {
            return Rejection.Conflict("calendar.nothing-past-changes", $"{year} 年没有已过日期发生变化，应直接载入。");
        }

        var correction = new CalendarCorrection
        {
            Id = Guid.CreateVersion7(act.Now),
            Year = year,
            Notice = read.Value.Notice,
            Holidays = read.Value.Holidays,
            Off = read.Value.Off,
            MakeUpWork = read.Value.MakeUpWork,
            Reason = form.Reason.Trim(),
            Changes = string.Join("、", changed),
            ProposedBy = act.Actor.UserId,
            ProposedByName = act.Actor.PersonName,
            ProposedAt = act.Now,
        };
        act.Db.Add(correction);
        act.Record(CalendarLedger.Fact("propose-calendar-correction", $"提出更正 {year} 年日历：{Short(correction.Changes)}", new Dictionary<string, object?>
        {
            ["correctionId"] = correction.Id, ["reason"] = correction.Reason, ["changes"] = correction.Changes,
        }));
        return View(correction);
    }

    internal static async Task<Result<LoadCalendarYear.Receipt>> ApproveAsync(Guid id, Decision decision, ActContext act, CancellationToken cancellation)
    {
        var found = await DecidableAsync(id, act, cancellation);
        if (found.Rejection is { } refused)
        {
            return refused;
        }

        Decide(found.Value, CorrectionState.Approved, decision, act);
        return await LoadCalendarYear.AddAsync(found.Value.ToYear(), act, found.Value.Id, cancellation);
    }

    internal static async Task<Result<Proposal>> RejectAsync(Guid id, Decision decision, ActContext act, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(decision.Opinion))
        {
            return Rejection.Form("calendar.rejection-without-opinion", "不予批准应写明意见。", new FieldObjection("opinion", "意见", "（空）"));
        }

        var found = await DecidableAsync(id, act, cancellation);
        if (found.Rejection is { } refused)
        {
            return refused;
        }

        Decide(found.Value, CorrectionState.Rejected, decision, act);
        return View(found.Value);
    }

    private static async Task<Result<CalendarCorrection>> DecidableAsync(Guid id, ActContext act, CancellationToken cancellation)
    {
        if (!act.Actor.HasRole(Roles.Approver) && !act.Actor.HasRole(Roles.Administrator))
        {
            return Rejection.Forbidden("calendar.not-approver", "日历更正由审批人或者另一名管理员批准。");
        }

        if (await act.Db.Set<CalendarCorrection>().SingleOrDefaultAsync(c => c.Id == id, cancellation) is not { } correction)
        {
            return Rejection.NotFound("calendar.no-such-correction", "未找到该日历更正。");
        }

        if (correction.ProposedBy == act.Actor.UserId)
        {
            return Rejection.Forbidden("calendar.same-person", "提出人不得批准自己提出的更正，应由另一人办理。");
        }

        return correction.State == CorrectionState.Proposed
            ? correction
            : Rejection.Conflict("calendar.correction-decided", $"更正应为待批准，实际为{StateText(correction.State)}") with { CurrentVersion = correction.Version };
    }

    private static void Decide(CalendarCorrection correction, CorrectionState state, Decision decision, ActContext act)
    {
        correction.State = state;
        correction.DecidedBy = act.Actor.UserId;
        correction.DecidedByName = act.Actor.PersonName;
        correction.DecidedAt = act.Now;
        correction.Opinion = decision.Opinion?.Trim();
        correction.Version++;
        act.Record(CalendarLedger.Fact("decide-calendar-correction", $"{StateText(state)} {correction.Year} 年日历更正：{Short(correction.Changes)}", new Dictionary<string, object?>
        {
            ["correctionId"] = correction.Id, ["opinion"] = correction.Opinion,
        }));
    }

    private static string Short(string text) => text.Length <= 200 ? text : text[..199] + "…";

    private static Proposal View(CalendarCorrection correction) => new(correction.Id, correction.Year, correction.Changes, Code(correction.State));

    private static CorrectionRow Row(CalendarCorrection c) => new(
        c.Id, c.Year, c.Reason, c.Changes, Code(c.State), c.ProposedByName, c.ProposedAt, c.DecidedByName, c.DecidedAt, c.Opinion);

    private static string Code(CorrectionState state) => state.ToString().ToUpperInvariant();

    private static string StateText(CorrectionState state) => state switch
    {
        CorrectionState.Proposed => "待批准",
        CorrectionState.Approved => "已批准",
        _ => "未批准",
    };
}
