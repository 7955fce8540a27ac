using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.CaseFile;
using SpecialEquipment.Workflow.Capabilities.Organizations;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Capabilities.Tests.Journeys;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Matters;

/// <summary>What the frame around every command refuses, and that a refusal leaves nothing behind.</summary>
public sealed class CommandFrameTests
{
    [Fact]
    public async Task A_stale_version_is_refused_with_the_present_state_and_nothing_else_happens()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.ReportAsync();
        var ledger = (await county.LedgerAsync(id)).Count;
        var refused = (await county.TryAsync("officer1", id, "register", new { clause = "条款" }, version: 7)).Rejection!;
        Assert.Equal((409, "matters.stale-version", "REPORTED", 1L), (refused.Status, refused.Code, refused.CurrentState, refused.CurrentVersion));
        Assert.Null((await county.MatterAsync(id)).Number);
        Assert.Equal(ledger, (await county.LedgerAsync(id)).Count);
    }

    [Fact]
    public async Task Rights_come_before_version_and_state()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.ReportAsync();
        Assert.Equal(403, (await county.TryAsync("inspector1", id, "register", new { clause = "条款" }, version: 99)).Rejection!.Status);
        var unseen = (await county.TryAsync("enterprise1", id, "submit-plan", County.Plan("2026-03-10"))).Rejection!;
        Assert.Equal(404, unseen.Status); // a report is not the unit's to see before it is registered
        var wrong = (await county.TryAsync("officer1", id, "grade", new { grade = "GENERAL" })).Rejection!;
        Assert.Equal((409, "matters.wrong-state", "REPORTED"), (wrong.Status, wrong.Code, wrong.CurrentState));
    }

    [Fact]
    public async Task A_step_whose_named_second_has_left_is_sent_back_by_another_holder_of_such_a_post()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.GradedAsync();
        var second = await county.ActorAsync("inspector2");
        var post = second.Posts.Single(p => p.PostKind == PostKinds.Inspector);
        await county.DoAsync("inspector1", id, "issue-instruction", await county.InstructionAsync("2026-03-20"));
        var deputy = await county.ActorAsync("approver1") with { Posts = [post] };
        async Task<Rejection?> SendBackAsync() => (await county.Services.GetRequiredService<IActRing>().RunAsync("test", deputy, async (act, stop) =>
            await county.Services.GetRequiredService<MatterCommands>().Find("refuse-step")!.ExecuteAsync(
                id, (await county.MatterAsync(id)).Version, JsonSerializer.SerializeToElement(new { reason = "被指定人已离任" }), act, stop))).Rejection;
        Assert.Equal("matters.not-the-second", (await SendBackAsync())?.Code);

        var version = await county.ReadAsync((_, db) => db.Set<Post>().Where(p => p.Id == post.PostId).Select(p => p.Version).SingleAsync());
        var left = await county.Services.GetRequiredService<IActRing>().RunAsync("test", Actor.System, (act, stop) =>
            ChangePostHolder.DoAsync(post.PostId, new ChangePostHolder.Form(version, second.PersonId, null), act, stop));
        Assert.False(left.IsRejected);
        Assert.Null(await SendBackAsync());
        Assert.Equal(HazardState.Graded, await county.StateAsync(id));
        Assert.DoesNotContain(await county.OpenTasksAsync(id), t => t.Form == "confirm-step");
        await county.NothingFaultedAsync();
    }

    [Fact]
    public async Task A_form_of_the_wrong_type_names_the_field()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.RegisteredAsync();
        var refused = (await county.TryAsync("officer1", id, "grade", JsonSerializer.SerializeToElement(new { grade = 7 }))).Rejection!;
        Assert.Equal((422, "grade"), (refused.Status, Assert.Single(refused.Errors).Field));
    }

    [Fact]
    public async Task The_second_person_must_be_another_with_the_right_post()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.GradedAsync();
        var form = JsonSerializer.SerializeToElement(await county.InstructionAsync("2026-03-20"), MatterForm.Json);
        async Task<Rejection> With(object? second)
        {
            var changed = form.Deserialize<Dictionary<string, object?>>(MatterForm.Json)!;
            changed["secondInspectorId"] = second;
            return (await county.TryAsync("inspector1", id, "issue-instruction", changed)).Rejection!;
        }
        foreach (var second in new object?[] { null, (await county.ActorAsync("inspector1")).PersonId, (await county.ActorAsync("officer1")).PersonId, Guid.CreateVersion7() })
            Assert.Equal("secondInspectorId", Assert.Single((await With(second)).Errors).Field);

        var proposed = await county.DoAsync("inspector1", id, "issue-instruction", form);
        Assert.Equal(403, (await county.TryAsync("officer1", id, "confirm-step", new { proposed.ConfirmationId })).Rejection!.Status);
        Assert.Equal(403, (await county.TryAsync("inspector1", id, "confirm-step", new { proposed.ConfirmationId })).Rejection!.Status);
        Assert.Equal("reason", Assert.Single((await county.TryAsync("inspector2", id, "refuse-step", new { proposed.ConfirmationId })).Rejection!.Errors).Field);
    }

    [Fact]
    public async Task A_waiting_step_blocks_others_until_it_is_decided_or_withdrawn()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.GradedAsync();
        var proposed = await county.DoAsync("inspector1", id, "issue-instruction", await county.InstructionAsync("2026-03-20"));
        Assert.Equal("matters.confirmation-pending", (await county.TryAsync("inspector2", id, "issue-instruction", await county.InstructionAsync("2026-03-20"))).Rejection!.Code);
        Assert.Equal(403, (await county.TryAsync("inspector2", id, "withdraw-step", new { proposed.ConfirmationId })).Rejection!.Status);
        await county.DoAsync("inspector1", id, "withdraw-step", new { proposed.ConfirmationId });
        Assert.Equal(HazardState.Graded, await county.StateAsync(id));
        Assert.Equal("matters.step-decided", (await county.TryAsync("inspector2", id, "confirm-step", new { proposed.ConfirmationId })).Rejection!.Code);
        Assert.DoesNotContain(await county.OpenTasksAsync(id), t => t.Form == "confirm-step");
        await county.BothAsync("inspector1", "inspector2", id, "issue-instruction", await county.InstructionAsync("2026-03-20"));
        await county.NothingFaultedAsync();
    }

    /// <summary>The law is asked again when the second confirms: the named date may have passed meanwhile.</summary>
    [Fact]
    public async Task A_step_that_became_inadmissible_is_not_confirmed()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.GradedAsync();
        var proposed = await county.DoAsync("inspector1", id, "issue-instruction", await county.InstructionAsync("2026-03-03"));
        await county.UntilAsync("2026-03-04 09:00");
        var refused = (await county.TryAsync("inspector2", id, "confirm-step", new { proposed.ConfirmationId })).Rejection!;
        Assert.Contains(refused.Errors, e => e.Field == "deadline");
        Assert.Equal(HazardState.Graded, await county.StateAsync(id));
    }

    /// <summary>UX: hidden, refused with reason and article, or available.</summary>
    [Fact]
    public async Task What_can_I_do_now_is_answered_per_person()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.RectifyingAsync("2026-03-06");
        async Task<CaseView> See(string who)
        {
            var actor = await county.ActorAsync(who);
            return (await county.ReadAsync((services, _) => services.GetRequiredService<ReadCase>().DoAsync(id, actor, CancellationToken.None)))!;
        }
        var unit = await See("enterprise1");
        Assert.Equal(["report-progress", "request-extension", "submit-report"], unit.Commands.Select(c => c.Name).Order());
        var late = unit.Commands.Single(c => c.Name == "request-extension");
        Assert.Equal("REFUSED", late.Status);
        Assert.NotNull(late.Article);
        Assert.NotNull(unit.Plan);
        Assert.NotNull(unit.Instruction);
        Assert.Contains(unit.Flows, f => f.DefinitionId == "five-implementations" && f.Activities.Any(a => a.Id == "work" && a.Status == "RUNNING"));
        Assert.Contains(unit.Deadlines, d => d is { RuleId: "instruction", Status: "NORMAL" or "WITHIN_3" });
        Assert.Empty((await See("auditor1")).Commands);
    }

    [Fact]
    public async Task Nobody_sees_another_units_case()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var own = await county.RegisteredAsync();
        var other = await county.OtherUnitsHazardAsync();
        var enterprise = await county.ActorAsync("enterprise1");
        Task<CaseView?> See(Guid id) => county.ReadAsync((services, _) => services.GetRequiredService<ReadCase>().DoAsync(id, enterprise, CancellationToken.None));
        Assert.NotNull(await See(own));
        Assert.Null(await See(other));
        Assert.Equal(404, (await county.TryAsync("enterprise1", other, "submit-plan", County.Plan("2026-03-10"))).Rejection!.Status);
    }
}
