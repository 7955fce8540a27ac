using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Escalation;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Evidence;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Journeys;

/// <summary>
/// One general hazard on an elevator around Spring Festival 2026 (off 02-15 … 02-23, work on Sat 02-14 and Sat 02-28), from found to
/// signed off. Flows: general-hazard, two-person-step, five-implementations, ladder-l0-l1.
/// </summary>
public sealed class FirstStoryJourney
{
    /// <summary>DOMAIN §4.2, §4.3, §4.4; O57 art. 29; E1, E2, E11.</summary>
    [Fact]
    [Walks("general-hazard", "two-person-step", "five-implementations", "ladder-l0-l1")]
    public async Task From_found_to_signed_off_across_Spring_Festival()
    {
        await using var county = await County.AtAsync("2026-02-09 09:30");
        var id = await county.ReportAsync();
        await county.NothingFaultedAsync();
        Assert.Equal(County.Day("2026-02-11"), (await county.DeadlineAsync(id, "triage")).DueOn); // 2 WD from receipt
        Assert.Equal("研判并登记隐患", Assert.Single(await county.OpenTasksAsync(id)).Title);

        await county.UntilAsync("2026-02-10 10:00");
        await county.DoAsync("officer1", id, "register", new { clause = "TSG T7001-2023 第2.3条" });
        Assert.Equal(County.Day("2026-02-13"), (await county.DeadlineAsync(id, "grade")).DueOn); // 3 WD
        Assert.Matches("隐〔2026〕第.*号", (await county.MatterAsync(id)).Number!);

        await county.UntilAsync("2026-02-10 15:00");
        await county.DoAsync("officer1", id, "grade", new { grade = "GENERAL", basis = Array.Empty<string>(), basisText = "可及时消除" });
        Assert.Equal("下达监察指令书或当场整改", Assert.Single(await county.OpenTasksAsync(id)).Title);

        await OrderAsync(county, id);
        await PlanAsync(county, id);
        await MissAsync(county, id);
        await CloseAsync(county, id);
        await county.NothingFaultedAsync();
        Assert.True((await county.ReadAsync((_, db) => VerifyLedger.RunAsync(db, id, CancellationToken.None))).IsIntact);
    }

    private static async Task OrderAsync(County county, Guid id)
    {
        await county.UntilAsync("2026-02-11 09:00");
        var proposed = await county.DoAsync("inspector1", id, "issue-instruction", await county.InstructionAsync("2026-03-12"));
        Assert.Equal(HazardState.Graded, await county.StateAsync(id)); // nothing takes effect before the second has acted
        Assert.Empty(await county.DocumentsAsync(id));
        Assert.Contains(await county.OpenTasksAsync(id), t => t.Form == "confirm-step");

        var same = await county.TryAsync("inspector1", id, "confirm-step", new { proposed.ConfirmationId });
        Assert.Equal("matters.not-the-second", same.Rejection!.Code);
        await county.UntilAsync("2026-02-11 09:20");
        await county.DoAsync("inspector2", id, "confirm-step", new { proposed.ConfirmationId });

        Assert.Equal(HazardState.PlanPending, await county.StateAsync(id)); // ORDERED → PLAN_PENDING is automatic
        Assert.Equal(
            [("INSPECTION_RECORD", "ISSUED"), ("SAFETY_SUPERVISION_INSTRUCTION", "SERVED")],
            (await county.DocumentsAsync(id)).Select(d => (d.Kind, d.State)).OrderBy(d => d.Kind, StringComparer.Ordinal));
        Assert.Equal(County.Day("2026-02-14"), (await county.DeadlineAsync(id, "planDueGeneral")).DueOn); // 3 WD; Sat 02-14 is a make-up workday
        Assert.Equal(County.Day("2026-03-12"), (await county.DeadlineAsync(id, MatterDeadlines.NamedDate)).DueOn);
        var ledger = await county.LedgerAsync(id);
        Assert.Contains(ledger, e => e.Act == "issue-instruction" && e.StateAfter == "ORDERED");
        Assert.Contains(ledger, e => e.Act == "open-plan-stage" && e.StateAfter == "PLAN_PENDING");
    }

    private static async Task PlanAsync(County county, Guid id)
    {
        await county.UntilAsync("2026-02-13 16:00");
        var refused = await county.TryAsync("enterprise1", id, "submit-plan", new
        {
            goal = "待定", measures = Array.Empty<object>(), deadline = "2026-03-20", responsibility = new { unit = "本单位", leader = "暂无", doer = "", supervisor = "承办人" },
            funding = new { amount = 0 },
        });
        string[] fields = ["goal", "measures", "deadline", "responsibility.leader", "responsibility.doer", "funding.zeroReason"];
        Assert.Equal(fields.Order(), refused.Rejection!.Errors.Select(e => e.Field).Order());
        Assert.All(refused.Rejection.Errors, e => Assert.False(string.IsNullOrEmpty(e.Article)));

        await county.DoAsync("enterprise1", id, "submit-plan", County.Plan("2026-03-10"));
        Assert.Equal(County.Day("2026-02-25"), (await county.DeadlineAsync(id, "planReview")).DueOn); // 3 WD from Fri 02-13: 02-14, 02-24, 02-25
        await county.UntilAsync("2026-02-24 10:00");
        await county.DoAsync("officer1", id, "return-plan", new { opinion = "资金来源未附证明" });
        Assert.Equal(County.Day("2026-02-26"), (await county.DeadlineAsync(id, "planResubmit")).DueOn); // 2 WD
        await county.DoAsync("enterprise1", id, "submit-plan", County.Plan("2026-03-10"));
        await county.DoAsync("officer1", id, "approve-plan", new { opinion = "同意" });
        Assert.Equal(HazardState.Rectifying, await county.StateAsync(id));
        Assert.Contains(await county.OpenTasksAsync(id), t => t.Title == "整改并提交整改报告" && t.DueDate == County.Day("2026-03-12"));
    }

    private static async Task MissAsync(County county, Guid id)
    {
        await county.UntilAsync("2026-03-12 23:59");
        Assert.False((await county.MatterAsync(id)).IsOverdue);
        await county.UntilAsync("2026-03-13 00:00"); // E1: D+1 00:00, a Friday, so L1 opens at the same instant
        var matter = await county.MatterAsync(id);
        Assert.True(matter.IsOverdue);
        Assert.Equal(HazardState.Rectifying, matter.State);
        var escalation = Assert.Single(await county.ReadAsync((_, db) => db.Set<EscalationCase>().AsNoTracking().ToListAsync()));
        Assert.Equal(County.Instant("2026-03-13 00:00"), escalation.OpenedAt);
        Assert.Contains(await county.OpenTasksAsync(id), t => t.Title == "约见警示、书面告知");
        Assert.Contains(await county.LedgerAsync(id), e => e.Act == "mark-overdue" && e.EventTime == County.Instant("2026-03-13 00:00"));
    }

    private static async Task CloseAsync(County county, Guid id)
    {
        await county.UntilAsync("2026-03-16 14:00");
        await county.DoAsync("enterprise1", id, "submit-report", await county.ReportFormOfUnitAsync());
        Assert.False((await county.MatterAsync(id)).IsOverdue);
        Assert.True((await county.DeadlineAsync(id, MatterDeadlines.NamedDate)).MetLate);
        Assert.Equal(County.Day("2026-03-30"), (await county.DeadlineAsync(id, "reinspect")).DueOn); // 10 WD, O57 art. 29

        await county.UntilAsync("2026-03-18 10:00");
        var proposed = await county.DoAsync("inspector1", id, "reinspect", await county.ReinspectionAsync(passed: true));
        Assert.Equal(HazardState.Reinspecting, await county.StateAsync(id));
        await county.DoAsync("inspector2", id, "confirm-step", new { proposed.ConfirmationId });
        Assert.Equal(HazardState.Passed, await county.StateAsync(id));
        Assert.Equal(County.Day("2026-03-23"), (await county.DeadlineAsync(id, "signOffDecision")).DueOn); // 3 WD

        await county.UntilAsync("2026-03-19 09:00");
        await county.DoAsync("approver1", id, "sign-off", new { opinion = "隐患已消除，同意销号" });
        Assert.Equal(HazardState.SignedOff, await county.StateAsync(id));
        Assert.Empty(await county.OpenTasksAsync(id));
        Assert.All(await county.StoryFlowsAsync(id), f => Assert.Equal("Finished", f.Status));
        Assert.All(await county.DeadlinesAsync(id), d => Assert.False(d.IsOpen));
        Assert.NotNull((await county.ReadAsync((_, db) => db.Set<EscalationCase>().AsNoTracking().SingleAsync())).ClosedAt);
        Assert.Equal(["INSPECTION_RECORD", "RECTIFICATION_PLAN", "RECTIFICATION_REPORT", "REINSPECTION_OPINION", "SAFETY_SUPERVISION_INSTRUCTION", "SIGN_OFF_SHEET"], (await county.DocumentsAsync(id)).Select(d => d.Kind).Order());
    }
}
