using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Storage.Conventions;

namespace SpecialEquipment.Workflow.Capabilities.WorkCalendars;

/// <summary>Answers "when would it be due, and why": by a rule of the policy pack, by amount and unit, or by a named date. Stores nothing.</summary>
internal static class ComputeDeadline
{
    // technical bounds of one answer, far beyond any limit of the law, so that an explanation stays a page and not a book
    private static readonly Dictionary<LimitUnit, int> Most = new()
    {
        [LimitUnit.Hour] = 10_000, [LimitUnit.CalendarDay] = 4_000, [LimitUnit.WorkingDay] = 2_500, [LimitUnit.Month] = 120,
    };

    /// <summary>What a caller may ask; all text, so that what cannot be read is refused in words and not with an empty 400.</summary>
    public sealed record Question(string? Start, string? Amount, string? Unit, string? Date, string? RuleId, string? Region, string? RollForward);

    /// <param name="Due">The due day, or the exact instant (Asia/Shanghai) of a limit in hours.</param>
    public sealed record Answer(
        string Start, string Due, bool Provisional, bool OnWorkingDay, DateTimeOffset DueInstant, DateTimeOffset OverdueAt, int? Amount, string Unit, bool RollForward,
        string Limit, string? RuleId, string? RuleName, string? Source, string? Article, string CalendarVersion, string? PolicyPackVersion, IReadOnlyList<DayExplanation> Explanation);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/deadlines/compute", (
                string? start, string? amount, string? unit, string? date, string? ruleId, string? region, string? rollForward, DeadlineRules rules) =>
            Ask(new Question(start, amount, unit, date, ruleId, region, rollForward), rules.Now).ToHttp())
            .RequireAuthorization(Policies.SignedIn).WithName("compute-deadline").WithTags("deadlines").Produces<Answer>();

    internal static Result<Answer> Ask(Question question, RulesInForce rules)
    {
        var objections = new List<FieldObjection>();
        var start = Start(question.Start, objections);
        PolicyRule? rule = null;
        TimeLimit? limit;
        if (!string.IsNullOrWhiteSpace(question.RuleId))
        {
            RefuseBoth(question, objections);
            rule = start is { } at ? rules.Policy.FindRule(question.RuleId, ShanghaiTime.DateOf(at), Blank(question.Region)) : null;
            if (start is { } asked && rule is null)
            {
                objections.Add(Missing(question, asked, rules.Policy));
            }

            limit = rule?.Limit;
        }
        else
        {
            limit = Limit(question, start, objections);
        }

        if (objections.Count > 0 || start is not { } from || limit is null)
        {
            return Rejection.Form("deadlines.cannot-compute", $"无法计算期限：{string.Join("；", objections.Select(o => $"{o.Field} 应为{o.Expected}，实际为{o.Actual}"))}。", [.. objections]);
        }

        try
        {
            return Compose(question, from, limit, rule, rules);
        }
        catch (ArgumentOutOfRangeException)
        {
            return Rejection.Form("deadlines.out-of-range", $"结果应在 {ShanghaiTime.Text(CalendarRange.First)} 至 {ShanghaiTime.Text(CalendarRange.Last)} 之间，实际超出。",
                new FieldObjection("start", "结果不超出可计算范围", question.Start!));
        }
    }

    private static Answer Compose(Question question, DateTimeOffset from, TimeLimit limit, PolicyRule? rule, RulesInForce rules)
    {
        var due = DeadlineCalculator.Compute(from, limit, rules.Calendar);
        var text = due.Day is { } day ? ShanghaiTime.Text(day) : ShanghaiTime.IsoText(due.DueInstant);
        return new Answer(
            question.Start!.Trim(), text, due.Provisional, due.OnWorkingDay, due.DueInstant, due.OverdueAt, limit.NamedDate is null ? limit.Amount : null,
            UpperSnake.From(limit.Unit), limit.RollForward, limit.ToString(), rule?.Id, rule?.Name, rule?.Source, rule?.Article,
            rules.Calendar.Version, rule is null ? null : rules.Policy.Version, due.Explanation);
    }

    private static DateTimeOffset? Start(string? text, List<FieldObjection> objections)
    {
        const string expected = "日期 2026-02-10，或者带时区的时刻 2026-02-10T09:30:00+08:00";
        DateTimeOffset at;
        if (DateOnly.TryParseExact(text?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            if (!CalendarRange.Holds(day))
            {
                objections.Add(OutOfRange(text!));
                return null;
            }

            at = ShanghaiTime.StartOf(day);
        }
        else if (!HasZone(text) || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out at))
        {
            objections.Add(new FieldObjection("start", expected, Shown(text)));
            return null;
        }

        if (!CalendarRange.Holds(DateOnly.FromDateTime(at.UtcDateTime)))
        {
            objections.Add(OutOfRange(text!));
            return null;
        }

        return at;
    }

    private static TimeLimit? Limit(Question question, DateTimeOffset? start, List<FieldObjection> objections)
    {
        var before = objections.Count;
        LimitUnit unit = default;
        if (question.Unit is null || !UpperSnake.TryTo(question.Unit.Trim(), out unit))
        {
            objections.Add(new FieldObjection("unit", "HOUR、CALENDAR_DAY、WORKING_DAY、MONTH、DATE 之一", Shown(question.Unit)));
            return null;
        }

        var roll = false;
        if (question.RollForward is { } asked && !bool.TryParse(asked, out roll))
        {
            objections.Add(new FieldObjection("rollForward", "true 或者 false", Shown(asked)));
        }

        if (unit == LimitUnit.Date)
        {
            return Named(question, start, roll, objections);
        }

        if (!int.TryParse(question.Amount, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var amount) || Math.Abs((long)amount) > Most[unit])
        {
            objections.Add(new FieldObjection("amount", $"-{Most[unit]} 至 {Most[unit]} 的整数", Shown(question.Amount)));
        }

        if (roll && unit == LimitUnit.Hour)
        {
            objections.Add(new FieldObjection("rollForward", "false（以小时计的期限连续计算，不顺延）", "true"));
        }

        if (roll && amount < 0)
        {
            objections.Add(new FieldObjection("rollForward", "false（倒推的期限不顺延）", "true"));
        }

        return objections.Count > before ? null : new TimeLimit(amount, unit, roll);
    }

    private static TimeLimit? Named(Question question, DateTimeOffset? start, bool roll, List<FieldObjection> objections)
    {
        if (roll)
        {
            objections.Add(new FieldObjection("rollForward", "false（指定日期不顺延）", "true"));
        }

        if (!DateOnly.TryParseExact(question.Date?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            objections.Add(new FieldObjection("date", "指定日期，格式 2026-03-12", Shown(question.Date)));
            return null;
        }

        if (start is { } from && (date < ShanghaiTime.DateOf(from) || !CalendarRange.Holds(date) || date.DayNumber - ShanghaiTime.DateOf(from).DayNumber > Most[LimitUnit.CalendarDay]))
        {
            objections.Add(new FieldObjection("date", $"不早于起算日且相距不超过 {Most[LimitUnit.CalendarDay]} 日", Shown(question.Date)));
        }

        return roll ? null : TimeLimit.Until(date);
    }

    private static void RefuseBoth(Question question, List<FieldObjection> objections)
    {
        if (question.Amount is not null || question.Unit is not null || question.Date is not null || question.RollForward is not null)
        {
            objections.Add(new FieldObjection("ruleId", "单独给出（期限由规则包决定），或者改为给出 amount 与 unit", "同时给出"));
        }
    }

    private static FieldObjection Missing(Question question, DateTimeOffset at, PolicyPack policy) => policy.Knows(question.RuleId!)
        ? new FieldObjection("ruleId", $"在 {ShanghaiTime.Text(at)[..10]}、该地区有效的规则", $"{question.RuleId} 当时无效")
        : new FieldObjection("ruleId", $"规则包 {policy.Version} 中的规则", Shown(question.RuleId));

    private static FieldObjection OutOfRange(string text) =>
        new("start", $"{ShanghaiTime.Text(CalendarRange.First)} 至 {ShanghaiTime.Text(CalendarRange.Last)} 之间", Shown(text));

    /// <summary>An instant without a zone would be read in the zone of whichever machine answers.</summary>
    private static bool HasZone(string? text) =>
        text is not null && text.Contains('T') && (text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > text.IndexOf('T'));

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string Shown(string? text) => string.IsNullOrWhiteSpace(text) ? "（空）" : text.Length > 60 ? text[..60] + "…" : text;
}
