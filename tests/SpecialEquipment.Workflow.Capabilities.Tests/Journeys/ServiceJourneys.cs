using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Documents;
using SpecialEquipment.Workflow.Capabilities.Escalation;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Documents;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Journeys;

/// <summary>DOMAIN §4.0 "Service of documents": a clock that runs from service starts on the day of service, not of signing.</summary>
public sealed class ServiceJourneys
{
    [Fact]
    public async Task An_instruction_served_later_starts_its_clocks_on_the_day_of_service()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await UnservedAsync(county, "2026-03-20");
        Assert.Equal(HazardState.Ordered, await county.StateAsync(id));
        Assert.Equal("ISSUED", (await county.DocumentsAsync(id)).Single(d => d.Kind == "SAFETY_SUPERVISION_INSTRUCTION").State);
        Assert.Null((await county.MatterAsync(id)).RectifyBy);
        Assert.DoesNotContain(await county.DeadlinesAsync(id), d => d.RuleId is MatterDeadlines.NamedDate or "planDueGeneral");
        var task = Assert.Single(await county.OpenTasksAsync(id));
        Assert.Equal(("送达监察指令书", County.Day("2026-03-11")), (task.Title, task.DueDate!.Value)); // 7 WD from issue
        Assert.Equal("matters.wrong-state", (await county.TryAsync("enterprise1", id, "submit-plan", County.Plan("2026-03-10"))).Rejection!.Code);

        await county.UntilAsync("2026-03-06 10:00");
        await county.ServeAsync(id);
        Assert.Equal(HazardState.PlanPending, await county.StateAsync(id));
        Assert.Equal(County.Day("2026-03-11"), (await county.DeadlineAsync(id, "planDueGeneral")).DueOn); // 3 WD from service on Fri 03-06
        var named = await county.DeadlineAsync(id, MatterDeadlines.NamedDate);
        Assert.Equal((County.Day("2026-03-20"), County.Instant("2026-03-06 10:00"), "监察指令书送达"), (named.DueOn!.Value, named.StartedAt, named.StartEvent));
        Assert.Equal(DeadlineState.Met, (await county.DeadlineAsync(id, "instructionServe")).State);
        Assert.Equal(["报送五落实整改方案"], (await county.OpenTasksAsync(id)).Select(t => t.Title));
        await county.UntilAsync("2026-03-23 00:00"); // due Fri 03-20: the ladder opens on Monday
        Assert.Single(await county.ReadAsync((_, db) => db.Set<EscalationCase>().ToListAsync()));
        await county.NothingFaultedAsync();
    }

    /// <summary>E11: what happened at the scene counts, not when it was typed in; the clocks may have run for a while.</summary>
    [Fact]
    public async Task A_service_recorded_afterwards_counts_from_its_true_time()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await UnservedAsync(county, "2026-03-20");
        await county.UntilAsync("2026-03-09 10:00");
        await county.ServeAsync(id, new { mode = "LEFT", receiver = "门卫", servedAt = County.Instant("2026-03-04 15:00"), witnesses = new[] { "王某", "李某" } });
        Assert.Equal(County.Day("2026-03-09"), (await county.DeadlineAsync(id, "planDueGeneral")).DueOn);
        Assert.Equal(County.Instant("2026-03-04 15:00"), (await county.LedgerAsync(id)).Single(e => e.Act == "serve-instruction").EventTime);
        Assert.Equal(County.Instant("2026-03-04 15:00"), (await county.DeadlineAsync(id, "instructionServe")).MetAt);
        await county.NothingFaultedAsync();
    }

    [Fact]
    public async Task Mail_is_served_on_the_date_of_the_return_receipt()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await UnservedAsync(county, "2026-03-20");
        await county.UntilAsync("2026-03-10 10:00");
        Assert.Equal("service.receiptDate", await RefusedFieldAsync(county, id, new { mode = "MAIL", receiver = "单位收发室" }));
        Assert.Equal("service.receiptDate", await RefusedFieldAsync(county, id, new { mode = "MAIL", receiver = "单位收发室", receiptDate = "2026-03-11" }));
        await county.ServeAsync(id, new { mode = "MAIL", receiver = "单位收发室", receiptDate = "2026-03-05", servedAt = county.Now });
        Assert.Equal(County.Day("2026-03-05"), ShanghaiTime.DateOf((await county.DeadlineAsync(id, MatterDeadlines.NamedDate)).StartedAt));
        Assert.Equal(County.Day("2026-03-10"), (await county.DeadlineAsync(id, "planDueGeneral")).DueOn);
        await county.NothingFaultedAsync();
    }

    /// <summary>Civil procedure law art. 95: deemed served when the notice's thirty days are over.</summary>
    [Fact]
    public async Task A_public_notice_serves_when_its_period_is_over()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await UnservedAsync(county, "2026-05-08");
        await county.UntilAsync("2026-04-02 23:59");
        var notice = new { mode = "PUBLIC_NOTICE", noticedOn = "2026-03-03", note = "单位人去楼空，其他方式无法送达" };
        Assert.Equal("service.noticedOn", await RefusedFieldAsync(county, id, notice)); // 03-03 + 30 = 04-02, which is not over yet
        await county.UntilAsync("2026-04-03 09:00");
        await county.ServeAsync(id, notice);
        Assert.Equal(County.Day("2026-04-02"), ShanghaiTime.DateOf((await county.DeadlineAsync(id, MatterDeadlines.NamedDate)).StartedAt));
        Assert.Equal(County.Day("2026-04-08"), (await county.DeadlineAsync(id, "planDueGeneral")).DueOn); // 04-03, 04-07, 04-08: Qingming off
        await county.NothingFaultedAsync();
    }

    /// <summary>The named date may pass before the unit could be reached: then another instruction is needed, not a service.</summary>
    [Fact]
    public async Task An_instruction_whose_date_has_passed_unserved_is_issued_anew()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await UnservedAsync(county, "2026-03-06");
        await county.UntilAsync("2026-03-13 09:00");
        Assert.False((await county.MatterAsync(id)).IsOverdue); // nothing runs against a unit that was told nothing
        Assert.Equal("service.servedAt", await RefusedFieldAsync(county, id, new { mode = "DIRECT", receiver = "单位签收人" }));
        await county.BothAsync("inspector1", "inspector2", id, "issue-instruction", await county.UnservedInstructionAsync("2026-03-27"));
        Assert.Equal(HazardState.Ordered, await county.StateAsync(id));
        Assert.Equal(["送达监察指令书"], (await county.OpenTasksAsync(id)).Select(t => t.Title));
        await county.ServeAsync(id);
        Assert.Equal((HazardState.PlanPending, County.Day("2026-03-27")), (await county.StateAsync(id), (await county.MatterAsync(id)).RectifyBy!.Value));
        Assert.Equal(["ISSUED", "SERVED"], (await county.DocumentsAsync(id)).Where(d => d.Kind == "SAFETY_SUPERVISION_INSTRUCTION").Select(d => d.State));
        Assert.Single(await county.FlowsAsync(id), f => f.DefinitionId == "five-implementations");
        await county.NothingFaultedAsync();
    }

    [Fact]
    public async Task What_is_fixed_on_the_spot_needs_no_service_any_more()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await UnservedAsync(county, "2026-03-20");
        await county.BothAsync("inspector1", "inspector2", id, "fix-on-spot", new
        {
            text = "检查人员在场更换门锁触点，试验正常", secondInspectorId = (await county.ActorAsync("inspector2")).PersonId,
            before = new[] { await county.FileAsync("inspector1") }, after = new[] { await county.FileAsync("inspector1") },
        });
        Assert.Equal(["当场整改隐患销号"], (await county.OpenTasksAsync(id)).Select(t => t.Title));
        await county.NothingFaultedAsync();
    }

    [Fact]
    public async Task Proof_of_service_is_in_the_ledger_and_with_the_document()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await UnservedAsync(county, "2026-03-20");
        await county.ServeAsync(id, new { mode = "DIRECT", receiver = "单位经办人", refused = true, note = "当事人拒绝签收", witnesses = new[] { "王某", "李某" }, recorded = true });
        var served = (await county.DocumentsAsync(id)).Single(d => d.Kind == "SAFETY_SUPERVISION_INSTRUCTION").Service!;
        Assert.Equal(("DIRECT", "直接送达", "单位经办人", true), (served.Mode, served.ModeName, served.Receiver, served.Refused));
        Assert.Equal("见证人：王某、李某；全程录音录像", served.Proof);
        var fact = (await county.LedgerAsync(id)).Single(e => e.Act == "serve-document");
        Assert.Contains("王某", System.Text.Encoding.UTF8.GetString(fact.Detail!));
        var twice = await county.TryAsync("inspector1", id, "serve-instruction", new { service = new { mode = "DIRECT", receiver = "某某" } });
        Assert.Equal("matters.wrong-state", twice.Rejection!.Code);
        Assert.Equal(403, (await county.TryAsync("enterprise1", id, "serve-instruction")).Rejection!.Status);
        await county.NothingFaultedAsync();
    }

    /// <summary>Serving the paper alone would leave the clocks standing; every other document is served as such.</summary>
    [Fact]
    public async Task A_document_whose_service_starts_a_clock_is_served_by_its_command_alone()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await UnservedAsync(county, "2026-03-20");
        var service = new ServiceForm { Mode = "ELECTRONIC", Receiver = "单位经办人", Consent = "2026-03-01 电子送达确认书" };
        async Task<Result<ServeDocument.Receipt>> ServeAloneAsync(string kind)
        {
            var document = (await county.DocumentsAsync(id)).First(d => d.Kind == kind);
            return await county.Services.GetRequiredService<IActRing>().RunAsync("test", await county.ActorAsync("inspector1"), (act, stop) => ServeDocument.DoAsync(document.Id, new ServeDocument.Form(1, service), act, stop));
        }
        var refused = (await ServeAloneAsync("SAFETY_SUPERVISION_INSTRUCTION")).Rejection!;
        Assert.Equal("documents.served-by-command", refused.Code);
        Assert.Contains("送达监察指令书", refused.Detail);
        Assert.Equal("SERVED", (await ServeAloneAsync("INSPECTION_RECORD")).Value.State);
        Assert.Equal("当事人书面同意：2026-03-01 电子送达确认书", (await county.DocumentsAsync(id)).Single(d => d.Kind == "INSPECTION_RECORD").Service!.Proof);
    }

    /// <summary>A failed re-inspection's instruction runs from its service; until then the unit is not overdue whatever the date (E1).</summary>
    [Fact]
    public async Task A_renewed_instruction_runs_from_its_own_service()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.ReportedBackAsync("2026-03-12");
        await county.BothAsync("inspector1", "inspector2", id, "reinspect", await county.ReinspectionAsync(passed: false, "2026-03-20"));
        Assert.Equal((HazardState.ReinspectionFailed, null), (await county.StateAsync(id), (await county.MatterAsync(id)).RectifyBy));
        var renewed = (await county.DocumentsAsync(id)).Last(d => d.Kind == "SAFETY_SUPERVISION_INSTRUCTION");
        Assert.Equal(("ISSUED", null), (renewed.State, renewed.Service));
        await county.UntilAsync("2026-03-23 09:00");
        Assert.False((await county.MatterAsync(id)).IsOverdue);
        await county.BothAsync("inspector1", "inspector2", id, "issue-instruction", await county.InstructionAsync("2026-03-31"));
        Assert.Equal((HazardState.Rectifying, County.Day("2026-03-31")), (await county.StateAsync(id), (await county.MatterAsync(id)).RectifyBy!.Value));
        Assert.Equal(County.Day("2026-03-31"), (await county.OpenTasksAsync(id)).Single(t => t.Title == "整改并提交整改报告").DueDate);
        Assert.DoesNotContain(await county.OpenTasksAsync(id), t => t.Title == "送达监察指令书");
        await county.UntilAsync("2026-04-01 00:00");
        Assert.True((await county.MatterAsync(id)).IsOverdue);
        await county.NothingFaultedAsync();
    }

    private static async Task<Guid> UnservedAsync(County county, string deadline)
    {
        var id = await county.GradedAsync();
        await county.BothAsync("inspector1", "inspector2", id, "issue-instruction", await county.UnservedInstructionAsync(deadline));
        return id;
    }

    private static async Task<string> RefusedFieldAsync(County county, Guid id, object service) =>
        Assert.Single((await county.TryAsync("inspector1", id, "serve-instruction", new { service })).Rejection!.Errors).Field;
}
