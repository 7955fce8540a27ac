using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;

namespace SpecialEquipment.Workflow.Capabilities.WorkCalendars;

public enum CorrectionState
{
    Proposed,
    Approved,
    Rejected,
}

/// <summary>A change of calendar days already past: proposed by one person, decided by another (two acts, two logins).</summary>
public sealed class CalendarCorrection
{
    public long Key { get; private set; }
    public required Guid Id { get; init; }
    public required int Year { get; init; }
    public string? Notice { get; init; }
    public required IReadOnlyList<HolidaySpan> Holidays { get; init; }
    public required IReadOnlyList<DateOnly> Off { get; init; }
    public required IReadOnlyList<DateOnly> MakeUpWork { get; init; }
    public required string Reason { get; init; }

    /// <summary>Which days would change, in words; what the second person reads before deciding.</summary>
    public required string Changes { get; init; }
    public required Guid ProposedBy { get; init; }
    public required string ProposedByName { get; init; }
    public required DateTimeOffset ProposedAt { get; init; }
    public CorrectionState State { get; set; }
    public Guid? DecidedBy { get; set; }
    public string? DecidedByName { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }
    public string? Opinion { get; set; }
    public long Version { get; set; } = 1;

    public CalendarYear ToYear() => new(Year, Notice, Holidays, Off, MakeUpWork);
}
