using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Escalation;
using SpecialEquipment.Workflow.Capabilities.Hazards;
using SpecialEquipment.Workflow.Capabilities.Ledger;
using SpecialEquipment.Workflow.Capabilities.Rectification;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Journeys;

/// <summary>What comes after sign-off: relapse (E3) and look-back (DOMAIN §4.0 lookBack).</summary>
public sealed class RelapseJourneys
{
    /// <summary>E3: the officer decides with a reason; L1 at registration, the grade is reviewed, the old sign-off is not touched; documents only → clue.</summary>
    [Fact]
    [Walks("relapse")]
    public async Task The_same_defect_of_the_same_device_within_the_window_is_a_relapse()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var old = await SignedOffAsync(county, "DOCUMENTS");
        var signedOff = await county.MatterAsync(old);
        await county.UntilAsync("2026-05-11 09:00");
        var id = await county.ReportAsync();

        var silent = await county.TryAsync("officer1", id, "register", new { clause = "TSG T7001-2023 第2.3条" });
        Assert.Contains(silent.Rejection!.Errors, e => e.Field == "relapseOf" && e.Expected.Contains(signedOff.Number!, StringComparison.Ordinal));
        var groundless = await county.TryAsync("officer1", id, "register", new { clause = "TSG T7001-2023 第2.3条", relapseOf = old });
        Assert.Contains(groundless.Rejection!.Errors, e => e.Field == "relapseReason");
        await county.DoAsync("officer1", id, "register", new { clause = "TSG T7001-2023 第2.3条", relapseOf = old, relapseReason = "安全钳再次未联动，与原隐患相同" });

        Assert.Equal(LinkKinds.RelapseOf, await county.ReadAsync((_, db) => db.Set<MatterLink>().Where(l => l.MatterId == id && l.OtherMatterId == old).Select(l => l.Kind).SingleAsync()));
        Assert.Equal(EscalationLevel.L1, (await EscalationAsync(county, id)).Level);
        Assert.Contains(await county.OpenTasksAsync(id), t => t.Title == "约见警示（隐患复发）");
        var untouched = await county.MatterAsync(old);
        Assert.Equal((HazardState.SignedOff, signedOff.Version, signedOff.ClosedAt), (untouched.State, untouched.Version, untouched.ClosedAt));
        Assert.Contains(await county.LedgerAsync(id), e => e.Kind == AccountabilityClues.Kind);
        Assert.DoesNotContain((await UnitReadsAsync(county, id)).Items, e => e.Kind == AccountabilityClues.Kind || e.Summary.Contains("问责", StringComparison.Ordinal));

        var graded = await county.DoAsync("officer1", id, "grade", new { grade = "GENERAL", basis = Array.Empty<string>(), basisText = "可及时消除" });
        Assert.NotNull(graded.ConfirmationId); // the grading of a relapse is reviewed
        Assert.Equal(HazardState.Registered, await county.StateAsync(id));
        await county.DoAsync("approver1", id, "confirm-step", new { graded.ConfirmationId });
        await county.CompleteTaskAsync("approver1", id, "约见警示（隐患复发）", "已约见警示");

        await county.BothAsync("inspector1", "inspector2", id, "issue-instruction", await county.InstructionAsync("2026-05-29"));
        await county.DoAsync("enterprise1", id, "submit-plan", County.Plan("2026-05-29"));
        await county.DoAsync("officer1", id, "approve-plan", new { opinion = "同意" });
        await county.DoAsync("enterprise1", id, "submit-report", await county.ReportFormOfUnitAsync());
        await county.BothAsync("inspector1", "inspector2", id, "reinspect", await county.ReinspectionAsync(passed: true));
        await county.DoAsync("approver1", id, "sign-off", new { opinion = "复查合格，同意销号" });
        Assert.NotNull((await EscalationAsync(county, id)).ClosedAt);
        await county.NothingFaultedAsync();
    }

    /// <summary>E3: a rejection needs its reason and changes nothing else; a sign-off after an inspection on site leaves no clue.</summary>
    [Fact]
    public async Task A_proposed_relapse_can_be_rejected_with_a_reason()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var old = await SignedOffAsync(county, "SITE");
        await county.UntilAsync("2026-04-13 09:00");
        var id = await county.ReportAsync();
        var both = await county.TryAsync("officer1", id, "register", new { clause = "TSG T7001-2023 第2.3条", relapseOf = old, relapseRejected = true, relapseReason = "两项都填" });
        Assert.Contains(both.Rejection!.Errors, e => e.Field == "relapseRejected");
        await county.DoAsync("officer1", id, "register", new { clause = "TSG T7001-2023 第2.3条", relapseRejected = true, relapseReason = "更换新部件后的另一故障" });
        Assert.Empty(await county.ReadAsync((_, db) => db.Set<EscalationCase>().Where(e => e.MatterId == id).ToListAsync()));
        Assert.Contains(await county.LedgerAsync(id), e => e.Act == "reject-relapse");

        var again = await county.ReportAsync();
        await county.DoAsync("officer1", again, "register", new { clause = "TSG T7001-2023 第2.3条", relapseOf = old, relapseReason = "与原隐患相同" });
        Assert.DoesNotContain(await county.LedgerAsync(again), e => e.Kind == AccountabilityClues.Kind);
        await county.NothingFaultedAsync();
    }

    /// <summary>relapseWindow is 180 calendar days from sign-off; the day after it is too late.</summary>
    [Theory]
    [InlineData("2026-09-01 10:00", true)] // 2026-03-05 + 180 days
    [InlineData("2026-09-02 10:00", false)]
    public async Task The_window_ends_180_days_after_sign_off(string found, bool isProposed)
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        await SignedOffAsync(county, "SITE");
        await county.UntilAsync(found);
        var id = await county.ReportAsync();
        var silent = await county.TryAsync("officer1", id, "register", new { clause = "TSG T7001-2023 第2.3条" });
        Assert.Equal(isProposed, silent.IsRejected);
    }

    /// <summary>lookBack: drawn, waits for day 30, due on day 90, two inspectors; a relapse found there becomes a new case.</summary>
    [Fact]
    [Walks("look-back")]
    public async Task A_drawn_case_is_looked_back_at_in_its_window()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        Share(county, 100);
        var id = await SignedOffAsync(county, "SITE");
        var check = await CheckAsync(county, id);
        Assert.Equal((County.Day("2026-04-04"), County.Day("2026-06-03")), (check!.OpensOn, check.ClosesOn));
        Assert.Contains($"{check.Draw}", check.Reason);
        Assert.Empty(await county.OpenTasksAsync(id));
        var early = await county.TryAsync("inspector1", id, "record-look-back", await LookBackAsync(county, "HOLDS"));
        Assert.Contains("2026-04-04", early.Rejection!.Detail);

        await county.UntilAsync("2026-04-04 00:00");
        Assert.Equal(("回头看核查", County.Day("2026-06-03")), (Assert.Single(await county.OpenTasksAsync(id)).Title, (await county.OpenTasksAsync(id))[0].DueDate));
        await county.UntilAsync("2026-04-07 09:00");
        await county.BothAsync("inspector1", "inspector2", id, "record-look-back", await LookBackAsync(county, "RELAPSED"));
        Assert.Equal(HazardState.SignedOff, await county.StateAsync(id));
        Assert.Empty(await county.OpenTasksAsync(id));
        var found = (await CheckAsync(county, id))!.NewMatterId!.Value;
        Assert.Equal(HazardState.Reported, await county.StateAsync(found));
        var silent = await county.TryAsync("officer1", found, "register", new { clause = "另一条款" });
        Assert.Contains(silent.Rejection!.Errors, e => e.Field == "relapseOf");
        await county.DoAsync("officer1", found, "register", new { clause = "TSG T7001-2023 第2.3条", relapseOf = id, relapseReason = "回头看核查确认复发" });
        Assert.Equal(EscalationLevel.L1, (await EscalationAsync(county, found)).Level);
        var twice = await county.TryAsync("inspector1", id, "record-look-back", await LookBackAsync(county, "HOLDS"));
        Assert.True(twice.IsRejected);
        await county.NothingFaultedAsync();
    }

    [Fact]
    public async Task A_case_that_still_holds_ends_its_look_back_and_one_not_drawn_has_none()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        Share(county, 100);
        var id = await SignedOffAsync(county, "SITE");
        Share(county, 0);
        var spared = await SignedOffAsync(county, "SITE");
        await county.UntilAsync("2026-04-10 09:00");
        Assert.Empty(await county.OpenTasksAsync(spared));
        Assert.Null(await CheckAsync(county, spared));
        await county.BothAsync("inspector1", "inspector2", id, "record-look-back", await LookBackAsync(county, "HOLDS"));
        Assert.Equal(LookBackResult.Holds, (await CheckAsync(county, id))!.Result);
        Assert.All(await county.FlowsAsync(id), f => Assert.NotNull(f.FinishedAt));
        await county.NothingFaultedAsync();
    }

    [Fact]
    public void The_sample_can_be_drawn_again_and_comes_near_its_share()
    {
        var at = new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
        var ids = Enumerable.Range(0, 20_000).Select(n => Guid.CreateVersion7(at.AddSeconds(n))).ToList();
        var drawn = ids.Count(id => LookBackSample.IsDrawn(LookBackSample.Draw(id, new DateOnly(2026, 3, 5)), 10));
        Assert.InRange(drawn, 1_800, 2_200);
        Assert.Equal(LookBackSample.Draw(ids[7], new DateOnly(2026, 3, 1)), LookBackSample.Draw(ids[7], new DateOnly(2026, 3, 31)));
        Assert.All(ids.Take(100), id => Assert.True(LookBackSample.IsDrawn(LookBackSample.Draw(id, new DateOnly(2026, 3, 5)), 100)));
        Assert.All(ids.Take(100), id => Assert.False(LookBackSample.IsDrawn(LookBackSample.Draw(id, new DateOnly(2026, 3, 5)), 0)));
    }

    /// <summary>Signed off on 2026-03-05, or three days after the county's now.</summary>
    private static async Task<Guid> SignedOffAsync(County county, string method)
    {
        var id = await county.ReportAsync();
        var relapse = await county.TryAsync("officer1", id, "register", new { clause = "TSG T7001-2023 第2.3条" });
        if (relapse.IsRejected)
            await county.DoAsync("officer1", id, "register", new { clause = "TSG T7001-2023 第2.3条", relapseRejected = true, relapseReason = "另一处的缺陷" });
        await county.DoAsync("officer1", id, "grade", new { grade = "GENERAL", basis = Array.Empty<string>(), basisText = "可及时消除" });
        var deadline = ShanghaiTime.Text(ShanghaiTime.DateOf(county.Now).AddDays(14));
        await county.BothAsync("inspector1", "inspector2", id, "issue-instruction", await county.InstructionAsync(deadline));
        await county.DoAsync("enterprise1", id, "submit-plan", County.Plan(deadline));
        await county.DoAsync("officer1", id, "approve-plan", new { opinion = "同意" });
        await county.DoAsync("enterprise1", id, "submit-report", await county.ReportFormOfUnitAsync());
        await county.BothAsync("inspector1", "inspector2", id, "reinspect", new
        {
            method, secondInspectorId = (await county.ActorAsync("inspector2")).PersonId, items = new[] { new { item = "安全钳联动", passed = true, note = "" } }, result = "PASSED",
        });
        await county.UntilAsync(ShanghaiTime.Text(ShanghaiTime.DateOf(county.Now).AddDays(3)) + " 10:00");
        await county.DoAsync("approver1", id, "sign-off", new { opinion = "复查合格，同意销号" });
        return id;
    }

    private static async Task<object> LookBackAsync(County county, string result) => new
    {
        result, text = "现场核查安全钳联动试验情况", immediateDanger = false, secondInspectorId = (await county.ActorAsync("inspector2")).PersonId,
        evidence = new[] { await county.FileAsync("inspector1") },
    };

    private static void Share(County county, decimal percent)
    {
        var rules = county.Services.GetRequiredService<DeadlineRules>();
        var pack = rules.Now.Policy;
        rules.Replace(rules.Now.Calendar, new PolicyPack(
            pack.Version, pack.Rules, [.. pack.Parameters.Select(p => p.Id == "lookBackShareGeneral" ? p with { Value = percent } : p)]));
    }

    private static Task<LookBackCheck?> CheckAsync(County county, Guid id) =>
        county.ReadAsync((_, db) => db.Set<LookBackCheck>().AsNoTracking().FirstOrDefaultAsync(c => c.MatterId == id));

    private static Task<EscalationCase> EscalationAsync(County county, Guid id) =>
        county.ReadAsync((_, db) => db.Set<EscalationCase>().AsNoTracking().SingleAsync(e => e.MatterId == id));

    private static async Task<ReadLedger.Page> UnitReadsAsync(County county, Guid id)
    {
        var unit = await county.ActorAsync("enterprise1");
        return await county.ReadAsync(async (services, db) =>
            (await ReadLedger.ReadAsync(id, unit, db, services.GetRequiredService<IMatterAccess>(), CancellationToken.None)).Value);
    }
}
