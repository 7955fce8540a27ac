using System.Text.Json;

namespace SpecialEquipment.Workflow.Server.Tests.BadInput;

/// <summary>The same thing done twice, and two-person steps done by one.</summary>
[Collection(nameof(BadInputCollection))]
public sealed class TwiceTests(County county)
{
    [Fact]
    public async Task A_task_that_is_done_cannot_be_done_again()
    {
        var hazard = await county.ReportAsync();
        var task = await TaskOfAsync("officer1", hazard);
        var outcome = task.GetProperty("outcomes").EnumerateArray().First(o => o.GetProperty("command").GetString() == "register").GetProperty("name").GetString();
        var body = new { outcome, version = task.GetProperty("version").GetInt64(), form = county.RegisterForm(await county.VersionAsync(hazard)) };
        var address = $"/api/tasks/{task.GetProperty("id").GetGuid()}/complete";
        var officer = county["officer1"];
        await officer.MustAsync(officer.PostAsync(address, body));

        await county.RefusesAsync(409, "tasks.closed", () => officer.PostAsync(address, body));
        Assert.Equal("REGISTERED", await county.StateAsync(hazard));
    }

    [Fact]
    public async Task A_task_completed_twice_at_once_takes_effect_once()
    {
        var hazard = await county.ReportAsync();
        var task = await TaskOfAsync("officer1", hazard);
        var outcome = task.GetProperty("outcomes").EnumerateArray().First(o => o.GetProperty("command").GetString() == "register").GetProperty("name").GetString();
        var body = new { outcome, version = task.GetProperty("version").GetInt64(), form = county.RegisterForm(await county.VersionAsync(hazard)) };
        var (officer, address) = (county["officer1"], $"/api/tasks/{task.GetProperty("id").GetGuid()}/complete");

        var answers = await Task.WhenAll(officer.PostAsync(address, body), officer.PostAsync(address, body));

        Assert.Single(answers, a => a.Status == 200);
        Assert.Single(answers, a => a is { Status: 409, Code: "tasks.closed" });
        var ledger = await officer.MustAsync(officer.GetAsync($"/api/ledger/{hazard}"));
        Assert.Single(ledger.GetProperty("items").EnumerateArray(), e => e.GetProperty("act").GetString() == "register");
    }

    [Fact]
    public async Task A_task_is_refused_to_others_and_with_an_unknown_outcome()
    {
        var hazard = await county.ReportAsync();
        var task = await TaskOfAsync("officer1", hazard);
        var (address, version) = ($"/api/tasks/{task.GetProperty("id").GetGuid()}/complete", task.GetProperty("version").GetInt64());

        await county.RefusesAsync(403, "tasks.not-yours", () => county["inspector1"].PostAsync(address, new { outcome = "Registered", version, form = new { } }));
        await county.RefusesAsync(404, "tasks.not-found", () => county["enterprise1"].PostAsync(address, new { outcome = "Registered", version, form = new { } }));
        await county.RefusesAsync(422, "tasks.unknown-outcome", () => county["officer1"].PostAsync(address, new { outcome = "Burned", version, form = new { } }));
        await county.RefusesAsync(409, "tasks.stale-version", () => county["officer1"].PostAsync(address, new { outcome = "Registered", version = version + 7, form = new { } }));
    }

    [Fact]
    public async Task The_first_inspector_can_neither_name_himself_second_nor_confirm_himself()
    {
        var hazard = await county.GradedAsync();
        var version = await county.VersionAsync(hazard);
        var me = (await county["inspector1"].MustAsync(county["inspector1"].GetAsync("/api/session"))).GetProperty("user").GetProperty("personId").GetGuid();
        var himself = await county.InstructionFormAsync(version, me);
        var answer = await county.RefusesAsync(422, "matters.form", () => county.TryAsync("inspector1", hazard, "issue-instruction", himself));
        Assert.Equal("secondInspectorId", Assert.Single(answer.Fields));

        var receipt = await county["inspector1"].MustAsync(county.TryAsync("inspector1", hazard, "issue-instruction", await county.InstructionFormAsync(version)));
        var (confirmationId, proposed) = (receipt.GetProperty("confirmationId").GetGuid(), receipt.GetProperty("version").GetInt64());
        Assert.Equal("GRADED", await county.StateAsync(hazard));

        var form = new { version = proposed, confirmationId };
        await county.RefusesAsync(403, "matters.not-the-second", () => county.TryAsync("inspector1", hazard, "confirm-step", form));
        await county.RefusesAsync(403, "matters.not-the-second", () => county.TryAsync("officer1", hazard, "confirm-step", form));
        await county.RefusesAsync(409, "matters.confirmation-pending",
            () => county.TryAsync("officer1", hazard, "start-self-rectification", new { version = proposed, deadline = "2026-12-31" }));

        await county["inspector2"].MustAsync(county.TryAsync("inspector2", hazard, "confirm-step", form));
        var done = await county.VersionAsync(hazard);
        await county.RefusesAsync(409, "matters.step-decided", () => county.TryAsync("inspector2", hazard, "confirm-step", new { version = done, confirmationId }));
    }

    private async Task<JsonElement> TaskOfAsync(string userName, Guid hazard)
    {
        var mine = await county[userName].MustAsync(county[userName].GetAsync("/api/tasks/mine?limit=100"));
        return mine.GetProperty("items").EnumerateArray().Single(t => t.GetProperty("matterId").GetGuid() == hazard);
    }
}
