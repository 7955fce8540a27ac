using System.Globalization;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Deadlines;

public class CheckValueTests
{
    private static readonly Shared.Deadlines.WorkCalendar Calendar = ShippedData.Calendar();

    [Theory]
    [InlineData("2025-01-20", 10, "2025-02-08")]
    [InlineData("2025-09-24", 10, "2025-10-14")]
    [InlineData("2026-02-10", 10, "2026-03-02")]
    [InlineData("2026-02-11", 5, "2026-02-25")]
    [InlineData("2026-04-28", 5, "2026-05-08")]
    [InlineData("2026-09-18", 7, "2026-09-29")]
    [InlineData("2026-09-18", 20, "2026-10-22")]
    [InlineData("2026-09-21", 3, "2026-09-24")]
    [InlineData("2026-09-21", 7, "2026-10-08")]
    [InlineData("2026-09-21", 15, "2026-10-19")]
    [InlineData("2026-06-30", -20, "2026-06-01")]
    public void Working_days_fall_where_the_notices_put_them(string start, int amount, string due)
    {
        var result = DeadlineCalculator.Compute(Day(start), new TimeLimit(amount, LimitUnit.WorkingDay), Calendar);
        Assert.Equal(Day(due), result.Day);
        Assert.False(result.Provisional);
        Assert.Equal(amount, Math.Sign(amount) * result.Explanation[^1].Number!.Value);
        Assert.Equal(Math.Abs(amount), result.Explanation.Count(l => l.Counted));
    }

    [Fact]
    public void Beyond_the_loaded_years_the_fallback_answers_provisionally()
    {
        var result = DeadlineCalculator.Compute(Day("2026-12-18"), new TimeLimit(10, LimitUnit.WorkingDay), Calendar);
        Assert.Equal(Day("2027-01-04"), result.Day);
        Assert.True(result.Provisional);
        Assert.Equal("法定节假日（元旦）（暂定）", result.Explanation.Single(l => l.Date == Day("2027-01-01")).Reason);
    }

    [Theory]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void Years_have_their_number_of_working_days(int year, int days) =>
        Assert.Equal(days, Calendar.WorkingDaysBetween(new DateOnly(year - 1, 12, 31), new DateOnly(year, 12, 31)));

    [Fact]
    public void A_make_up_Saturday_can_be_the_due_day()
    {
        var result = DeadlineCalculator.Compute(Day("2025-01-20"), new TimeLimit(10, LimitUnit.WorkingDay), Calendar);
        Assert.Equal(DayOfWeek.Saturday, result.Day!.Value.DayOfWeek);
        Assert.True(result.OnWorkingDay);
        Assert.Equal("调休上班，届满", result.Explanation[^1].Reason);
    }

    [Fact]
    public void The_explanation_tells_every_day_from_the_event_to_the_due_day()
    {
        var lines = DeadlineCalculator.Compute(Day("2026-02-10"), new TimeLimit(10, LimitUnit.WorkingDay), Calendar).Explanation;
        Assert.Equal(
            [
                "2026-02-10 - 事件当日不计", "2026-02-11 1 工作日", "2026-02-12 2 工作日", "2026-02-13 3 工作日", "2026-02-14 4 调休上班",
                "2026-02-15 - 法定节假日（春节）", "2026-02-16 - 法定节假日（春节）", "2026-02-17 - 法定节假日（春节）", "2026-02-18 - 法定节假日（春节）",
                "2026-02-19 - 法定节假日（春节）", "2026-02-20 - 法定节假日（春节）", "2026-02-21 - 法定节假日（春节）", "2026-02-22 - 法定节假日（春节）",
                "2026-02-23 - 法定节假日（春节）", "2026-02-24 5 工作日", "2026-02-25 6 工作日", "2026-02-26 7 工作日", "2026-02-27 8 工作日",
                "2026-02-28 9 调休上班", "2026-03-01 - 周末", "2026-03-02 10 工作日，届满",
            ],
            lines.Select(l => $"{ShanghaiTime.Text(l.Date)} {l.Number?.ToString(CultureInfo.InvariantCulture) ?? "-"} {l.Reason}"));
        Assert.Equal("周二", lines[0].Weekday);
    }

    [Fact]
    public void Holiday_names_cover_exactly_the_days_off()
    {
        foreach (var year in Calendar.Years)
        {
            Assert.Empty(year.Objections());
            var named = year.Holidays.SelectMany(h => Enumerable.Range(0, h.To.DayNumber - h.From.DayNumber + 1).Select(h.From.AddDays));
            Assert.Equal(year.Off.Order(), named.Order());
        }
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
