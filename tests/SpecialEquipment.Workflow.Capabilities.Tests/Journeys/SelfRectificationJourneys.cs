using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Escalation;
using SpecialEquipment.Workflow.Capabilities.Hazards;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Capabilities.TaskInbox;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Journeys;

/// <summary>Every way through the flow self-rectification (DOMAIN §4.3).</summary>
public sealed class SelfRectificationJourneys
{
    /// <summary>§4.3 self-rectification, report, re-inspection, sign-off. Flow: self-rectification.</summary>
    [Fact]
    [Walks("self-rectification")]
    public async Task What_the_unit_found_itself_needs_no_instruction()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.GradedAsync(HazardSource.SelfCheck);
        await county.DoAsync("officer1", id, "start-self-rectification", new { deadline = "2026-03-13", note = "单位已在整改" });
        Assert.Contains(await county.OpenTasksAsync(id), t => t.Title == "自行整改并提交整改报告");
        await county.UntilAsync("2026-03-10 09:00");
        await county.DoAsync("enterprise1", id, "submit-report", await county.ReportFormOfUnitAsync());
        await county.BothAsync("inspector1", "inspector2", id, "reinspect", await county.ReinspectionAsync(passed: true));
        var report = await county.DocumentFieldsAsync(id, "RECTIFICATION_REPORT");
        Assert.Equal((11800.5m, 1, false), (report.GetProperty("fundsSpent").GetDecimal(), report.GetProperty("items").GetArrayLength(), report.GetProperty("redHead").GetBoolean()));
        await county.DoAsync("approver1", id, "sign-off", new { opinion = "同意销号" });
        Assert.Equal(HazardState.SignedOff, await county.StateAsync(id));
        await county.NothingFaultedAsync();
    }

    /// <summary>§4.3: the unit's own date is missed, the hazard becomes an instruction.</summary>
    [Fact]
    public async Task A_missed_own_date_becomes_an_instruction()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.GradedAsync(HazardSource.SelfCheck);
        await county.DoAsync("officer1", id, "start-self-rectification", new { deadline = "2026-03-06" });
        var early = await county.TryAsync("inspector1", id, "issue-instruction", await county.InstructionAsync("2026-03-20"));
        Assert.Contains(early.Rejection!.Errors, e => e.Field == "selfRectificationRefusal");
        await county.UntilAsync("2026-03-07 00:00");
        Assert.True((await county.MatterAsync(id)).IsOverdue);
        Assert.Contains(await county.OpenTasksAsync(id), t => t.Title == "自行整改逾期，下达监察指令书");
        await county.UntilAsync("2026-03-09 09:00");
        await county.BothAsync("inspector1", "inspector2", id, "issue-instruction", await county.InstructionAsync("2026-03-20"));
        Assert.Equal(HazardState.PlanPending, await county.StateAsync(id));
        Assert.Equal(["报送五落实整改方案"], (await county.OpenTasksAsync(id)).Select(t => t.Title));
        await county.NothingFaultedAsync();
    }

    /// <summary>
    /// The whole loop: the own date missed, reported late, re-inspection failed → first instruction of the case, served → plan, work, date
    /// missed again → L1.
    /// </summary>
    [Fact]
    public async Task After_a_failed_reinspection_it_goes_on_like_any_ordered_hazard_up_to_the_ladder()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await StartedAsync(county, "2026-03-06");
        await county.UntilAsync("2026-03-07 00:00");
        Assert.True((await county.MatterAsync(id)).IsOverdue);
        await OffersOnlyWhatTheStateAllowsAsync(county, id);
        await county.UntilAsync("2026-03-09 09:00");
        await county.DoAsync("enterprise1", id, "submit-report", await county.ReportFormOfUnitAsync());
        Assert.Equal(["复查"], (await county.OpenTasksAsync(id)).Select(t => t.Title)); // nobody is to order what has been reported
        await county.UntilAsync("2026-03-10 09:00");
        await county.BothAsync("inspector1", "inspector2", id, "reinspect", await county.ReinspectionAsync(passed: false, "2026-03-27"));

        Assert.Equal(HazardState.Ordered, await county.StateAsync(id));
        Assert.Null((await county.MatterAsync(id)).RectifyBy);
        Assert.Equal(["送达监察指令书"], (await county.OpenTasksAsync(id)).Select(t => t.Title));
        await OffersOnlyWhatTheStateAllowsAsync(county, id);
        Assert.Empty(await county.ReadAsync((_, db) => db.Set<EscalationCase>().ToListAsync()));
        await county.UntilAsync("2026-03-11 09:00");
        await county.ServeAsync(id);
        Assert.Equal(HazardState.PlanPending, await county.StateAsync(id));
        Assert.Equal(County.Day("2026-03-16"), (await county.DeadlineAsync(id, "planDueGeneral")).DueOn); // 3 WD from service
        Assert.Equal(County.Day("2026-03-27"), (await county.MatterAsync(id)).RectifyBy);

        await county.DoAsync("enterprise1", id, "submit-plan", County.Plan("2026-03-25"));
        await county.DoAsync("officer1", id, "approve-plan");
        await county.UntilAsync("2026-03-28 00:00"); // a Saturday: overdue at once, the ladder on Monday
        Assert.True((await county.MatterAsync(id)).IsOverdue);
        await OffersOnlyWhatTheStateAllowsAsync(county, id);
        Assert.DoesNotContain(await county.OpenTasksAsync(id), t => t.Form == "issue-instruction");
        await county.UntilAsync("2026-03-30 00:00");
        Assert.Equal(County.Instant("2026-03-30 00:00"), Assert.Single(await county.ReadAsync((_, db) => db.Set<EscalationCase>().AsNoTracking().ToListAsync())).OpenedAt);
        await OffersOnlyWhatTheStateAllowsAsync(county, id);

        await county.DoAsync("enterprise1", id, "submit-report", await county.ReportFormOfUnitAsync());
        await county.BothAsync("inspector1", "inspector2", id, "reinspect", await county.ReinspectionAsync(passed: true));
        await county.DoAsync("approver1", id, "sign-off", new { opinion = "同意销号" });
        Assert.All(await county.StoryFlowsAsync(id), f => Assert.Equal("Finished", f.Status));
        Assert.Empty(await county.OpenTasksAsync(id));
        await county.NothingFaultedAsync();
    }

    /// <summary>In time and failed: the same first instruction, and a second failure renews it within the ordinary flow.</summary>
    [Fact]
    public async Task A_second_failure_after_the_instruction_renews_it_without_a_second_flow()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await StartedAsync(county, "2026-03-13");
        await county.DoAsync("enterprise1", id, "submit-report", await county.ReportFormOfUnitAsync());
        await county.BothAsync("inspector1", "inspector2", id, "reinspect", await county.ReinspectionAsync(passed: false, "2026-03-20"));
        await county.ServeAsync(id);
        await county.DoAsync("enterprise1", id, "submit-plan", County.Plan("2026-03-18"));
        await county.DoAsync("officer1", id, "approve-plan");
        await county.DoAsync("enterprise1", id, "submit-report", await county.ReportFormOfUnitAsync());
        await county.BothAsync("inspector1", "inspector2", id, "reinspect", await county.ReinspectionAsync(passed: false, "2026-03-27"));
        Assert.Equal(HazardState.ReinspectionFailed, await county.StateAsync(id));
        await county.ServeAsync(id);
        Assert.Equal(HazardState.Rectifying, await county.StateAsync(id));
        Assert.Single(await county.FlowsAsync(id), f => f.DefinitionId == "five-implementations");
        Assert.Single(await county.FlowsAsync(id), f => f.DefinitionId == "ladder-l0-l1");
        Assert.Equal(2, await county.ReadAsync((_, db) => db.Set<Instruction>().CountAsync(i => i.MatterId == id)));
        await county.UntilAsync("2026-03-28 00:00");
        Assert.True((await county.MatterAsync(id)).IsOverdue);
        await county.NothingFaultedAsync();
    }

    private static async Task<Guid> StartedAsync(County county, string deadline)
    {
        var id = await county.GradedAsync(HazardSource.SelfCheck);
        await county.DoAsync("officer1", id, "start-self-rectification", new { deadline });
        return id;
    }

    /// <summary>No open task offers its holder a command that the state refuses.</summary>
    private static async Task OffersOnlyWhatTheStateAllowsAsync(County county, Guid id)
    {
        foreach (var who in new[] { "inspector1", "officer1", "approver1", "enterprise1" })
        {
            var actor = await county.ActorAsync(who);
            var tasks = await county.ReadAsync(async (services, db) => await services.GetRequiredService<FindTasks>().OfMatterAsync(id, actor, db, services.GetRequiredService<Shared.Directory.IDirectory>(), county.Now, CancellationToken.None));
            foreach (var task in tasks.Where(t => t is { State: "OPEN", CanAct: true }))
            {
                var matter = await county.MatterAsync(id);
                var offered = task.Outcomes.Where(o => o.Command is not null).Select(o => o.Command!).ToList();
                var open = new List<string>();
                foreach (var command in offered)
                {
                    var availability = await county.ReadAsync((services, db) => services.GetRequiredService<MatterCommands>().Find(command)!
                        .AvailabilityAsync(matter, new ActContext(db, actor, county.Now, county.Now, services), CancellationToken.None));
                    if (availability.Status == CommandAvailability.Available.Status)
                        open.Add(command);
                    else
                        Assert.Equal(CommandAvailability.Hidden.Status, availability.Status); // somebody else's act is not shown, see TaskInbox
                }
                Assert.True(offered.Count < task.Outcomes.Count || open.Count > 0, $"{who}: {task.Title}");
            }
        }
    }
}
