using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.WorkCalendars;
using Question = SpecialEquipment.Workflow.Capabilities.WorkCalendars.ComputeDeadline.Question;

namespace SpecialEquipment.Workflow.Capabilities.Tests.WorkCalendars;

public class ComputeDeadlineTests
{
    private static readonly RulesInForce Rules = DeadlineRules.Shipped().Now;

    [Theory]
    [InlineData("2026-02-10", "10", "WORKING_DAY", "2026-03-02", false)]
    [InlineData("2026-06-30", "-20", "WORKING_DAY", "2026-06-01", false)]
    [InlineData("2026-12-18", "10", "WORKING_DAY", "2027-01-04", true)]
    [InlineData("2026-02-10", "10", "CALENDAR_DAY", "2026-02-20", false)]
    [InlineData("2026-01-31", "1", "MONTH", "2026-02-28", false)]
    [InlineData("2026-02-10T09:30:00+08:00", "24", "HOUR", "2026-02-11T09:30:00+08:00", false)]
    [InlineData("2026-02-10T01:30:00Z", "-24", "HOUR", "2026-02-09T09:30:00+08:00", false)]
    [InlineData("2026-02-10T16:00:00Z", "1", "CALENDAR_DAY", "2026-02-12", false)]
    public void It_answers_with_the_due_day_and_why(string start, string amount, string unit, string due, bool provisional)
    {
        var answer = Ask(new Question(start, amount, unit, null, null, null, null)).Value;
        Assert.Equal((due, provisional, unit), (answer.Due, answer.Provisional, answer.Unit));
        Assert.NotEmpty(answer.Explanation);
        Assert.Equal("cn-2026-08-07", answer.CalendarVersion);
    }

    [Fact]
    public void A_rule_brings_its_amount_and_its_article()
    {
        var answer = Ask(new Question("2026-02-10", null, null, null, "reinspect", "140581", null)).Value;
        Assert.Equal(("2026-03-02", 10, "整改复查", "第29条", "default-v1"), (answer.Due, answer.Amount!.Value, answer.RuleName, answer.Article, answer.PolicyPackVersion));
    }

    [Fact]
    public void Rolling_and_named_dates_can_be_asked_for()
    {
        Assert.Equal("2026-05-06", Ask(new Question("2026-04-30", "3", "CALENDAR_DAY", null, null, null, "true")).Value.Due);
        var named = Ask(new Question("2026-09-10", null, "DATE", "2026-10-03", null, null, null)).Value;
        Assert.Equal(("2026-10-03", false), (named.Due, named.OnWorkingDay));
        Assert.Equal("2026-02-10", Ask(new Question("2026-02-10", "0", "WORKING_DAY", null, null, null, null)).Value.Due);
    }

    [Theory]
    [InlineData(null, "10", "WORKING_DAY", null, null, "start")]
    [InlineData("10.02.2026", "10", "WORKING_DAY", null, null, "start")]
    [InlineData("2026-02-30", "10", "WORKING_DAY", null, null, "start")]
    [InlineData("2026-02-10T09:30:00", "10", "WORKING_DAY", null, null, "start")]
    [InlineData("1949-10-01", "10", "WORKING_DAY", null, null, "start")]
    [InlineData("9999-12-31", "10", "WORKING_DAY", null, null, "start")]
    [InlineData("2026-02-10", null, "WORKING_DAY", null, null, "amount")]
    [InlineData("2026-02-10", "ten", "WORKING_DAY", null, null, "amount")]
    [InlineData("2026-02-10", "1.5", "WORKING_DAY", null, null, "amount")]
    [InlineData("2026-02-10", "99999", "WORKING_DAY", null, null, "amount")]
    [InlineData("2026-02-10", "-2147483648", "WORKING_DAY", null, null, "amount")]
    [InlineData("2026-02-10", "99999999999", "WORKING_DAY", null, null, "amount")]
    [InlineData("2026-02-10", "10", null, null, null, "unit")]
    [InlineData("2026-02-10", "10", "FORTNIGHT", null, null, "unit")]
    [InlineData("2026-02-10", "10", "3", null, null, "unit")]
    [InlineData("2026-02-10", "24", "HOUR", null, "true", "rollForward")]
    [InlineData("2026-02-10", "-3", "CALENDAR_DAY", null, "true", "rollForward")]
    [InlineData("2026-02-10", "3", "CALENDAR_DAY", null, "maybe", "rollForward")]
    [InlineData("2026-02-10", null, "DATE", null, null, "date")]
    [InlineData("2026-02-10", null, "DATE", "2026-02-09", null, "date")]
    [InlineData("2026-02-10", null, "DATE", "2026-03-09", "true", "rollForward")]
    public void Bad_input_is_refused_by_field_in_words(string? start, string? amount, string? unit, string? date, string? roll, string field)
    {
        var rejection = Ask(new Question(start, amount, unit, date, null, null, roll)).Rejection!;
        Assert.Equal(("deadlines.cannot-compute", 422), (rejection.Code, rejection.Status));
        Assert.Equal(field, Assert.Single(rejection.Errors).Field);
        Assert.StartsWith("无法计算期限：", rejection.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_wrong_is_said_at_once() =>
        Assert.Equal(["start", "amount"], Ask(new Question("x", "y", "WORKING_DAY", null, null, null, null)).Rejection!.Errors.Select(e => e.Field));

    [Fact]
    public void Rules_that_do_not_exist_or_did_not_hold_then_are_told_apart()
    {
        Assert.Equal("noSuchRule", Ask(new Question("2026-02-10", null, null, null, "noSuchRule", null, null)).Rejection!.Errors[0].Actual);
        Assert.Equal("reinspect 当时无效", Ask(new Question("2022-06-30", null, null, null, "reinspect", null, null)).Rejection!.Errors[0].Actual);
        Assert.Equal("同时给出", Ask(new Question("2026-02-10", "10", "WORKING_DAY", null, "reinspect", null, null)).Rejection!.Errors[0].Actual);
    }

    [Theory]
    [InlineData("2099-12-30", "2000")]
    [InlineData("2000-01-03", "-2000")]
    public void A_result_outside_the_calendar_is_refused(string start, string amount) =>
        Assert.Equal("deadlines.out-of-range", Ask(new Question(start, amount, "WORKING_DAY", null, null, null, null)).Rejection!.Code);

    [Fact]
    public void A_year_is_shown_day_by_day()
    {
        var year = ReadCalendar.Year(2026, Rules.Calendar).Value;
        Assert.Equal((true, 248, 365), (year.Covered, year.WorkingDays, year.Days.Count));
        Assert.Equal(("MAKE_UP_WORKDAY", "调休上班", "周六"), year.Days.Where(d => d.Date == new DateOnly(2026, 2, 14)).Select(d => (d.Kind, d.Reason, d.Weekday)).Single());
        var fallback = ReadCalendar.Year(2027, Rules.Calendar).Value;
        Assert.False(fallback.Covered);
        Assert.Equal("法定节假日（春节）（暂定）", fallback.Days.Single(d => d.Date == new DateOnly(2027, 2, 8)).Reason);
        Assert.Equal("calendar.year-out-of-range", ReadCalendar.Year(1999, Rules.Calendar).Rejection!.Code);
    }

    [Fact]
    public void Policy_rules_can_be_listed_as_they_hold_on_a_day()
    {
        var all = ListPolicyRules.List(null, null, null, Rules.Policy).Value;
        Assert.Equal(Rules.Policy.Rules.Count, all.Total);
        var then = ListPolicyRules.List("2022-06-30", "140581", null, Rules.Policy).Value;
        Assert.DoesNotContain(then.Items, r => r.Id == "reinspect");
        Assert.Equal(["reinspect"], ListPolicyRules.List("2026-02-10", "140581", "复查", Rules.Policy).Value.Items.Select(r => r.Id));
        Assert.Equal("calendar.bad-date", ListPolicyRules.List("yesterday", null, null, Rules.Policy).Rejection!.Code);
    }

    private static Shared.Acts.Result<ComputeDeadline.Answer> Ask(Question question) => ComputeDeadline.Ask(question, Rules);
}
