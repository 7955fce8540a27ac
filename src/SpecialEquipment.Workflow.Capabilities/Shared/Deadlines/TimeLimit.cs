namespace SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;

public enum LimitUnit
{
    Hour,
    CalendarDay,
    WorkingDay,
    Month,
    Date,
}

/// <summary>
/// How long: an amount and a unit, or a named date. A negative amount counts back from an expiry ("20 working days
/// before"), the expiry day excluded. <see cref="RollForward"/> moves a due day that is not a working day to the next one.
/// </summary>
public sealed record TimeLimit
{
    public TimeLimit(int amount, LimitUnit unit, bool rollForward = false)
    {
        if (unit == LimitUnit.Date)
        {
            throw new ArgumentException("指定日期的期限用 TimeLimit.Until 给出日期", nameof(unit));
        }

        if (rollForward && unit == LimitUnit.Hour)
        {
            throw new ArgumentException("以小时计的期限连续计算，不顺延", nameof(rollForward));
        }

        if (rollForward && amount < 0)
        {
            throw new ArgumentException("倒推的期限不顺延", nameof(rollForward));
        }

        (Amount, Unit, RollForward) = (amount, unit, rollForward);
    }

    private TimeLimit(DateOnly namedDate) => (Unit, NamedDate) = (LimitUnit.Date, namedDate);

    public int Amount { get; }

    public LimitUnit Unit { get; }

    public bool RollForward { get; }

    public DateOnly? NamedDate { get; }

    /// <summary>A date named in a document is the deadline, working day or not: it never rolls.</summary>
    public static TimeLimit Until(DateOnly date) => new(date);

    /// <summary>"10 个工作日", "届满前 20 个工作日", "至 2026-03-12".</summary>
    public override string ToString()
    {
        var size = Math.Abs(Amount);
        var text = Unit switch
        {
            LimitUnit.Hour => $"{size} 小时",
            LimitUnit.CalendarDay => $"{size} 日",
            LimitUnit.WorkingDay => $"{size} 个工作日",
            LimitUnit.Month => $"{size} 个月",
            _ => $"至 {ShanghaiTime.Text(NamedDate!.Value)}",
        };
        return (Amount < 0 ? "届满前 " : "") + text + (RollForward ? "（遇非工作日顺延）" : "");
    }
}
