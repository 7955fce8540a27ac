using FsCheck;
using FsCheck.Fluent;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Deadlines;

/// <summary>The calculator against the day-by-day oracle, over 2024-01-01 … 2026-12-31.</summary>
public class OracleTests
{
    private static readonly Shared.Deadlines.WorkCalendar Calendar = ShippedData.Calendar();
    private static readonly NaiveOracle Oracle = new();
    private static readonly DateOnly FirstStart = new(2024, 1, 1);
    private static readonly int Days = new DateOnly(2026, 12, 31).DayNumber - FirstStart.DayNumber + 1;

    [Fact]
    public void Every_day_of_the_loaded_years_is_classified_as_the_notices_say()
    {
        for (var day = FirstStart.AddMonths(-12); day <= new DateOnly(2028, 12, 31); day = day.AddDays(1))
        {
            Assert.Equal(Oracle.Works(day), Calendar.IsWorkingDay(day));
            Assert.Equal(Oracle.Covered(day), Calendar.Covers(day));
        }
    }

    [Theory]
    [InlineData(LimitUnit.WorkingDay)]
    [InlineData(LimitUnit.CalendarDay)]
    [InlineData(LimitUnit.Month)]
    public void Every_start_day_with_every_small_amount_agrees(LimitUnit unit)
    {
        var most = unit == LimitUnit.Month ? 12 : 30;
        for (var i = 0; i < Days; i++)
        {
            var start = FirstStart.AddDays(i);
            for (var amount = -most; amount <= most; amount++)
            {
                var expected = Oracle.Days(start, amount, unit, roll: false, []);
                var actual = DeadlineCalculator.Compute(start, new TimeLimit(amount, unit), Calendar);
                if (expected.Due != actual.Day || expected.Provisional != actual.Provisional)
                {
                    Assert.Fail($"{start:yyyy-MM-dd} {amount} {unit}: expected {expected}, was {actual.Day} {actual.Provisional}");
                }
            }
        }
    }

    [Fact]
    public void Every_unit_forward_and_back_with_stops_agrees() => Holds(3000, Case(LimitUnit.CalendarDay, LimitUnit.WorkingDay, LimitUnit.Month), c =>
    {
        var expected = Oracle.Days(ShanghaiTime.DateOf(c.Start), c.Amount, c.Unit, c.Roll, c.Stops);
        var actual = DeadlineCalculator.Compute(c.Start, new TimeLimit(c.Amount, c.Unit, c.Roll), Calendar, c.Stops);
        return actual.Day == expected.Due && actual.Provisional == expected.Provisional;
    });

    [Fact]
    public void Named_dates_with_stops_agree() => Holds(1000, Case(LimitUnit.CalendarDay), c =>
    {
        var start = ShanghaiTime.DateOf(c.Start);
        var days = Math.Abs(c.Amount);
        var actual = DeadlineCalculator.Compute(c.Start, TimeLimit.Until(start.AddDays(days)), Calendar, c.Stops);
        return actual.Day == Oracle.Days(start, days, LimitUnit.CalendarDay, roll: false, c.Stops).Due && !actual.Provisional;
    });

    [Fact]
    public void Hours_with_stops_agree() => Holds(400, Case(LimitUnit.Hour), c =>
        DeadlineCalculator.Compute(c.Start, new TimeLimit(c.Amount, LimitUnit.Hour), Calendar, c.Stops).DueInstant == NaiveOracle.Hours(c.Start, c.Amount, c.Stops));

    [Fact]
    public void The_explanation_counts_to_exactly_the_amount_and_ends_on_the_due_day() => Holds(1500, Case(LimitUnit.CalendarDay, LimitUnit.WorkingDay), c =>
    {
        var due = DeadlineCalculator.Compute(c.Start, new TimeLimit(c.Amount, c.Unit, c.Roll), Calendar, c.Stops);
        var lines = due.Explanation;
        var numbers = lines.Where(l => l.Counted).Select(l => l.Number!.Value);
        return lines[0].Date == ShanghaiTime.DateOf(c.Start)
            && lines[^1].Date == due.Day
            && numbers.SequenceEqual(Enumerable.Range(1, Math.Abs(c.Amount)))
            && lines.Zip(lines.Skip(1)).All(p => Math.Abs(p.First.Date.DayNumber - p.Second.Date.DayNumber) == 1)
            && (due.Provisional == lines.Any(l => l.Provisional) || c.Stops.Length > 0);
    });

    [Fact]
    public void No_day_deadline_falls_due_while_its_clock_is_stopped() => Holds(1500, Case(LimitUnit.CalendarDay, LimitUnit.WorkingDay, LimitUnit.Month), c =>
    {
        var due = DeadlineCalculator.Compute(c.Start, new TimeLimit(Math.Abs(c.Amount), c.Unit), Calendar, c.Stops);
        return c.Amount == 0 || !c.Stops.Any(s => s.From < due.OverdueAt && due.OverdueAt <= s.To);
    });

    [Fact]
    public void Working_days_between_counts_what_a_walk_counts() => Holds(1500, Case(LimitUnit.CalendarDay), c =>
    {
        var from = ShanghaiTime.DateOf(c.Start);
        var to = from.AddDays(Math.Abs(c.Amount));
        var walked = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
        {
            walked += Oracle.Works(day) ? 1 : 0;
        }

        return Calendar.WorkingDaysBetween(from, to) == walked && Calendar.WorkingDaysBetween(to, from) == 0;
    });

    private static void Holds(int times, Gen<Situation> gen, Func<Situation, bool> law) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(times), Prop.ForAll(gen.ToArbitrary(), law));

    private static Gen<Situation> Case(params LimitUnit[] units) =>
        from unit in Gen.Elements(units)
        from day in Gen.Choose(0, Days - 1)
        from minute in Gen.Choose(0, (24 * 60) - 1)
        from amount in unit == LimitUnit.Month ? Gen.Choose(-12, 12) : Gen.Choose(-60, 60)
        from roll in Gen.Elements(true, false)
        from count in Gen.Frequency((2, Gen.Constant(0)), (3, Gen.Choose(1, 4)))
        from stops in Gen.ArrayOf(Stop(FirstStart.AddDays(day), unit == LimitUnit.Hour), count)
        select new Situation(
            ShanghaiTime.StartOf(FirstStart.AddDays(day)).AddMinutes(minute), amount, unit, roll && amount >= 0 && unit != LimitUnit.Hour, stops);

    private static Gen<ClockStop> Stop(DateOnly near, bool hours) =>
        from offset in hours ? Gen.Choose(-3 * 1440, 3 * 1440) : Gen.Choose(-70 * 1440, 70 * 1440)
        from length in Gen.Frequency((1, Gen.Choose(0, 1440)), (2, Gen.Choose(0, (hours ? 2 : 25) * 1440)), (1, Gen.Choose(0, 5).Select(d => d * 1440)))
        from reason in Gen.Elements(Enum.GetValues<ClockStopReason>())
        let start = ShanghaiTime.StartOf(near).AddMinutes(length % 1440 == 0 ? offset / 1440 * 1440 : offset)
        select new ClockStop(reason, start, start.AddMinutes(length));

    private sealed record Situation(DateTimeOffset Start, int Amount, LimitUnit Unit, bool Roll, ClockStop[] Stops)
    {
        public override string ToString() => $"{ShanghaiTime.Text(Start)} {Amount} {Unit} roll={Roll} [{string.Join("; ", Stops.Select(s => $"{ShanghaiTime.Text(s.From)}–{ShanghaiTime.Text(s.To!.Value)}"))}]";
    }
}
