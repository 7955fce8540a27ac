using SpecialEquipment.Workflow.Capabilities.Shared.Acts;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;

public enum DeadlineState
{
    Running,
    Paused,
    Met,
    Overdue,
    Cancelled,
}

/// <summary>What a deadline rests on, as people and the ledger read it.</summary>
public sealed record DeadlineBasis(string RuleId, string Name, string StartEvent, string Source, string? Article)
{
    public static DeadlineBasis Of(PolicyRule rule) => new(rule.Id, rule.Name, rule.From, rule.Source, rule.Article);
}

/// <summary>
/// One running limit of one matter, stored (DESIGN D6). It changes by its commands alone, never by editing (E20): every setter is
/// private, and a command that the rule forbids returns a rejection and changes nothing.
/// </summary>
/// <remarks>
/// The due date is always worked out again from what is stored here (start, limit, stops, changes) and a calendar, so that
/// the explanation and the date cannot disagree. While PAUSED the stored due date leaves the running stop out: timers that
/// lapse then find the deadline paused and do nothing, and <see cref="Resume"/> gives the next instant.
/// </remarks>
public sealed class Deadline
{
    private IReadOnlyList<ClockStop> stops = [];
    private IReadOnlyList<DeadlineChange> changes = [];

    private Deadline() { }

    /// <summary>Clustering key; never shown.</summary>
    public long Key { get; private set; }
    public Guid Id { get; private set; }
    public Guid MatterId { get; private set; }

    /// <summary>The post whose duty it is; told when an imported calendar moves the date.</summary>
    public Guid? OwnerPostId { get; private set; }
    public string RuleId { get; private set; } = "";
    public string Name { get; private set; } = "";
    public string StartEvent { get; private set; } = "";
    public string Source { get; private set; } = "";
    public string? Article { get; private set; }
    public DateTimeOffset StartedAt { get; private set; }
    public LimitUnit Unit { get; private set; }
    public int Amount { get; private set; }
    public bool RollForward { get; private set; }
    public DateOnly? NamedDate { get; private set; }

    /// <summary>Null for a limit in hours.</summary>
    public DateOnly? DueOn { get; private set; }
    public DateTimeOffset DueAt { get; private set; }
    public DateTimeOffset OverdueAt { get; private set; }
    public bool Provisional { get; private set; }

    /// <summary>The calendar the date rests on; the explanation is told from it.</summary>
    public string CalendarVersion { get; private set; } = "";

    /// <summary>The newest calendar it was asked under; differs when the date was kept although that calendar reads otherwise.</summary>
    public string CheckedVersion { get; private set; } = "";
    public string PolicyPackVersion { get; private set; } = "";

    /// <summary>The newest policy pack it was looked at under.</summary>
    public string RulesAskedVersion { get; private set; } = "";

    /// <summary>Its rule has another amount in a newer pack; the date stays, because the duty was given under the old one (E10).</summary>
    public bool RuleChanged { get; private set; }
    public DeadlineState State { get; private set; }
    public DateTimeOffset? MetAt { get; private set; }

    /// <summary>Met, but only after it was overdue; never when it was met while its clock stood still.</summary>
    public bool MetLate { get; private set; }
    public string? CancelReason { get; private set; }

    /// <summary>Raised by every command; the concurrency token of the row.</summary>
    public long Version { get; private set; }
    public IReadOnlyList<ClockStop> Stops => stops;

    /// <summary>Extensions granted and dates set by a calendar import, in order.</summary>
    public IReadOnlyList<DeadlineChange> Changes => changes;

    public bool IsOpen => State is DeadlineState.Running or DeadlineState.Paused or DeadlineState.Overdue;

    public TimeLimit Limit => NamedDate is { } date ? TimeLimit.Until(date) : new TimeLimit(Amount, Unit, RollForward);

    /// <summary>Starts a limit of the policy pack, in the version that held when the event happened (E10).</summary>
    public static Deadline Start(Guid matterId, string ruleId, DateTimeOffset startedAt, RulesInForce rules, string? region = null, Guid? ownerPostId = null)
    {
        var rule = rules.Policy.Rule(ruleId, startedAt, region);
        return Begin(matterId, DeadlineBasis.Of(rule), rule.Limit, startedAt, rules, ownerPostId);
    }

    /// <summary>Starts a limit whose date a document names; it never rolls (Q2).</summary>
    public static Deadline StartUntil(Guid matterId, DeadlineBasis basis, DateOnly date, DateTimeOffset startedAt, RulesInForce rules, Guid? ownerPostId = null) =>
        Begin(matterId, basis, TimeLimit.Until(date), startedAt, rules, ownerPostId);

    /// <summary>Names the post whose duty it is, once a task has been given for it or handed on.</summary>
    public void AssignTo(Guid ownerPostId)
    {
        if (OwnerPostId != ownerPostId)
        {
            OwnerPostId = ownerPostId;
            Version++;
        }
    }

    /// <summary>The clock stands still from now on, for a reason of the closed list.</summary>
    public Rejection? Pause(ClockStopReason reason, DateTimeOffset at, string basis)
    {
        if (State != DeadlineState.Running)
        {
            return WrongState("暂停", "计时中");
        }

        if (at >= OverdueAt)
        {
            return Rejection.Conflict("deadlines.lapsed", $"期限已于 {ShanghaiTime.Text(DueAt)} 届满，不得再暂停");
        }

        if (at < StartedAt || (stops.Count > 0 && at < stops[^1].To))
        {
            return Rejection.Conflict("deadlines.stop-before-last", $"暂停时间应不早于 {ShanghaiTime.Text(stops.Count > 0 ? stops[^1].To!.Value : StartedAt)}，实际为 {ShanghaiTime.Text(at)}");
        }

        stops = [.. stops, new ClockStop(reason, at, null, basis)];
        return Become(DeadlineState.Paused);
    }

    /// <summary>The clock runs again; the due date moves by what the stop took.</summary>
    public Rejection? Resume(DateTimeOffset at, WorkCalendar calendar)
    {
        if (State != DeadlineState.Paused)
        {
            return WrongState("恢复计时", "暂停");
        }

        if (at < stops[^1].From)
        {
            return Rejection.Conflict("deadlines.resume-before-stop", $"恢复时间应不早于暂停开始（{ShanghaiTime.Text(stops[^1].From)}），实际为 {ShanghaiTime.Text(at)}");
        }

        CloseStop(at);
        Take(Work(calendar, at)[^1], calendar);
        return Become(DeadlineState.Running);
    }

    /// <summary>A granted extension: a later date, or a further limit from the present due day. Too late once overdue, unless asked for in time.</summary>
    public Rejection? Extend(Extension extension, WorkCalendar calendar)
    {
        if (!IsOpen)
        {
            return WrongState("延期", "计时中、暂停或者逾期");
        }

        if (extension.RequestedAt >= OverdueAt)
        {
            return Rejection.Conflict("deadlines.extension-after-expiry",
                $"延期申请应在 {ShanghaiTime.Text(DueAt)} 届满前提出，实际为 {ShanghaiTime.Text(extension.RequestedAt)}");
        }

        if (extension.NewDate is { } date && date <= DueOn)
        {
            return Rejection.Form("deadlines.extension-not-later", $"延期后的日期应晚于现届满日 {ShanghaiTime.Text(DueOn.Value)}，实际为 {ShanghaiTime.Text(date)}",
                new FieldObjection("newDate", $"晚于 {ShanghaiTime.Text(DueOn.Value)}", ShanghaiTime.Text(date)));
        }

        if (extension.NewDate is { } past && past < ShanghaiTime.DateOf(extension.GrantedAt))
        {
            return Rejection.Form("deadlines.extension-past", $"延期后的日期应不早于决定当日 {ShanghaiTime.Text(ShanghaiTime.DateOf(extension.GrantedAt))}，实际为 {ShanghaiTime.Text(past)}",
                new FieldObjection("newDate", "不早于决定当日", ShanghaiTime.Text(past)));
        }

        Change(DeadlineChangeKind.Extension, extension.GrantedAt, extension.NewDate, extension.Further, extension.Decision, calendar);
        return Become(State == DeadlineState.Overdue && extension.GrantedAt < OverdueAt ? DeadlineState.Running : State);
    }

    /// <summary>
    /// Gives back the days that the delay of somebody who had to decide has taken (E2). Nobody has to ask for them, and they are given
    /// although the old date may have passed meanwhile.
    /// </summary>
    /// <param name="ground">Whose delay, from when to when, in Chinese.</param>
    public Rejection? GiveBack(int days, DateTimeOffset at, string ground, WorkCalendar calendar)
    {
        if (!IsOpen || DueOn is not { } due)
        {
            return WrongState("补回日数", "计时中、暂停或者逾期");
        }

        if (days <= 0 || due.AddDays(days) < ShanghaiTime.DateOf(at))
        {
            return Rejection.Conflict("deadlines.give-back-past", $"补回日数后的届满日应不早于 {ShanghaiTime.Text(ShanghaiTime.DateOf(at))}，实际为 {ShanghaiTime.Text(due.AddDays(days))}");
        }

        Change(DeadlineChangeKind.DaysGivenBack, at, due.AddDays(days), null, ground, calendar);
        return Become(State == DeadlineState.Overdue && at < OverdueAt ? DeadlineState.Running : State);
    }

    /// <summary>Called when the overdue instant has come; true once, false when it is not (or no longer) to be marked.</summary>
    public bool MarkOverdue(DateTimeOffset at)
    {
        if (State != DeadlineState.Running || at < OverdueAt)
        {
            return false;
        }

        Become(DeadlineState.Overdue);
        return true;
    }

    /// <param name="at">When the fact happened: the true time at the scene counts for legal facts (E11).</param>
    public Rejection? Meet(DateTimeOffset at, WorkCalendar calendar)
    {
        if (!IsOpen)
        {
            return WrongState("办结", "计时中、暂停或者逾期");
        }

        if (State == DeadlineState.Paused)
        {
            CloseStop(at);
            Take(Work(calendar, at)[^1], calendar);
        }

        MetAt = at;
        MetLate = at >= OverdueAt;
        return Become(DeadlineState.Met);
    }

    public Rejection? Cancel(DateTimeOffset at, string reason)
    {
        if (!IsOpen)
        {
            return WrongState("撤销", "计时中、暂停或者逾期");
        }

        CloseStop(at);
        CancelReason = reason;
        return Become(DeadlineState.Cancelled);
    }

    /// <summary>
    /// Takes another calendar (Q3, E15). Returns what moved, or null. A date that moves earlier and would already lie in the past
    /// becomes the next working day after the import, and nobody is overdue by it.
    /// </summary>
    public DeadlineMove? Recompute(WorkCalendar calendar, DateTimeOffset importedAt)
    {
        if (!IsOpen)
        {
            return null;
        }

        var before = DueAt;
        var now = Work(calendar, importedAt)[^1];
        if (now.OverdueAt < OverdueAt && (State == DeadlineState.Overdue || OverdueAt <= importedAt))
        {
            // an import must not make anyone overdue for longer than he was: the old date stays
            (Provisional, CheckedVersion) = (false, calendar.Version);
            return null;
        }

        if (now.OverdueAt < OverdueAt && now.OverdueAt <= importedAt && State == DeadlineState.Running)
        {
            var next = calendar.FirstWorkingDayAfter(ShanghaiTime.DateOf(importedAt));
            Change(DeadlineChangeKind.CalendarImport, importedAt, next, null, $"日历 {calendar.Version} 载入后原届满日 {ShanghaiTime.Text(now.Day ?? ShanghaiTime.DateOf(now.DueInstant))} 已过", calendar);
            Become(DeadlineState.Running);
            return new DeadlineMove(before, DueAt, SetToNextWorkingDay: true);
        }

        Take(now, calendar);
        if (DueAt == before)
        {
            return null;
        }

        Become(State == DeadlineState.Overdue && importedAt < OverdueAt ? DeadlineState.Running : State);
        return new DeadlineMove(before, DueAt, SetToNextWorkingDay: false);
    }

    /// <summary>
    /// Looks at a new policy pack (E10). Once the duty was given to somebody the date stays, and it is marked when the rule of the event's day or of
    /// today reads otherwise. A limit nobody was asked for yet is a timer that has not fired: it takes the rule of its event's day.
    /// </summary>
    /// <returns>What moved, or null.</returns>
    public DeadlineMove? TakeRules(RulesInForce rules, string? region, DateTimeOffset at)
    {
        RulesAskedVersion = rules.Policy.Version;
        Version++;
        if (!IsOpen || NamedDate is not null || !rules.Policy.Knows(RuleId))
        {
            return null;
        }

        var ofEvent = rules.Policy.FindRule(RuleId, ShanghaiTime.DateOf(StartedAt), region);
        if (OwnerPostId is not null || State == DeadlineState.Overdue || at >= OverdueAt)
        {
            RuleChanged |= Differs(ofEvent) || Differs(rules.Policy.FindRule(RuleId, ShanghaiTime.DateOf(at), region));
            return null;
        }

        if (ofEvent is null || !Differs(ofEvent))
        {
            return null;
        }

        (Amount, Unit, RollForward, Name, StartEvent, Source, Article) = (ofEvent.Amount, ofEvent.Unit, ofEvent.RollForward, ofEvent.Name, ofEvent.From, ofEvent.Source, ofEvent.Article);
        PolicyPackVersion = rules.Policy.Version;
        return Recompute(rules.Calendar, at);
    }

    private bool Differs(PolicyRule? rule) => rule is null || rule.Amount != Amount || rule.Unit != Unit || rule.RollForward != RollForward;

    /// <summary>Why this day, from the first event through every change.</summary>
    /// <param name="calendar">The calendar of <see cref="CalendarVersion"/>.</param>
    /// <param name="asOf">An open stop is reckoned up to here.</param>
    public IReadOnlyList<DayExplanation> Explain(WorkCalendar calendar, DateTimeOffset asOf)
    {
        var steps = Work(calendar, asOf, throughStop: true);
        var lines = new List<DayExplanation>(steps[0].Explanation);
        for (var i = 0; i < changes.Count; i++)
        {
            var change = changes[i];
            lines.Add(DayExplanation.Of(ShanghaiTime.DateOf(change.At), false, null, $"{change.KindText}：{change.Decision}"));
            lines.AddRange(steps[i + 1].Explanation.Skip(1));
        }

        if (State == DeadlineState.Paused)
        {
            lines.Add(DayExplanation.Of(ShanghaiTime.DateOf(asOf), false, null, $"暂停中：{stops[^1].Text}，自 {ShanghaiTime.Text(stops[^1].From)} 起；届满日按此刻恢复推算"));
        }

        return lines;
    }

    private static Deadline Begin(Guid matterId, DeadlineBasis basis, TimeLimit limit, DateTimeOffset startedAt, RulesInForce rules, Guid? ownerPostId)
    {
        var deadline = new Deadline
        {
            Id = Guid.CreateVersion7(),
            MatterId = matterId,
            OwnerPostId = ownerPostId,
            RuleId = basis.RuleId,
            Name = basis.Name,
            StartEvent = basis.StartEvent,
            Source = basis.Source,
            Article = basis.Article,
            StartedAt = startedAt,
            Unit = limit.Unit,
            Amount = limit.Amount,
            RollForward = limit.RollForward,
            NamedDate = limit.NamedDate,
            PolicyPackVersion = rules.Policy.Version,
            RulesAskedVersion = rules.Policy.Version,
            Version = 1,
        };
        deadline.Take(deadline.Work(rules.Calendar, startedAt)[^1], rules.Calendar);
        return deadline;
    }

    /// <summary>The due date of the limit itself, then of each change upon it; the last one holds.</summary>
    private List<DueDate> Work(WorkCalendar calendar, DateTimeOffset asOf, bool throughStop = false)
    {
        var until = State == DeadlineState.Paused && !throughStop ? stops[^1].From : asOf;
        var steps = new List<DueDate> { DeadlineCalculator.Compute(StartedAt, Limit, calendar, stops, until) };
        foreach (var change in changes)
        {
            var limit = change.NewDate is { } date ? TimeLimit.Until(date) : change.Further!;
            var from = change.NewDate is null ? steps[^1].DueInstant : change.At;
            steps.Add(DeadlineCalculator.Compute(from, limit, calendar, stops, until));
        }

        return steps;
    }

    private void Change(DeadlineChangeKind kind, DateTimeOffset at, DateOnly? newDate, TimeLimit? further, string decision, WorkCalendar calendar)
    {
        var old = DueAt;
        changes = [.. changes, new DeadlineChange(kind, at, newDate, further?.Amount, further?.Unit, further?.RollForward ?? false, decision, old)];
        Take(Work(calendar, at)[^1], calendar);
    }

    private void Take(DueDate due, WorkCalendar calendar)
    {
        (DueOn, DueAt, OverdueAt, Provisional) = (due.Day, due.DueInstant, due.OverdueAt, due.Provisional);
        (CalendarVersion, CheckedVersion) = (calendar.Version, calendar.Version);
    }

    private void CloseStop(DateTimeOffset at)
    {
        if (stops.Count > 0 && stops[^1].To is null)
        {
            stops = [.. stops.SkipLast(1), stops[^1] with { To = at < stops[^1].From ? stops[^1].From : at }];
        }
    }

    private Rejection? Become(DeadlineState state)
    {
        State = state;
        Version++;
        return null;
    }

    private Rejection WrongState(string command, string expected) =>
        Rejection.Conflict("deadlines.wrong-state", $"{command}：期限状态应为{expected}，实际为{StateText}") with { CurrentVersion = Version };

    private string StateText => State switch
    {
        DeadlineState.Running => "计时中",
        DeadlineState.Paused => "暂停",
        DeadlineState.Met => "已办结",
        DeadlineState.Overdue => "逾期",
        _ => "已撤销",
    };
}
