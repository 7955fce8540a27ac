using System.Globalization;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Deadlines;

public class ClockStopTests
{
    private static readonly Shared.Deadlines.WorkCalendar Calendar = ShippedData.Calendar();

    [Fact]
    public void A_stop_excludes_the_difference_of_its_dates()
    {
        var due = Compute("2026-03-02 10:00", new TimeLimit(30, LimitUnit.CalendarDay), Stop("2026-03-10 09:00", "2026-03-15 17:00"));
        Assert.Equal(new DateOnly(2026, 4, 6), due.Day); // 2026-04-01 and the five days 10…14
        Assert.Equal(5, due.Explanation.Count(l => l.Reason == "暂停：检验检测"));
        Assert.Equal(30, due.Explanation[^1].Number);
    }

    [Fact]
    public void A_stop_within_one_day_excludes_nothing_from_days_but_its_length_from_hours()
    {
        var stop = Stop("2026-03-03 09:00", "2026-03-03 11:30");
        Assert.Equal(new DateOnly(2026, 3, 5), Compute("2026-03-02 10:00", new TimeLimit(3, LimitUnit.WorkingDay), stop).Day);
        Assert.Equal(At("2026-03-03 12:30"), Compute("2026-03-02 10:00", new TimeLimit(24, LimitUnit.Hour), stop).DueInstant);
    }

    [Fact]
    public void Nothing_falls_due_while_its_clock_is_stopped()
    {
        // stopped on the last day itself: that day comes back whole when the clock runs again
        var due = Compute("2026-03-02 10:00", new TimeLimit(3, LimitUnit.CalendarDay), Stop("2026-03-05 16:00", "2026-03-20 08:00"));
        Assert.Equal(new DateOnly(2026, 3, 20), due.Day);
    }

    [Fact]
    public void Stops_one_after_another_add_up_and_overlapping_ones_count_once()
    {
        var limit = new TimeLimit(10, LimitUnit.WorkingDay);
        var oneLong = Compute("2026-03-02 10:00", limit, Stop("2026-03-04 09:00", "2026-03-18 09:00"));
        var twoShort = Compute("2026-03-02 10:00", limit, Stop("2026-03-11 12:00", "2026-03-18 09:00"), Stop("2026-03-04 09:00", "2026-03-11 12:00"));
        var overlapping = Compute("2026-03-02 10:00", limit, Stop("2026-03-04 09:00", "2026-03-16 09:00"), Stop("2026-03-10 09:00", "2026-03-18 09:00"));
        Assert.Equal(oneLong.Day, twoShort.Day);
        Assert.Equal(oneLong.Day, overlapping.Day);
        Assert.Equal(new DateOnly(2026, 3, 30), oneLong.Day); // 3 before the stop's days, then 18…20, 23…27, 30
    }

    [Fact]
    public void An_open_stop_is_reckoned_up_to_the_moment_of_asking()
    {
        var open = new ClockStop(ClockStopReason.Hearing, At("2026-03-10 09:00"), null);
        var limit = new TimeLimit(20, LimitUnit.CalendarDay);
        var asked = DeadlineCalculator.Compute(At("2026-03-02 10:00"), limit, Calendar, [open], At("2026-03-16 12:00"));
        Assert.Equal(new DateOnly(2026, 3, 28), asked.Day);
        Assert.Throws<ArgumentException>(() => DeadlineCalculator.Compute(At("2026-03-02 10:00"), limit, Calendar, [open]));
        Assert.Contains(asked.Explanation, l => l.Reason == "暂停：听证");
    }

    [Fact]
    public void Months_and_named_dates_are_lengthened_by_the_days_a_stop_took()
    {
        var stop = Stop("2026-02-10 09:00", "2026-02-20 09:00");
        var month = Compute("2026-01-31 10:00", new TimeLimit(1, LimitUnit.Month), stop);
        var named = Compute("2026-01-31 10:00", TimeLimit.Until(new DateOnly(2026, 2, 28)), stop);
        Assert.Equal(new DateOnly(2026, 3, 10), month.Day);
        Assert.Equal(new DateOnly(2026, 3, 10), named.Day);
        Assert.Equal("补足暂停的 10 日，届满", month.Explanation[^1].Reason);
    }

    [Fact]
    public void A_stop_that_ends_before_it_begins_is_refused() =>
        Assert.Throws<ArgumentException>(() => Compute("2026-03-02 10:00", new TimeLimit(3, LimitUnit.WorkingDay), Stop("2026-03-05 10:00", "2026-03-04 10:00")));

    private static DueDate Compute(string start, TimeLimit limit, params ClockStop[] stops) =>
        DeadlineCalculator.Compute(At(start), limit, Calendar, stops);

    private static ClockStop Stop(string from, string to) => new(ClockStopReason.InspectionOrTesting, At(from), At(to));

    private static DateTimeOffset At(string shanghai) =>
        new DateTimeOffset(DateTime.Parse(shanghai, CultureInfo.InvariantCulture), TimeSpan.FromHours(8)).ToUniversalTime();
}
