using System.Globalization;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Deadlines;

public class PolicyPackTests
{
    private static readonly PolicyPack Shipped = ShippedData.Policy();

    /// <summary>Every parameter of the shipped pack that the domain reference names, with its amount.</summary>
    [Theory]
    [InlineData("triage", 2, LimitUnit.WorkingDay)]
    [InlineData("tipOffVerify", 15, LimitUnit.WorkingDay)]
    [InlineData("tipOffVerifyExtension", 15, LimitUnit.WorkingDay)]
    [InlineData("tipOffReply", 5, LimitUnit.WorkingDay)]
    [InlineData("grade", 3, LimitUnit.WorkingDay)]
    [InlineData("gradeUrgent", 1, LimitUnit.WorkingDay)]
    [InlineData("majorFirstReport", 24, LimitUnit.Hour)]
    [InlineData("majorReportUp", 1, LimitUnit.WorkingDay)]
    [InlineData("frontlineWritten", 2, LimitUnit.WorkingDay)]
    [InlineData("planDueMajor", 5, LimitUnit.WorkingDay)]
    [InlineData("planDueGeneral", 3, LimitUnit.WorkingDay)]
    [InlineData("planReview", 3, LimitUnit.WorkingDay)]
    [InlineData("planResubmit", 2, LimitUnit.WorkingDay)]
    [InlineData("supplementInstruction", 1, LimitUnit.WorkingDay)]
    [InlineData("instructionDefaultGeneral", 15, LimitUnit.CalendarDay)]
    [InlineData("instructionDefaultMajor", 30, LimitUnit.CalendarDay)]
    [InlineData("instructionMax", 90, LimitUnit.CalendarDay)]
    [InlineData("extensionApply", -5, LimitUnit.WorkingDay)]
    [InlineData("extensionDecide", 3, LimitUnit.WorkingDay)]
    [InlineData("instructionServe", 7, LimitUnit.WorkingDay)]
    [InlineData("publicNoticeService", 30, LimitUnit.CalendarDay)]
    [InlineData("reinspect", 10, LimitUnit.WorkingDay)]
    [InlineData("signOffDecision", 3, LimitUnit.WorkingDay)]
    [InlineData("lookBackOpen", 30, LimitUnit.CalendarDay)]
    [InlineData("lookBackClose", 90, LimitUnit.CalendarDay)]
    [InlineData("relapseWindow", 180, LimitUnit.CalendarDay)]
    [InlineData("interviewIssue", 3, LimitUnit.WorkingDay)]
    [InlineData("interviewNotice", -3, LimitUnit.WorkingDay)]
    [InlineData("interviewFeedback", 5, LimitUnit.WorkingDay)]
    [InlineData("listPropose", 5, LimitUnit.WorkingDay)]
    [InlineData("listDecide", 5, LimitUnit.WorkingDay)]
    [InlineData("listFileUp", 3, LimitUnit.WorkingDay)]
    [InlineData("listPublish", 5, LimitUnit.WorkingDay)]
    [InlineData("listMax", 12, LimitUnit.Month)]
    [InlineData("extApplyLong", -20, LimitUnit.WorkingDay)]
    [InlineData("extApplyShort", -5, LimitUnit.WorkingDay)]
    [InlineData("extDecide", 10, LimitUnit.WorkingDay)]
    [InlineData("acceptance", 10, LimitUnit.CalendarDay)]
    [InlineData("delistPublish", 5, LimitUnit.WorkingDay)]
    [InlineData("progressListed", 10, LimitUnit.CalendarDay)]
    [InlineData("circular", 3, LimitUnit.WorkingDay)]
    [InlineData("exposureHearing", 3, LimitUnit.WorkingDay)]
    [InlineData("closureProposal", 10, LimitUnit.WorkingDay)]
    [InlineData("closureProposalStatutory", 5, LimitUnit.WorkingDay)]
    [InlineData("powerCutNotice", -24, LimitUnit.Hour)]
    [InlineData("transferAck", 3, LimitUnit.WorkingDay)]
    [InlineData("transferDecide", 7, LimitUnit.WorkingDay)]
    [InlineData("designate", 5, LimitUnit.WorkingDay)]
    [InlineData("transferFeedback", 30, LimitUnit.CalendarDay)]
    [InlineData("copyFeedback", 10, LimitUnit.WorkingDay)]
    [InlineData("assist", 15, LimitUnit.WorkingDay)]
    [InlineData("penaltyDecision", 90, LimitUnit.CalendarDay)]
    [InlineData("seizure", 30, LimitUnit.CalendarDay)]
    [InlineData("registeredPreservation", 7, LimitUnit.WorkingDay)]
    [InlineData("publishPenalty", 20, LimitUnit.WorkingDay)]
    [InlineData("publishPenaltyWSL", 7, LimitUnit.WorkingDay)]
    [InlineData("publishEnd", 36, LimitUnit.Month)]
    [InlineData("publishEndMinor", 3, LimitUnit.Month)]
    [InlineData("withdrawPublication", 3, LimitUnit.WorkingDay)]
    [InlineData("offlineExplanation", 7, LimitUnit.CalendarDay)]
    [InlineData("reminderFirst", -3, LimitUnit.WorkingDay)]
    [InlineData("reminderSecond", -1, LimitUnit.WorkingDay)]
    [InlineData("reminderOverdueWeekly", 7, LimitUnit.CalendarDay)]
    public void The_shipped_pack_holds_every_default(string id, int amount, LimitUnit unit)
    {
        var rule = Shipped.Rule(id, new DateOnly(2026, 3, 2), "140581");
        Assert.Equal((amount, unit), (rule.Amount, rule.Unit));
        Assert.False(string.IsNullOrWhiteSpace(rule.Source));
    }

    [Fact]
    public void Verified_rules_name_their_article() =>
        Assert.All(Shipped.Rules.Where(r => r.Mark == "V"), r => Assert.False(string.IsNullOrWhiteSpace(r.Article)));

    [Fact]
    public void Only_duties_of_others_and_acceptance_roll() =>
        Assert.All(Shipped.Rules.Where(r => r.RollForward), r => Assert.True(r.Id.StartsWith("police", StringComparison.Ordinal) || r.Id == "acceptance", r.Id));

    [Fact]
    public void E10_the_version_of_the_event_date_applies()
    {
        var pack = new PolicyPack("t", [Rule("grade", 3, "2014-01-01", "2026-05-31"), Rule("grade", 2, "2026-06-01", null)], []);
        Assert.Equal(3, pack.Rule("grade", new DateOnly(2026, 5, 31)).Amount);
        Assert.Equal(2, pack.Rule("grade", new DateOnly(2026, 6, 1)).Amount);
        // 23:30 in Shanghai on the last day of the old version, already the next day nowhere
        Assert.Equal(3, pack.Rule("grade", new DateTimeOffset(2026, 5, 31, 15, 30, 0, TimeSpan.Zero)).Amount);
    }

    [Fact]
    public void The_nearest_region_wins_and_others_do_not_see_it()
    {
        var pack = new PolicyPack("t", [Rule("grade", 3), Rule("grade", 4, region: "500000"), Rule("grade", 5, region: "500120")], []);
        var day = new DateOnly(2026, 6, 1);
        Assert.Equal(3, pack.Rule("grade", day).Amount);
        Assert.Equal(3, pack.Rule("grade", day, "140581").Amount);
        Assert.Equal(4, pack.Rule("grade", day, "500101").Amount);
        Assert.Equal(5, pack.Rule("grade", day, "500120").Amount);
        Assert.Equal(5, pack.Rule("grade", day, "500120003").Amount);
    }

    [Fact]
    public void Ten_year_elevators_depend_on_region_and_date()
    {
        Assert.Equal(10, Shipped.Parameter("elevatorAssessmentYears", new DateOnly(2020, 6, 1), "500120"));
        Assert.Equal(15, Shipped.Parameter("elevatorAssessmentYears", new DateOnly(2021, 6, 1), "500120"));
        Assert.Throws<PolicyRuleMissing>(() => Shipped.Parameter("elevatorAssessmentYears", new DateOnly(2021, 6, 1), "140581"));
    }

    [Fact]
    public void A_missing_rule_is_said_not_guessed()
    {
        var missing = Assert.Throws<PolicyRuleMissing>(() => Shipped.Rule("reinspect", new DateOnly(2022, 6, 30), "140581"));
        Assert.Equal("规则包 default-v1 中没有适用的规则“reinspect”：应有 2022-06-30、地区 140581 有效的版本，实际没有", missing.Message);
        Assert.Throws<PolicyRuleMissing>(() => Shipped.Rule("noSuchRule", new DateOnly(2026, 1, 1)));
        Assert.True(Shipped.Knows("reinspect"));
        Assert.False(Shipped.Knows("noSuchRule"));
    }

    [Fact]
    public void Two_versions_valid_on_one_day_are_refused() =>
        Assert.Throws<FormatException>(() => new PolicyPack("t", [Rule("grade", 3), Rule("grade", 2, "2026-06-01", null)], []));

    private static PolicyRule Rule(string id, int amount, string from = "2014-01-01", string? to = null, string? region = null) => new(
        id, id, amount, LimitUnit.WorkingDay, false, "事件", "测试", null, "P", region,
        DateOnly.Parse(from, CultureInfo.InvariantCulture), to is null ? null : DateOnly.Parse(to, CultureInfo.InvariantCulture));
}
