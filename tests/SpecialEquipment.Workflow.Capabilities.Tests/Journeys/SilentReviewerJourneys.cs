using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.CaseFile;
using SpecialEquipment.Workflow.Capabilities.Escalation;
using SpecialEquipment.Workflow.Capabilities.Notifications;
using SpecialEquipment.Workflow.Capabilities.Rectification;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using Microsoft.Extensions.DependencyInjection;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Journeys;

/// <summary>E2: a plan nobody reviews is not approved, and the unit is not punished for the reviewer's delay.</summary>
public sealed class SilentReviewerJourneys
{
    /// <summary>Review due 03-05, named date 03-12, decided 03-16: eleven days lost, so the named date becomes 03-23 for everybody.</summary>
    [Fact]
    public async Task The_days_the_reviewer_lost_move_the_named_date_and_everything_that_hangs_on_it()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await InReviewAsync(county, "2026-03-12");
        await county.UntilAsync("2026-03-16 09:00");
        Assert.Equal(HazardState.PlanInReview, await county.StateAsync(id));
        Assert.False((await county.MatterAsync(id)).IsOverdue);
        Assert.Equal(DeadlineState.Overdue, (await county.DeadlineAsync(id, "planReview")).State);
        Assert.Equal("PAUSED", (await CaseAsync(county, id)).Deadlines.Single(d => d.RuleId == MatterDeadlines.NamedDate).Status);
        Assert.Empty(await OverdueNoticesAsync(county));

        await county.DoAsync("officer1", id, "approve-plan");
        Assert.Equal(County.Day("2026-03-23"), (await county.MatterAsync(id)).RectifyBy);
        var named = await county.DeadlineAsync(id, MatterDeadlines.NamedDate);
        Assert.Equal((County.Day("2026-03-23"), DeadlineState.Running), (named.DueOn!.Value, named.State));
        var change = Assert.Single(named.Changes);
        Assert.Equal((DeadlineChangeKind.DaysGivenBack, County.Day("2026-03-12")), (change.Kind, ShanghaiTime.DateOf(change.OldDueAt)));
        Assert.Contains("E2", change.Decision);
        Assert.Contains(named.Explain(Rules(county).Calendar, county.Now), line => line.Reason.Contains("补回日数") && line.Reason.Contains("2026-03-05"));
        var fact = Assert.Single(await county.LedgerAsync(id), e => e.Act == "give-back-days");
        Assert.Equal("clock", fact.Kind);
        Assert.Contains("2026-03-23", fact.Summary);
        Assert.Equal(County.Day("2026-03-23"), (await county.OpenTasksAsync(id)).Single(t => t.Title == "整改并提交整改报告").DueDate);
        Assert.Equal(named.Id, (await county.OpenTasksAsync(id)).Single(t => t.Title == "整改并提交整改报告").DeadlineId);

        await county.UntilAsync("2026-03-23 23:59");
        Assert.False((await county.MatterAsync(id)).IsOverdue);
        Assert.Empty(await OverdueNoticesAsync(county));
        Assert.Empty(await county.ReadAsync((_, db) => db.Set<EscalationCase>().ToListAsync()));
        await county.UntilAsync("2026-03-24 00:00");
        Assert.True((await county.MatterAsync(id)).IsOverdue);
        Assert.Equal(County.Day("2026-03-23"), Assert.Single(await county.ReadAsync((_, db) => db.Set<EscalationCase>().ToListAsync())).MissedDate);
        Assert.NotEmpty(await OverdueNoticesAsync(county));
        await county.NothingFaultedAsync();
    }

    /// <summary>A plan sent back late and reviewed late again: both delays are given back.</summary>
    [Fact]
    public async Task A_plan_returned_late_and_reviewed_late_again_gives_back_both_delays()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await InReviewAsync(county, "2026-03-20"); // review due 03-05
        await county.UntilAsync("2026-03-09 09:00");
        await county.DoAsync("officer1", id, "return-plan", new { opinion = "资金来源未附证明" });
        Assert.Equal(County.Day("2026-03-24"), (await county.MatterAsync(id)).RectifyBy); // four days
        await county.DoAsync("enterprise1", id, "submit-plan", County.Plan("2026-03-10")); // review due 03-12
        await county.UntilAsync("2026-03-13 09:00");
        await county.DoAsync("officer1", id, "approve-plan");
        Assert.Equal(County.Day("2026-03-25"), (await county.MatterAsync(id)).RectifyBy);
        Assert.Equal(2, (await county.DeadlineAsync(id, MatterDeadlines.NamedDate)).Changes.Count);
        await county.NothingFaultedAsync();
    }

    /// <summary>Decided in time, nothing moves.</summary>
    [Fact]
    public async Task A_review_in_time_moves_nothing()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await InReviewAsync(county, "2026-03-12");
        await county.UntilAsync("2026-03-05 23:00");
        await county.DoAsync("officer1", id, "approve-plan");
        Assert.Equal(County.Day("2026-03-12"), (await county.MatterAsync(id)).RectifyBy);
        Assert.Empty((await county.DeadlineAsync(id, MatterDeadlines.NamedDate)).Changes);
        await county.NothingFaultedAsync();
    }

    /// <summary>The unit hands its plan in so late that the date fails while the reviewer is still in time: that failure stays.</summary>
    [Fact]
    public async Task A_date_that_failed_before_the_reviewer_was_late_stays_failed()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.OrderedAsync("2026-03-12");
        await county.UntilAsync("2026-03-12 16:00");
        await county.DoAsync("enterprise1", id, "submit-plan", County.Plan("2026-03-12")); // review due 03-17
        await county.UntilAsync("2026-03-13 00:00");
        Assert.True((await county.MatterAsync(id)).IsOverdue);
        await county.UntilAsync("2026-03-20 09:00");
        await county.DoAsync("officer1", id, "approve-plan");
        Assert.True((await county.MatterAsync(id)).IsOverdue);
        Assert.Equal(County.Day("2026-03-12"), (await county.MatterAsync(id)).RectifyBy);
        Assert.DoesNotContain(await county.LedgerAsync(id), e => e.Act == "give-back-days");
        await county.NothingFaultedAsync();
    }

    /// <summary>A report within the days given back is not late.</summary>
    [Fact]
    public async Task A_report_within_the_days_given_back_is_not_late()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await InReviewAsync(county, "2026-03-12");
        await county.UntilAsync("2026-03-16 09:00");
        await county.DoAsync("officer1", id, "approve-plan");
        await county.UntilAsync("2026-03-23 20:00");
        await county.DoAsync("enterprise1", id, "submit-report", await county.ReportFormOfUnitAsync());
        Assert.False((await county.ReadAsync((_, db) => db.Set<RectificationReport>().SingleAsync(r => r.MatterId == id))).Late);
        Assert.False((await county.DeadlineAsync(id, MatterDeadlines.NamedDate)).MetLate);
        await county.NothingFaultedAsync();
    }

    private static async Task<Guid> InReviewAsync(County county, string deadline)
    {
        var id = await county.OrderedAsync(deadline);
        await county.DoAsync("enterprise1", id, "submit-plan", County.Plan("2026-03-10"));
        return id;
    }

    private static RulesInForce Rules(County county) => county.Services.GetRequiredService<DeadlineRules>().Now;

    private static async Task<CaseView> CaseAsync(County county, Guid id)
    {
        var actor = await county.ActorAsync("enterprise1");
        return (await county.ReadAsync((services, _) => services.GetRequiredService<ReadCase>().DoAsync(id, actor, CancellationToken.None)))!;
    }

    /// <summary>What told the unit that something of its own is overdue.</summary>
    private static async Task<List<Notice>> OverdueNoticesAsync(County county)
    {
        var person = (await county.ActorAsync("enterprise1")).PersonId;
        return await county.ReadAsync((_, db) => db.Set<Notice>().AsNoTracking()
            .Where(n => n.RecipientPersonId == person && (n.Title.Contains("逾期") || n.Body.Contains("逾期"))).ToListAsync());
    }
}
