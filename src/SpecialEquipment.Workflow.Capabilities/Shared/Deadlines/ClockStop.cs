namespace SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;

/// <summary>The closed list of reasons for which a clock may stand still; nothing else stops one.</summary>
public enum ClockStopReason
{
    /// <summary>检验、检测、鉴定 (行政强制法 25).</summary>
    InspectionOrTesting,

    /// <summary>听证.</summary>
    Hearing,

    /// <summary>公告.</summary>
    Publication,

    /// <summary>案件中止.</summary>
    CaseSuspension,

    /// <summary>当事人拒绝进入现场.</summary>
    EntryRefused,
}

/// <summary>A stretch of paused time, from its first instant up to (not including) its end; running while the end is open.</summary>
/// <remarks>
/// What is excluded: from an HOUR limit, exactly the paused time. From every limit counted in days (CALENDAR_DAY,
/// WORKING_DAY, and MONTH and DATE, whose length in days stays what it was), each day at whose end (24:00) the clock
/// stands still. So a stop from day A to day B excludes A … B−1, which is the difference of the dates; a stop within one
/// day excludes none; stops one after another add up; and no day deadline ever falls due while its clock is stopped.
/// </remarks>
public sealed record ClockStop(ClockStopReason Reason, DateTimeOffset From, DateTimeOffset? To, string? Basis = null)
{
    public string Text => Reason switch
    {
        ClockStopReason.InspectionOrTesting => "检验检测",
        ClockStopReason.Hearing => "听证",
        ClockStopReason.Publication => "公告",
        ClockStopReason.CaseSuspension => "案件中止",
        _ => "当事人拒绝进入现场",
    };
}
