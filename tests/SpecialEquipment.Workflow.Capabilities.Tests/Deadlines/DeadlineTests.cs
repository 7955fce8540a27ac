using System.Globalization;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Deadlines;

public class DeadlineTests
{
    private static readonly RulesInForce Rules = DeadlineRules.Shipped().Now;
    private static readonly Guid Matter = Guid.Parse("0193a000-0000-7000-8000-000000000001");
    private static readonly DeadlineBasis Instruction = new("instruction", "整改期限", "监察指令书送达", "监察指令书", null);

    [Fact]
    public void It_keeps_all_that_people_ask_about_it()
    {
        var deadline = Deadline.Start(Matter, "reinspect", At("2026-02-10 15:00"), Rules, "140581");
        Assert.Equal(new DateOnly(2026, 3, 2), deadline.DueOn);
        Assert.Equal(At("2026-03-03 00:00"), deadline.OverdueAt);
        Assert.Equal(("整改复查", "提交整改报告", "第29条"), (deadline.Name, deadline.StartEvent, deadline.Article));
        Assert.Equal(("default-v1", "cn-2026-08-07"), (deadline.PolicyPackVersion, deadline.CalendarVersion));
        Assert.Equal(DeadlineState.Running, deadline.State);
        Assert.False(deadline.Provisional);
        Assert.Equal(10, deadline.Explain(Rules.Calendar, At("2026-02-11 09:00"))[^1].Number);
    }

    [Fact]
    public void Its_owner_can_be_named_later_without_touching_the_date()
    {
        var deadline = Deadline.Start(Matter, "reinspect", At("2026-02-10 15:00"), Rules, "140581");
        var post = Guid.CreateVersion7();
        var due = deadline.DueAt;
        deadline.AssignTo(post);
        deadline.AssignTo(post);
        Assert.Equal((post, due, 2L), (deadline.OwnerPostId!.Value, deadline.DueAt, deadline.Version));
    }

    [Fact]
    public void E2_days_given_back_need_no_request_and_count_from_the_old_date()
    {
        var deadline = Deadline.StartUntil(Matter, Instruction, new DateOnly(2026, 3, 12), At("2026-03-02 09:00"), Rules);
        Assert.Null(deadline.GiveBack(11, At("2026-03-16 09:00"), "审查逾期", Rules.Calendar)); // the old date has passed
        Assert.Equal((new DateOnly(2026, 3, 23), DeadlineState.Running), (deadline.DueOn!.Value, deadline.State));
        Assert.Contains(deadline.Explain(Rules.Calendar, At("2026-03-16 10:00")), line => line.Reason == "补回日数：审查逾期");
        Assert.Equal("deadlines.give-back-past", deadline.GiveBack(0, At("2026-03-16 09:00"), "没有", Rules.Calendar)!.Code);
        Assert.Equal("deadlines.give-back-past", deadline.GiveBack(1, At("2026-03-30 09:00"), "太晚", Rules.Calendar)!.Code);
        Assert.Null(deadline.Meet(At("2026-03-17 09:00"), Rules.Calendar));
        Assert.Equal("deadlines.wrong-state", deadline.GiveBack(3, At("2026-03-18 09:00"), "已办结", Rules.Calendar)!.Code);
    }

    [Fact]
    public void E20_nothing_about_it_can_be_edited() =>
        Assert.All(typeof(Deadline).GetProperties(), p => Assert.False(p.SetMethod?.IsPublic ?? false, p.Name));

    [Fact]
    public void Met_on_the_last_second_is_in_time_and_a_second_later_is_late()
    {
        var inTime = Deadline.Start(Matter, "grade", At("2026-03-02 09:00"), Rules);
        var late = Deadline.Start(Matter, "grade", At("2026-03-02 09:00"), Rules);
        Assert.Null(inTime.Meet(At("2026-03-06 00:00").AddMilliseconds(-1), Rules.Calendar));
        Assert.Null(late.Meet(At("2026-03-06 00:00"), Rules.Calendar));
        Assert.Equal((DeadlineState.Met, false), (inTime.State, inTime.MetLate));
        Assert.Equal((DeadlineState.Met, true), (late.State, late.MetLate));
    }

    [Fact]
    public void E2_silence_leaves_it_open_and_overdue()
    {
        var deadline = Deadline.Start(Matter, "planReview", At("2026-03-02 09:00"), Rules);
        Assert.False(deadline.MarkOverdue(deadline.OverdueAt.AddMilliseconds(-1)));
        Assert.True(deadline.MarkOverdue(deadline.OverdueAt));
        Assert.False(deadline.MarkOverdue(deadline.OverdueAt.AddMinutes(1)));
        Assert.Equal(DeadlineState.Overdue, deadline.State);
        Assert.True(deadline.IsOpen);
        Assert.Null(deadline.Meet(At("2026-03-20 09:00"), Rules.Calendar));
        Assert.True(deadline.MetLate);
    }

    [Fact]
    public void A_fact_that_happened_in_time_is_not_late_though_it_was_entered_after_expiry()
    {
        var deadline = Deadline.Start(Matter, "grade", At("2026-03-02 09:00"), Rules);
        deadline.MarkOverdue(deadline.OverdueAt);
        Assert.Null(deadline.Meet(At("2026-03-05 16:00"), Rules.Calendar));
        Assert.False(deadline.MetLate);
    }

    [Fact]
    public void A_pause_moves_the_date_when_it_ends_and_a_lapsing_timer_finds_it_paused()
    {
        var deadline = Deadline.Start(Matter, "seizure", At("2026-03-02 09:00"), Rules);
        Assert.Equal(new DateOnly(2026, 4, 1), deadline.DueOn);
        Assert.Null(deadline.Pause(ClockStopReason.InspectionOrTesting, At("2026-03-10 09:00"), "委托检验〔2026〕3号"));
        Assert.False(deadline.MarkOverdue(At("2026-04-02 00:00")));
        Assert.Null(deadline.Resume(At("2026-04-09 15:00"), Rules.Calendar));
        Assert.Equal(new DateOnly(2026, 5, 1), deadline.DueOn);
        var lines = deadline.Explain(Rules.Calendar, At("2026-04-10 09:00"));
        Assert.Equal(30, lines.Count(l => l.Reason == "暂停：检验检测"));
        Assert.Equal(deadline.DueOn, lines[^1].Date);
    }

    [Fact]
    public void Met_while_paused_is_never_late()
    {
        var deadline = Deadline.Start(Matter, "grade", At("2026-03-02 09:00"), Rules);
        deadline.Pause(ClockStopReason.EntryRefused, At("2026-03-05 10:00"), "现场笔录");
        Assert.Null(deadline.Meet(At("2026-03-20 10:00"), Rules.Calendar));
        Assert.False(deadline.MetLate);
        Assert.Equal(At("2026-03-20 10:00"), deadline.Stops[^1].To);
    }

    [Theory]
    [InlineData("2026-03-06 00:00", "deadlines.lapsed")]
    [InlineData("2026-03-01 09:00", "deadlines.stop-before-last")]
    public void A_clock_cannot_be_stopped_after_expiry_nor_before_it_ran(string at, string code)
    {
        var deadline = Deadline.Start(Matter, "grade", At("2026-03-02 09:00"), Rules);
        Assert.Equal(code, deadline.Pause(ClockStopReason.Hearing, At(at), "听证通知")!.Code);
        Assert.Equal((DeadlineState.Running, 1L), (deadline.State, deadline.Version));
    }

    [Fact]
    public void Commands_in_the_wrong_state_are_refused_and_change_nothing()
    {
        var deadline = Deadline.Start(Matter, "grade", At("2026-03-02 09:00"), Rules);
        Assert.Equal("恢复计时：期限状态应为暂停，实际为计时中", deadline.Resume(At("2026-03-03 09:00"), Rules.Calendar)!.Detail);
        Assert.Null(deadline.Cancel(At("2026-03-03 10:00"), "隐患合并"));
        var version = deadline.Version;
        Assert.Equal("deadlines.wrong-state", deadline.Meet(At("2026-03-03 11:00"), Rules.Calendar)!.Code);
        Assert.Equal("deadlines.wrong-state", deadline.Cancel(At("2026-03-03 11:00"), "再次")!.Code);
        Assert.Equal("deadlines.wrong-state", deadline.Pause(ClockStopReason.Hearing, At("2026-03-03 11:00"), "听证")!.Code);
        Assert.Equal("deadlines.wrong-state", deadline.Extend(ToDate("2026-03-20", "2026-03-03 11:00"), Rules.Calendar)!.Code);
        Assert.Equal((DeadlineState.Cancelled, version), (deadline.State, deadline.Version));
    }

    [Fact]
    public void An_extension_is_remembered_with_the_old_date_and_explained()
    {
        var deadline = Deadline.StartUntil(Matter, Instruction, new DateOnly(2026, 3, 12), At("2026-03-02 09:00"), Rules);
        Assert.Null(deadline.Extend(ToDate("2026-03-27", "2026-03-04 09:00", "2026-03-06 10:00"), Rules.Calendar));
        Assert.Equal(new DateOnly(2026, 3, 27), deadline.DueOn);
        var change = Assert.Single(deadline.Changes);
        Assert.Equal(new DateTimeOffset(2026, 3, 12, 15, 59, 59, TimeSpan.Zero), change.OldDueAt);
        Assert.Contains(deadline.Explain(Rules.Calendar, At("2026-03-07 09:00")), l => l.Reason == "延期：延期决定1号");
    }

    [Fact]
    public void A_further_limit_runs_from_the_old_due_day()
    {
        var deadline = Deadline.Start(Matter, "tipOffVerify", At("2026-03-02 09:00"), Rules);
        Assert.Equal(new DateOnly(2026, 3, 23), deadline.DueOn);
        var more = Rules.Policy.Rule("tipOffVerifyExtension", At("2026-03-20 09:00")).Limit;
        Assert.Null(deadline.Extend(Extension.By(more, At("2026-03-20 09:00"), At("2026-03-20 10:00"), "负责人批准"), Rules.Calendar));
        Assert.Equal(new DateOnly(2026, 4, 14), deadline.DueOn); // Qingming holiday in between
    }

    [Fact]
    public void Asked_for_in_time_but_decided_after_expiry_it_runs_again()
    {
        var deadline = Deadline.StartUntil(Matter, Instruction, new DateOnly(2026, 3, 12), At("2026-03-02 09:00"), Rules);
        deadline.MarkOverdue(At("2026-03-13 00:00"));
        Assert.Null(deadline.Extend(ToDate("2026-03-27", "2026-03-05 09:00", "2026-03-16 10:00"), Rules.Calendar));
        Assert.Equal(DeadlineState.Running, deadline.State);
    }

    [Theory]
    [InlineData("2026-03-27", "2026-03-13 00:00", "2026-03-16 10:00", "deadlines.extension-after-expiry")]
    [InlineData("2026-03-12", "2026-03-05 09:00", "2026-03-06 10:00", "deadlines.extension-not-later")]
    [InlineData("2026-03-13", "2026-03-05 09:00", "2026-03-16 10:00", "deadlines.extension-past")]
    public void Extensions_that_come_too_late_or_extend_nothing_are_refused(string to, string requested, string granted, string code)
    {
        var deadline = Deadline.StartUntil(Matter, Instruction, new DateOnly(2026, 3, 12), At("2026-03-02 09:00"), Rules);
        Assert.Equal(code, deadline.Extend(ToDate(to, requested, granted), Rules.Calendar)!.Code);
        Assert.Empty(deadline.Changes);
        Assert.Equal(new DateOnly(2026, 3, 12), deadline.DueOn);
    }

    [Fact]
    public void E10_the_rule_of_the_event_date_applies_not_that_of_today() =>
        Assert.Throws<PolicyRuleMissing>(() => Deadline.Start(Matter, "reinspect", At("2022-06-30 09:00"), Rules));

    [Fact]
    public void E15_an_import_moves_a_provisional_date_later()
    {
        var deadline = Deadline.Start(Matter, "reinspect", At("2026-12-18 09:00"), Rules);
        Assert.Equal((new DateOnly(2027, 1, 4), true), (deadline.DueOn!.Value, deadline.Provisional));
        var move = deadline.Recompute(With2027(off: ["2027-01-01", "2027-01-02", "2027-01-03", "2027-01-04"]), At("2026-12-20 09:00"));
        Assert.False(move!.SetToNextWorkingDay);
        Assert.Equal((new DateOnly(2027, 1, 5), false, "cn-test"), (deadline.DueOn!.Value, deadline.Provisional, deadline.CalendarVersion));
    }

    [Fact]
    public void E15_an_import_that_changes_nothing_only_settles_it()
    {
        var deadline = Deadline.Start(Matter, "reinspect", At("2026-12-18 09:00"), Rules);
        Assert.Null(deadline.Recompute(With2027(off: ["2027-01-01"]), At("2026-12-20 09:00")));
        Assert.Equal((new DateOnly(2027, 1, 4), false), (deadline.DueOn!.Value, deadline.Provisional));
    }

    [Fact]
    public void E15_a_date_that_moves_into_the_past_becomes_the_next_working_day_without_overdue()
    {
        // Saturday 2027-01-02 turns out to be a make-up workday: due falls from Monday 4 to Saturday 2; the import comes on Sunday 3
        var deadline = Deadline.Start(Matter, "reinspect", At("2026-12-18 09:00"), Rules);
        var calendar = With2027(off: ["2027-01-01"], makeUp: ["2027-01-02"]);
        var move = deadline.Recompute(calendar, At("2027-01-03 10:00"));
        Assert.True(move!.SetToNextWorkingDay);
        Assert.Equal((new DateOnly(2027, 1, 4), DeadlineState.Running), (deadline.DueOn!.Value, deadline.State));
        Assert.False(deadline.Provisional);
        Assert.Equal(DeadlineChangeKind.CalendarImport, Assert.Single(deadline.Changes).Kind);
        Assert.Equal(deadline.DueOn, deadline.Explain(calendar, At("2027-01-03 11:00"))[^1].Date);
        Assert.Null(deadline.Meet(At("2027-01-04 17:00"), calendar));
        Assert.False(deadline.MetLate);
    }

    [Fact]
    public void E15_whoever_was_overdue_before_is_not_made_overdue_for_longer()
    {
        var deadline = Deadline.Start(Matter, "reinspect", At("2026-12-18 09:00"), Rules);
        deadline.MarkOverdue(At("2027-01-05 00:00"));
        Assert.Null(deadline.Recompute(With2027(off: ["2027-01-01"], makeUp: ["2027-01-02"]), At("2027-01-06 10:00")));
        Assert.Equal((new DateOnly(2027, 1, 4), DeadlineState.Overdue), (deadline.DueOn!.Value, deadline.State));
    }

    [Fact]
    public void E15_an_overdue_that_rested_on_the_fallback_alone_is_taken_back()
    {
        var deadline = Deadline.Start(Matter, "reinspect", At("2026-12-18 09:00"), Rules);
        deadline.MarkOverdue(At("2027-01-05 00:00"));
        var move = deadline.Recompute(With2027(off: ["2027-01-01", "2027-01-04", "2027-01-05"]), At("2027-01-05 10:00"));
        Assert.NotNull(move);
        Assert.Equal((new DateOnly(2027, 1, 6), DeadlineState.Running), (deadline.DueOn!.Value, deadline.State));
    }

    [Fact]
    public void A_paused_deadline_is_recomputed_without_its_running_stop()
    {
        var deadline = Deadline.Start(Matter, "reinspect", At("2026-12-18 09:00"), Rules);
        deadline.Pause(ClockStopReason.Hearing, At("2026-12-22 09:00"), "听证通知");
        Assert.Null(deadline.Recompute(With2027(off: ["2027-01-01"]), At("2026-12-28 09:00")));
        Assert.Equal((new DateOnly(2027, 1, 4), DeadlineState.Paused), (deadline.DueOn!.Value, deadline.State));
    }

    private static Shared.Deadlines.WorkCalendar With2027(string[] off, string[]? makeUp = null) => Rules.Calendar.With(
        new CalendarYear(2027, null, [], [.. off.Select(Day)], [.. (makeUp ?? []).Select(Day)]), "cn-test");

    private static Extension ToDate(string date, string requested, string? granted = null) =>
        Extension.To(Day(date), At(requested), At(granted ?? requested), "延期决定1号");

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private static DateTimeOffset At(string shanghai) =>
        new DateTimeOffset(DateTime.Parse(shanghai, CultureInfo.InvariantCulture), TimeSpan.FromHours(8)).ToUniversalTime();
}
