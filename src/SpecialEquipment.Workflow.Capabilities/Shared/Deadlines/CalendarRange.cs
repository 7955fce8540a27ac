namespace SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;

/// <summary>The days a calendar can speak of at all; wide enough for every limit, small enough to hold in tables.</summary>
public static class CalendarRange
{
    public static readonly DateOnly First = new(2000, 1, 1);
    public static readonly DateOnly Last = new(2099, 12, 31);

    public static bool Holds(DateOnly day) => First <= day && day <= Last;
}
