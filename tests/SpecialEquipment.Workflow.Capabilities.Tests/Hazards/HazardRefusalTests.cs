using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.CaseFile;
using SpecialEquipment.Workflow.Capabilities.Hazards;
using SpecialEquipment.Workflow.Capabilities.Organizations;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Capabilities.Tests.Journeys;
using SpecialEquipment.Workflow.Storage.Conventions;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Hazards;

/// <summary>Every refusal of DOMAIN §4.2, field by field.</summary>
public sealed class HazardRefusalTests
{
    [Fact]
    public async Task Intake_names_every_missing_field_at_once()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var refused = (await county.TryReportAsync("inspector1", new ReportForm())).Rejection!;
        Assert.Equal(
            ["enterpriseId", "equipmentText", "evidence", "foundAt", "immediateDanger", "place", "regionCode", "source", "text"],
            refused.Errors.Select(e => e.Field).Order());
        var odd = (await county.TryReportAsync("inspector1", (await county.ReportFormAsync()) with
        {
            SourceSystem = "外部系统", RegionCode = "999999", EnterpriseId = Guid.CreateVersion7(), NoUnit = true, EquipmentId = Guid.CreateVersion7(),
        })).Rejection!;
        Assert.Equal(403, odd.Status); // a region outside the post's subtree is not his to report for
    }

    [Fact]
    public async Task Intake_is_idempotent_by_source_and_waives_evidence_for_a_tip_off_only()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var form = (await county.ReportFormAsync()) with { SourceSystem = "12345", SourceId = "A-1" };
        var first = (await county.TryReportAsync("inspector1", form)).Value;
        var again = (await county.TryReportAsync("inspector1", form with { Text = "另一段描述", Evidence = [await county.FileAsync("inspector1")] })).Value;
        Assert.Equal(first.MatterId, again.MatterId);
        Assert.Single(await county.LedgerAsync(first.MatterId), e => e.Act == "report-hazard");
        // a unit's numbers are its own: it neither reaches nor takes the number of another system
        var own = (await county.ReportFormAsync("enterprise1", HazardSource.SelfCheck)) with { SourceSystem = "12345", SourceId = "A-1" };
        var foreign = (await county.TryReportAsync("enterprise1", own)).Value;
        Assert.NotEqual(first.MatterId, foreign.MatterId);
        Assert.Equal(foreign.MatterId, (await county.TryReportAsync("enterprise1", own with { Evidence = [await county.FileAsync("enterprise1")] })).Value.MatterId);
        var tooLong = (await county.TryReportAsync("inspector1", (await county.ReportFormAsync()) with { SourceSystem = new string('系', 61), SourceId = "A-2" })).Rejection!;
        Assert.Equal("sourceSystem", Assert.Single(tooLong.Errors).Field);

        Assert.False((await county.TryReportAsync("inspector1", (await county.ReportFormAsync()) with { Source = HazardSource.TipOff, Evidence = null })).IsRejected);
        Assert.Equal("evidence", Assert.Single((await county.TryReportAsync("inspector1", (await county.ReportFormAsync()) with { Evidence = [] })).Rejection!.Errors).Field);
    }

    /// <summary>E11: both times are stored; more than seven days before receipt needs an explanation; office duties run from receipt.</summary>
    [Fact]
    public async Task The_true_time_at_the_scene_is_kept_beside_the_receipt()
    {
        await using var county = await County.AtAsync("2026-03-10 09:00");
        var form = await county.ReportFormAsync();
        Assert.Equal("foundAt", Assert.Single((await county.TryReportAsync("inspector1", form with { FoundAt = county.Now.AddHours(1) })).Rejection!.Errors).Field);
        Assert.Equal("foundAt", Assert.Single((await county.TryReportAsync("inspector1", form with { FoundAt = County.Instant("1999-12-31 10:00") })).Rejection!.Errors).Field);
        Assert.Equal("lateReason", Assert.Single((await county.TryReportAsync("inspector1", form with { FoundAt = County.Instant("2026-03-02 10:00") })).Rejection!.Errors).Field);
        Assert.False((await county.TryReportAsync("inspector1", form with { FoundAt = County.Instant("2026-03-03 10:00") })).IsRejected); // seven days are not more than seven
        var late = form with { FoundAt = County.Instant("2026-03-02 10:00"), LateReason = "山区无信号", Evidence = [await county.FileAsync("inspector1")] };
        var id = (await county.TryReportAsync("inspector1", late)).Value.MatterId;
        Assert.Equal(County.Instant("2026-03-02 10:00"), (await county.LedgerAsync(id)).Last(e => e.Act == "report-hazard").EventTime);
        Assert.Equal(County.Day("2026-03-12"), (await county.DeadlineAsync(id, "triage")).DueOn);
    }

    [Fact]
    public async Task Registration_and_dismissal_want_their_grounds()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.ReportAsync();
        Assert.Equal("clause", await OnlyField(county, "officer1", id, "register", new { }));
        Assert.Equal("enterpriseId", await OnlyField(county, "officer1", id, "register", new { clause = "条款", enterpriseId = Guid.CreateVersion7() }));
        Assert.Equal("reason", await OnlyField(county, "officer1", id, "dismiss", new { reason = "无" }));
    }

    /// <summary>O57 art. 25: MAJOR if any ground holds, and never without one.</summary>
    [Fact]
    public async Task Grading_follows_the_list_of_grounds()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.RegisteredAsync();
        Assert.Equal("grade", await OnlyField(county, "officer1", id, "grade", new { }));
        Assert.Equal("basis", await OnlyField(county, "officer1", id, "grade", new { grade = "MAJOR", basis = Array.Empty<string>() }));
        Assert.Equal("basis[0]", await OnlyField(county, "officer1", id, "grade", new { grade = "MAJOR", basis = new[] { "NO_SUCH" } }));
        Assert.Equal("basisText", await OnlyField(county, "officer1", id, "grade", new { grade = "MAJOR", basis = new[] { "O57_25_6" } }));
        Assert.Equal("grade", await OnlyField(county, "officer1", id, "grade", new { grade = "GENERAL", basis = new[] { "O57_25_3" } }));
        var urgent = await county.RegisteredAsync(HazardSource.InspectionBody);
        Assert.Equal(County.Day("2026-03-03"), (await county.DeadlineAsync(urgent, "gradeUrgent")).DueOn); // 1 WD for an inspection body's report
    }

    [Fact]
    public async Task An_instruction_is_complete_served_and_dated_or_refused()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.GradedAsync();
        var second = (await county.ActorAsync("inspector2")).PersonId;
        var empty = (await county.TryAsync("inspector1", id, "issue-instruction", new { secondInspectorId = second })).Rejection!;
        Assert.Equal(["deadline", "items", "legalBasis", "service"], empty.Errors.Select(e => e.Field).Order());
        Assert.All(empty.Errors, e => Assert.NotNull(e.Article));

        async Task<string> With(string deadline, object service) => await OnlyField(county, "inspector1", id, "issue-instruction", new
        {
            items = new[] { new { problem = "问题", clause = "条款", measure = "措施" } }, legalBasis = "依据", deadline, secondInspectorId = second, service,
        });
        Assert.Equal("deadline", await With("2026-03-01", new { mode = "DIRECT", receiver = "某某" }));
        Assert.Equal("deadline", await With("2026-06-01", new { mode = "DIRECT", receiver = "某某" })); // 90 days from service end on 05-31
        Assert.Equal("service.note", await With("2026-03-20", new { mode = "DIRECT", receiver = "某某", refused = true, recorded = true }));
        Assert.Equal("service.witnesses", await With("2026-03-20", new { mode = "LEFT", receiver = "某某", witnesses = new[] { "甲", "甲" } }));
        Assert.Equal("service.consent", await With("2026-03-20", new { mode = "ELECTRONIC", receiver = "某某" }));
        Assert.Equal("service.mode", await With("2026-03-20", new { mode = "COURIER", receiver = "某某" }));
        Assert.Equal("service.receiver", await With("2026-03-20", new { mode = "DIRECT" }));
        Assert.Equal("service.servedAt", await With("2026-03-20", new { mode = "DIRECT", receiver = "某某", servedAt = county.Now.AddHours(2) }));
        Assert.Equal("service.servedAt", await With("2026-03-20", new { mode = "DIRECT", receiver = "某某", servedAt = county.Now.AddDays(-3) })); // before the hazard was found
    }

    /// <summary>Q2: a named date never rolls; the officer is told when it is no working day.</summary>
    [Fact]
    public async Task A_named_date_on_a_holiday_stays_and_is_warned_about()
    {
        await using var county = await County.AtAsync("2026-03-23 09:00");
        var id = await county.GradedAsync();
        var done = await county.BothAsync("inspector1", "inspector2", id, "issue-instruction", await county.InstructionAsync("2026-04-04"));
        Assert.Contains("不是工作日", done.Message);
        Assert.Equal(County.Day("2026-04-04"), (await county.DeadlineAsync(id, MatterDeadlines.NamedDate)).DueOn);
    }

    [Fact]
    public async Task Fixing_on_the_spot_wants_photos_and_self_rectification_its_own_source()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.GradedAsync();
        var refused = (await county.TryAsync("inspector1", id, "fix-on-spot", new { text = "无", secondInspectorId = (await county.ActorAsync("inspector2")).PersonId })).Rejection!;
        Assert.Equal(["after", "before", "text"], refused.Errors.Select(e => e.Field).Order());
        Assert.Equal("matters.forbidden-now", (await county.TryAsync("officer1", id, "start-self-rectification", new { deadline = "2026-03-10" })).Rejection!.Code);
        var own = await county.GradedAsync(HazardSource.SelfCheck);
        Assert.Equal("deadline", await OnlyField(county, "officer1", own, "start-self-rectification", new { deadline = "2026-03-18" })); // 15 days end on 03-17
    }

    /// <summary>The form offers the clauses for the kind of the device, which it compares with the code the register sends.</summary>
    [Fact]
    public void Every_ground_for_one_kind_of_equipment_names_it_by_the_code_of_the_register()
    {
        var kinds = Enum.GetValues<EquipmentKind>().Select(UpperSnake.From).ToHashSet();
        Assert.All(GradingBases.All.Where(b => b.EquipmentKind is not null), b => Assert.Contains(b.EquipmentKind!, kinds));
        Assert.Contains(GradingBases.All, b => b.EquipmentKind == "ELEVATOR");
    }

    /// <summary>A major hazard is ordered in writing; what can never be granted is not even shown.</summary>
    [Fact]
    public async Task Self_rectification_of_a_major_hazard_is_not_offered_and_not_accepted()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.GradedMajorAsync();
        var refused = (await county.TryAsync("officer1", id, "start-self-rectification", new { deadline = "2026-03-10" })).Rejection!;
        Assert.Contains("实际为重大事故隐患", refused.Detail);
        var officer = await county.ActorAsync("officer1");
        var view = await county.ReadAsync((services, _) => services.GetRequiredService<ReadCase>().DoAsync(id, officer, default));
        Assert.DoesNotContain(view!.Commands, c => c.Name == "start-self-rectification");
    }

    private static async Task<string> OnlyField(County county, string who, Guid id, string command, object form)
    {
        var rejection = (await county.TryAsync(who, id, command, form)).Rejection;
        Assert.NotNull(rejection);
        Assert.True(rejection.Errors.Count == 1, $"{rejection.Detail} {string.Join("；", rejection.Errors.Select(e => e.Field))}");
        return rejection.Errors[0].Field;
    }
}
