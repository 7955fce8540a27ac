using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;

namespace SpecialEquipment.Workflow.Capabilities.WorkCalendars;

/// <summary>
/// One year of the calendar as it was loaded once; never changed or removed. The calendar in force is the newest edition of every
/// year; the calendar of an earlier version is the same up to that version's last edition. Also its own journal: who, when, on what basis.
/// </summary>
public sealed class CalendarEdition
{
    /// <summary>Order of loading.</summary>
    public long Key { get; private set; }

    /// <summary>Version of the whole calendar from this edition on.</summary>
    public required string Version { get; init; }
    public required int Year { get; init; }
    public required int Revision { get; init; }
    public required DateOnly CoversFrom { get; init; }
    public required DateOnly CoversTo { get; init; }
    public string? Notice { get; init; }
    public required IReadOnlyList<HolidaySpan> Holidays { get; init; }
    public required IReadOnlyList<DateOnly> Off { get; init; }
    public required IReadOnlyList<DateOnly> MakeUpWork { get; init; }
    public required DateTimeOffset LoadedAt { get; init; }
    public required Guid LoadedBy { get; init; }
    public required string LoadedByName { get; init; }

    /// <summary>The approved correction behind it, when dates already past were changed.</summary>
    public Guid? CorrectionId { get; init; }

    /// <summary>A year loaded before is replaced: then every open deadline is asked again, not only the provisional ones.</summary>
    public bool ReplacesLoadedYear => Revision > 1;

    /// <summary>Progress of the recomputation that follows.</summary>
    public int Checked { get; set; }
    public int Moved { get; set; }
    public DateTimeOffset? RecomputedAt { get; set; }
    public DateTimeOffset? CancelledAt { get; set; }
    public string? CancelledBy { get; set; }

    public static CalendarEdition Of(CalendarYear year, string version, int revision, ActContext act, Guid? correctionId = null) => new()
    {
        Version = version,
        Year = year.Year,
        Revision = revision,
        CoversFrom = new DateOnly(year.Year, 1, 1),
        CoversTo = new DateOnly(year.Year, 12, 31),
        Notice = year.Notice,
        Holidays = year.Holidays,
        Off = year.Off,
        MakeUpWork = year.MakeUpWork,
        LoadedAt = act.Now,
        LoadedBy = act.Actor.UserId,
        LoadedByName = act.Actor.PersonName,
        CorrectionId = correctionId,
    };

    public CalendarYear ToYear() => new(Year, Notice, Holidays, Off, MakeUpWork);
}
