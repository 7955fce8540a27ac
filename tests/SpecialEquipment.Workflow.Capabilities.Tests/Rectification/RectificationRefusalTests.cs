using System.Text.Json;
using System.Text.Json.Nodes;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Capabilities.Tests.Journeys;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Rectification;

/// <summary>Every refusal of DOMAIN §4.3, one thing wrong at a time.</summary>
public sealed class RectificationRefusalTests
{
    public static TheoryData<string, string, string> PlanFaults() => new()
    {
        { "goal", "\"TBD\"", "goal" },
        { "goal", "\"\"", "goal" },
        { "measures", "[]", "measures" },
        { "measures.0.text", "\"待定\"", "measures[0].text" },
        { "measures.0.owner", "\"暂无\"", "measures[0].owner" },
        { "measures.0.date", "\"待定\"", "measures[0].date" },
        { "measures.0.date", "\"三月中旬\"", "measures[0].date" },
        { "measures.0.date", "\"2026-03-12\"", "measures[0].date" },
        { "deadline", "\"2026-03-13\"", "deadline" },
        { "deadline", "\"TBD\"", "deadline" },
        { "deadline", "null", "deadline" },
        { "responsibility", "null", "responsibility" },
        { "responsibility.unit", "\"无\"", "responsibility.unit" },
        { "responsibility.leader", "\"\"", "responsibility.leader" },
        { "responsibility.doer", "\"待定\"", "responsibility.doer" },
        { "responsibility.supervisor", "\"/\"", "responsibility.supervisor" },
        { "funding", "null", "funding" },
        { "funding.amount", "null", "funding.amount" },
        { "funding.amount", "-1", "funding.amount" },
        { "funding.amount", "0", "funding.zeroReason" },
        { "funding.source", "\"待落实\"", "funding.source" },
        { "funding.arrivalDate", "\"2026-03-12\"", "funding.arrivalDate" },
    };

    [Fact]
    public async Task A_plan_is_refused_for_each_fault_and_all_together()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.OrderedAsync("2026-03-12");
        foreach (var row in PlanFaults())
        {
            var (path, value, field) = row.Data;
            var plan = JsonSerializer.SerializeToNode(County.Plan("2026-03-11"), MatterForm.Json)!;
            Put(plan, path, value);
            var rejection = (await county.TryAsync("enterprise1", id, "submit-plan", plan)).Rejection;
            Assert.True(rejection is not null, $"{path} = {value} was accepted");
            // A time limit that cannot be read leaves nothing to measure the other dates by.
            Assert.True(rejection.Errors.Any(e => e.Field == field), $"{path} = {value}: {string.Join("；", rejection.Errors.Select(e => e.Field))}");
            Assert.All(rejection.Errors, e => Assert.NotNull(e.Article));
        }
        Assert.Equal(HazardState.PlanPending, await county.StateAsync(id));
        await county.DoAsync("enterprise1", id, "submit-plan", JsonSerializer.SerializeToNode(County.Plan("2026-03-11"), MatterForm.Json)!);
        Assert.Equal("matters.wrong-state", (await county.TryAsync("enterprise1", id, "submit-plan", County.Plan("2026-03-11"))).Rejection!.Code);
        Assert.Equal("opinion", Assert.Single((await county.TryAsync("officer1", id, "return-plan", new { opinion = "无" })).Rejection!.Errors).Field);
    }

    [Fact]
    public async Task Extension_report_and_progress_want_their_content()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.RectifyingAsync("2026-03-20");
        var extension = (await county.TryAsync("enterprise1", id, "request-extension", new { newDate = "2026-03-20", reason = "待定" })).Rejection!;
        Assert.Equal(["interimControl", "newDate", "reason"], extension.Errors.Select(e => e.Field).Order());
        var beyond = (await county.TryAsync("enterprise1", id, "request-extension", new { newDate = "2026-06-01", reason = "配件延误", interimControl = "停用" })).Rejection!;
        Assert.Equal("newDate", Assert.Single(beyond.Errors).Field); // 90 days from service
        Assert.Equal("matters.forbidden-now", (await county.TryAsync("approver1", id, "grant-extension", new { newDate = "2026-03-25", reason = "可" })).Rejection!.Code);
        Assert.Equal("text", Assert.Single((await county.TryAsync("enterprise1", id, "report-progress", new { text = "" })).Rejection!.Errors).Field);
        var report = (await county.TryAsync("enterprise1", id, "submit-report", new
        {
            text = "无", items = new[] { new { measure = "更换", doneDate = "2026-03-03" } }, fundsSpent = -1,
        })).Rejection!;
        Assert.Equal(["after", "before", "fundsSpent", "items[0].doneDate", "text"], report.Errors.Select(e => e.Field).Order());
        await county.DoAsync("enterprise1", id, "report-progress", new { text = "配件已到货" });
        Assert.Equal(HazardState.Rectifying, await county.StateAsync(id));
    }

    [Fact]
    public async Task A_reinspection_must_agree_with_its_items_and_name_a_new_date_when_failed()
    {
        await using var county = await County.AtAsync("2026-03-02 09:00");
        var id = await county.ReportedBackAsync("2026-03-20");
        var second = (await county.ActorAsync("inspector2")).PersonId;
        async Task<IEnumerable<string>> Fields(object form) => (await county.TryAsync("inspector1", id, "reinspect", form)).Rejection!.Errors.Select(e => e.Field).Order();
        var bad = new[] { new { item = "安全钳", passed = false, note = "仍有异响" } };
        var good = new[] { new { item = "安全钳", passed = true, note = "" } };
        Assert.Equal(["items", "method", "result"], await Fields(new { secondInspectorId = second }));
        Assert.Equal(["result"], await Fields(new { method = "SITE", secondInspectorId = second, items = bad, result = "PASSED" }));
        Assert.Equal(["items", "newDeadline"], await Fields(new { method = "SITE", secondInspectorId = second, items = good, result = "FAILED" }));
        Assert.Equal(["newDeadline"], await Fields(new { method = "SITE", secondInspectorId = second, items = bad, result = "FAILED", newDeadline = "2026-02-28" }));
        Assert.Equal(["newDeadline"], await Fields(new { method = "DOCUMENTS", secondInspectorId = second, items = bad, result = "FAILED", newDeadline = "2026-07-01" }));
        Assert.Equal(["items[0].note"], await Fields(new { method = "SITE", secondInspectorId = second, items = new[] { new { item = "安全钳", passed = false } }, result = "FAILED", newDeadline = "2026-03-31" }));
        await county.BothAsync("inspector1", "inspector2", id, "reinspect", await county.ReinspectionAsync(passed: true));
        Assert.Equal("opinion", Assert.Single((await county.TryAsync("approver1", id, "sign-off", new { opinion = "" })).Rejection!.Errors).Field);
        Assert.Equal(403, (await county.TryAsync("inspector1", id, "sign-off", new { opinion = "同意" })).Rejection!.Status);
    }

    private static void Put(JsonNode plan, string path, string value)
    {
        var parts = path.Split('.');
        var node = plan;
        foreach (var part in parts[..^1])
            node = int.TryParse(part, out var index) ? node[index]! : node[part]!;
        node[parts[^1]] = JsonNode.Parse(value);
    }
}
