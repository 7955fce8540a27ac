using System.Globalization;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Deadlines;

public class ArithmeticTests
{
    private static readonly Shared.Deadlines.WorkCalendar Calendar = ShippedData.Calendar();
    private static readonly PolicyPack Policy = ShippedData.Policy();

    [Fact]
    public void A_day_deadline_holds_to_the_last_second_and_is_overdue_at_midnight()
    {
        var due = DeadlineCalculator.Compute(At("2026-03-09 16:00"), new TimeLimit(3, LimitUnit.CalendarDay), Calendar);
        Assert.Equal(Day("2026-03-12"), due.Day);
        Assert.Equal(new DateTimeOffset(2026, 3, 12, 15, 59, 59, TimeSpan.Zero), due.DueInstant);
        Assert.Equal(new DateTimeOffset(2026, 3, 12, 16, 0, 0, TimeSpan.Zero), due.OverdueAt);
        Assert.True(due.IsMetBy(due.DueInstant.AddMilliseconds(999)));
        Assert.False(due.IsMetBy(due.OverdueAt));
    }

    [Fact]
    public void E1_the_overdue_instant_starts_follow_up_duties_whose_first_day_is_the_next_one()
    {
        var due = DeadlineCalculator.Compute(Day("2026-03-09"), new TimeLimit(3, LimitUnit.CalendarDay), Calendar); // Thursday 12
        var followUp = DeadlineCalculator.Compute(due.OverdueAt, new TimeLimit(3, LimitUnit.WorkingDay), Calendar);
        Assert.Equal(Day("2026-03-13"), ShanghaiTime.DateOf(due.OverdueAt));
        Assert.Equal(Day("2026-03-18"), followUp.Day); // Mon 16, Tue 17, Wed 18: Friday 13 itself is not counted
    }

    [Theory]
    [InlineData("2026-03-12", "2026-03-13 00:00")]
    [InlineData("2026-03-13", "2026-03-16 00:00")]
    [InlineData("2026-02-14", "2026-02-24 00:00")]
    [InlineData("2026-02-27", "2026-02-28 00:00")]
    public void The_ladder_opens_at_midnight_of_the_first_working_day_on_which_it_is_overdue(string due, string opens)
    {
        var deadline = DeadlineCalculator.Compute(Day("2026-02-01"), TimeLimit.Until(Day(due)), Calendar);
        Assert.Equal(At(opens), Overdue.FirstWorkingDay(deadline.OverdueAt, Calendar));
    }

    [Fact]
    public void Overdue_working_days_count_from_the_first_overdue_day()
    {
        var overdueAt = ShanghaiTime.StartOf(Day("2026-03-14")); // due Friday 13
        Assert.Equal(0, Overdue.WorkingDays(overdueAt, At("2026-03-13 23:59"), Calendar));
        Assert.Equal(0, Overdue.WorkingDays(overdueAt, At("2026-03-15 12:00"), Calendar));
        Assert.Equal(1, Overdue.WorkingDays(overdueAt, At("2026-03-16 00:00"), Calendar));
        Assert.Equal(5, Overdue.WorkingDays(overdueAt, At("2026-03-20 09:00"), Calendar));
        Assert.Equal(4, Overdue.WorkingDaysLeft(Day("2026-03-13"), At("2026-03-09 09:00"), Calendar));
    }

    [Theory]
    [InlineData("2026-01-31", 1, "2026-02-28")]
    [InlineData("2024-01-31", 1, "2024-02-29")]
    [InlineData("2026-01-30", 13, "2027-02-28")]
    [InlineData("2026-03-31", -1, "2026-02-28")]
    [InlineData("2026-05-15", 1, "2026-06-15")]
    public void Months_end_on_the_same_day_or_the_last_of_the_month(string start, int months, string due)
    {
        var result = DeadlineCalculator.Compute(Day(start), new TimeLimit(months, LimitUnit.Month), Calendar);
        Assert.Equal(Day(due), result.Day);
        Assert.False(result.Provisional);
    }

    [Fact]
    public void A_clamped_month_says_so()
    {
        var lines = DeadlineCalculator.Compute(Day("2026-01-31"), new TimeLimit(1, LimitUnit.Month), Calendar).Explanation;
        Assert.Equal("满 1 个月（该月无对应日，取月末），届满", lines[^1].Reason);
    }

    [Fact]
    public void Hours_run_exactly_through_nights_and_holidays()
    {
        var due = DeadlineCalculator.Compute(At("2026-02-14 17:30"), new TimeLimit(24, LimitUnit.Hour), Calendar);
        Assert.Null(due.Day);
        Assert.Equal(At("2026-02-15 17:30"), due.DueInstant);
        Assert.Equal(due.DueInstant, due.OverdueAt);
        Assert.Equal(
            ["2026-02-14 17:30 起算；计 6 小时 30 分，累计 6 小时 30 分", "计 17 小时 30 分，累计 24 小时，届满于 2026-02-15 17:30"],
            due.Explanation.Select(l => l.Reason));
    }

    [Fact]
    public void Days_are_those_of_Shanghai_though_instants_come_in_UTC()
    {
        var lateEvening = new DateTimeOffset(2026, 3, 9, 15, 59, 59, TimeSpan.Zero);  // 23:59:59 on the 9th in Shanghai
        var midnight = new DateTimeOffset(2026, 3, 9, 16, 0, 0, TimeSpan.Zero);       // 00:00 on the 10th
        Assert.Equal(Day("2026-03-10"), DeadlineCalculator.Compute(lateEvening, new TimeLimit(1, LimitUnit.CalendarDay), Calendar).Day);
        Assert.Equal(Day("2026-03-11"), DeadlineCalculator.Compute(midnight, new TimeLimit(1, LimitUnit.CalendarDay), Calendar).Day);
    }

    [Fact]
    public void Q2_a_named_date_stays_on_a_holiday_but_says_that_it_is_one()
    {
        var due = DeadlineCalculator.Compute(Day("2026-09-10"), TimeLimit.Until(Day("2026-10-03")), Calendar);
        Assert.Equal(Day("2026-10-03"), due.Day);
        Assert.False(due.OnWorkingDay);
        Assert.Equal("指定日期（法定节假日（国庆节），不顺延），届满", due.Explanation[^1].Reason);
        Assert.Throws<ArgumentException>(() => DeadlineCalculator.Compute(Day("2026-09-10"), TimeLimit.Until(Day("2026-09-09")), Calendar));
    }

    [Fact]
    public void E16_own_duties_are_strict_and_the_duties_of_the_police_roll()
    {
        var start = At("2026-04-30 10:00"); // three days end on Sunday 2026-05-03, inside the Labour Day holiday
        var own = DeadlineCalculator.Compute(start, Policy.Rule("criminalDecide", start).Limit, Calendar);
        var police = DeadlineCalculator.Compute(start, Policy.Rule("policeDecide", start).Limit, Calendar);
        Assert.Equal(Day("2026-05-03"), own.Day);
        Assert.Equal(Day("2026-05-06"), police.Day);
        Assert.Equal("自然日（法定节假日（劳动节）照计）；末日为法定节假日（劳动节），顺延", police.Explanation[3].Reason);
        Assert.Equal("法定节假日（劳动节），继续顺延", police.Explanation[4].Reason);
        Assert.Equal("首个工作日（工作日），顺延后届满", police.Explanation[^1].Reason);
    }

    [Fact]
    public void Rolling_off_the_end_of_the_calendar_is_provisional_but_counting_plain_days_is_not()
    {
        Assert.True(DeadlineCalculator.Compute(Day("2026-12-29"), new TimeLimit(3, LimitUnit.CalendarDay, rollForward: true), Calendar).Provisional);
        Assert.False(DeadlineCalculator.Compute(Day("2026-12-29"), new TimeLimit(3, LimitUnit.CalendarDay), Calendar).Provisional);
        Assert.False(DeadlineCalculator.Compute(Day("2026-12-29"), new TimeLimit(2, LimitUnit.WorkingDay), Calendar).Provisional);
    }

    [Fact]
    public void E14_within_n_days_is_the_difference_of_the_dates()
    {
        var rule = Policy.Rule("relapseWindow", Day("2026-01-10"));
        Assert.Equal(Day("2026-01-10").AddDays(rule.Amount), DeadlineCalculator.Compute(Day("2026-01-10"), rule.Limit, Calendar).Day);
        Assert.Equal(Day("2026-07-09"), Day("2026-01-10").AddDays(rule.Amount));
    }

    [Fact]
    public void Limits_that_make_no_sense_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new TimeLimit(5, LimitUnit.Date));
        Assert.Throws<ArgumentException>(() => new TimeLimit(24, LimitUnit.Hour, rollForward: true));
        Assert.Throws<ArgumentException>(() => new TimeLimit(-5, LimitUnit.CalendarDay, rollForward: true));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.AddWorkingDays(Day("2026-01-01"), 50_000));
    }

    [Fact]
    public void Reminders_fall_before_on_and_after_the_due_day()
    {
        var rules = new RulesInForce(Calendar, Policy);
        var days = rules.Reminders(Day("2026-10-09")).Take(10).Select(r => $"{r.Kind} {ShanghaiTime.Text(r.Day)}");
        Assert.Equal(
            [
                "Remind 2026-09-29", "Remind 2026-10-08", "Due 2026-10-09",
                "Overdue 2026-10-10", "Overdue 2026-10-12", "Overdue 2026-10-13", "Overdue 2026-10-14", "Overdue 2026-10-15",
                "Overdue 2026-10-22", "Overdue 2026-10-29",
            ],
            days);
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private static DateTimeOffset At(string shanghai) =>
        new DateTimeOffset(DateTime.Parse(shanghai, CultureInfo.InvariantCulture), TimeSpan.FromHours(8)).ToUniversalTime();
}
