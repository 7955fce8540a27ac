using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace SpecialEquipment.Workflow.Server.Tests.TaskInbox;

/// <summary>Tasks as the console meets them: over HTTP, with the shipped flows and the demo county.</summary>
public sealed class TaskEndpointTests(SharedServer server) : IClassFixture<SharedServer>
{
    private const string Triage = "研判并登记隐患";

    [Fact]
    public async Task A_task_reaches_its_post_and_everybody_elses_hand_is_refused()
    {
        var (matter, officer) = (await ReportAsync("inspector1"), await server.Host.SignInAsync("officer1"));
        var task = await MineAsync(officer, matter, Triage);
        Assert.Equal(("OPEN", true), (Text(task, "state"), task.GetProperty("canAct").GetBoolean()));
        Assert.NotEqual("NONE", Text(task, "dueStatus"));
        Assert.Equal(["登记", "不予登记", "并案", "转出"], task.GetProperty("outcomes").EnumerateArray().Select(o => Text(o, "name")));
        var address = $"/api/tasks/{Text(task, "id")}";

        using var anonymous = server.Host.Anonymous();
        Assert.Equal(HttpStatusCode.Unauthorized, (await anonymous.GetAsync(address)).StatusCode);
        var unit = await server.Host.SignInAsync("enterprise1");
        Assert.Equal("tasks.not-found", Text(await RefusedAsync(await unit.GetAsync(address), 404), "code"));
        Assert.Equal("tasks.not-found", Text(await RefusedAsync(await unit.PostAsJsonAsync(address + "/comments", new { text = "看看" }), 404), "code"));
        var inspector = await server.Host.SignInAsync("inspector1");
        Assert.Equal("tasks.not-yours", Text(await RefusedAsync(await CompleteAsync(inspector, task, "登记", new { }), 403), "code"));
    }

    [Fact]
    public async Task A_stale_version_and_what_the_command_refuses_leave_the_task_as_it_was()
    {
        var (matter, officer) = (await ReportAsync("inspector1"), await server.Host.SignInAsync("officer1"));
        var task = await MineAsync(officer, matter, Triage);
        var version = task.GetProperty("version").GetInt64();

        var stale = await RefusedAsync(await CompleteAsync(officer, task, "登记", new { }, version - 1), 409);
        Assert.Equal(("tasks.stale-version", "OPEN", version), (Text(stale, "code"), Text(stale, "currentState"), stale.GetProperty("currentVersion").GetInt64()));
        var refused = await RefusedAsync(await CompleteAsync(officer, task, "登记", new { }), 422);
        Assert.NotEmpty(refused.GetProperty("errors").EnumerateArray());
        Assert.Equal("tasks.unknown-outcome", Text(await RefusedAsync(await CompleteAsync(officer, task, "别的", new { }), 422), "code"));
        Assert.Equal(version, (await MineAsync(officer, matter, Triage)).GetProperty("version").GetInt64());
    }

    [Fact]
    public async Task Who_waits_urges_and_the_other_is_told()
    {
        var matter = await ReportAsync("inspector1");
        var (inspector, officer) = (await server.Host.SignInAsync("inspector1"), await server.Host.SignInAsync("officer1"));
        var sent = (await ItemsAsync(inspector, "/api/tasks/sent?limit=200")).Single(t => Text(t, "matterId") == matter);
        var results = await (await inspector.PostAsJsonAsync("/api/tasks/urge", new { ids = new[] { Text(sent, "id"), Guid.CreateVersion7().ToString() }, text = "请今日办结" })).Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal([true, false], results.GetProperty("items").EnumerateArray().Select(r => r.GetProperty("ok").GetBoolean()));
        Assert.Contains(await ItemsAsync(officer, "/api/notifications"), n => Text(n, "title") == $"催办：{Triage}" && n.GetProperty("matterId").GetString() == matter);
    }

    [Fact]
    public async Task A_two_person_step_completes_both_tasks_only_when_the_second_has_confirmed()
    {
        var matter = await ReportAsync("inspector1");
        var (officer, approver) = (await server.Host.SignInAsync("officer1"), await server.Host.SignInAsync("approver1"));
        var first = await CompleteAsync(officer, await MineAsync(officer, matter, Triage), "不予登记", new { reason = "现场核实设备运行正常，不构成隐患" });
        var proposed = await first.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(first.IsSuccessStatusCode, proposed.ToString());
        Assert.Equal(JsonValueKind.String, proposed.GetProperty("confirmationId").ValueKind);
        Assert.Equal("OPEN", Text(proposed.GetProperty("task"), "state"));

        var confirm = (await ItemsAsync(approver, "/api/tasks/mine?limit=200&form=confirm-step")).Single(t => Text(t, "matterId") == matter);
        var second = await CompleteAsync(approver, confirm, "确认", new { });
        var confirmed = await second.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(second.IsSuccessStatusCode, confirmed.ToString());
        Assert.Equal(("DISMISSED", "COMPLETED"), (Text(confirmed, "state"), Text(confirmed.GetProperty("task"), "state")));
        Assert.DoesNotContain(await ItemsAsync(officer, "/api/tasks/mine?limit=200"), t => Text(t, "matterId") == matter);
    }

    private async Task<string> ReportAsync(string userName)
    {
        using var client = await server.Host.SignInAsync(userName);
        var clock = await client.GetFromJsonAsync<JsonElement>("/api/clock");
        using var answer = await client.PostAsJsonAsync("/api/hazards", new
        {
            source = "TIP_OFF", foundAt = clock.GetProperty("now").GetString(), noUnit = true, equipmentText = "小区电梯", place = "幸福小区 3 号楼", regionCode = "140581",
            text = "电梯运行时有异常声响", immediateDanger = false,
        });
        var receipt = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(answer.IsSuccessStatusCode, receipt.ToString());
        return Text(receipt, "matterId");
    }

    private static async Task<JsonElement> MineAsync(HttpClient client, string matter, string title) =>
        (await ItemsAsync(client, "/api/tasks/mine?limit=200")).Single(t => Text(t, "matterId") == matter && Text(t, "title") == title);

    private static Task<HttpResponseMessage> CompleteAsync(HttpClient client, JsonElement task, string outcome, object form, long? version = null) =>
        client.PostAsJsonAsync($"/api/tasks/{Text(task, "id")}/complete", new { outcome, form, version = version ?? task.GetProperty("version").GetInt64() });

    private static async Task<JsonElement> RefusedAsync(HttpResponseMessage answer, int status)
    {
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(status == (int)answer.StatusCode, $"{(int)answer.StatusCode}: {problem}");
        return problem;
    }

    private static async Task<IReadOnlyList<JsonElement>> ItemsAsync(HttpClient client, string address) =>
        [.. (await client.GetFromJsonAsync<JsonElement>(address)).GetProperty("items").EnumerateArray()];

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
