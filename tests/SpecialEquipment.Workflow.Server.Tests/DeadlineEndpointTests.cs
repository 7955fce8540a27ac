using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace SpecialEquipment.Workflow.Server.Tests;

public sealed class DeadlineEndpointTests(SharedServer server) : IClassFixture<SharedServer>
{
    private readonly ServerHost host = server.Host;

    [Fact]
    public async Task A_due_day_is_computed_and_explained()
    {
        using var client = await host.SignInAsync("enterprise1");
        var answer = await client.GetFromJsonAsync<JsonElement>("/api/deadlines/compute?start=2026-02-10&amount=10&unit=WORKING_DAY");
        Assert.Equal("2026-03-02", answer.GetProperty("due").GetString());
        Assert.False(answer.GetProperty("provisional").GetBoolean());
        var first = answer.GetProperty("explanation")[0];
        Assert.Equal(("2026-02-10", "事件当日不计", false), (first.GetProperty("date").GetString(), first.GetProperty("reason").GetString(), first.GetProperty("counted").GetBoolean()));
    }

    [Fact]
    public async Task Bad_input_is_refused_as_problem_details()
    {
        using var client = await host.SignInAsync("officer1");
        using var answer = await client.GetAsync("/api/deadlines/compute?start=yesterday&amount=10&unit=FORTNIGHT");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("deadlines.cannot-compute", problem.GetProperty("code").GetString());
        Assert.Equal(["start", "unit"], problem.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("field").GetString()));
    }

    [Fact]
    public async Task Calendar_and_policy_can_be_read_but_only_after_signing_in()
    {
        using var anonymous = host.Anonymous();
        Assert.Equal(HttpStatusCode.Unauthorized, (await anonymous.GetAsync("/api/calendar/2026")).StatusCode);
        using var client = await host.SignInAsync("auditor1");
        Assert.Equal(248, (await client.GetFromJsonAsync<JsonElement>("/api/calendar/2026")).GetProperty("workingDays").GetInt32());
        var rules = await client.GetFromJsonAsync<JsonElement>("/api/policy-rules?on=2026-02-10&search=reinspect");
        Assert.Equal(10, rules.GetProperty("items")[0].GetProperty("amount").GetInt32());
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/api/deadlines/{Guid.CreateVersion7()}/explanation")).StatusCode);
    }

    [Fact]
    public async Task A_loaded_year_is_in_force_with_the_answer()
    {
        using var officer = await host.SignInAsync("officer1");
        var year = new { notice = "测试用放假安排", holidays = new[] { new { name = "元旦", from = "2027-01-01", to = "2027-01-04" } }, makeUpWork = Array.Empty<string>() };
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.PostAsJsonAsync("/api/calendar/2027/load", year)).StatusCode);

        using var admin = await host.SignInAsync("admin1");
        using var loaded = await admin.PostAsJsonAsync("/api/calendar/2027/load", year);
        Assert.Equal(HttpStatusCode.OK, loaded.StatusCode);
        var answer = await officer.GetFromJsonAsync<JsonElement>("/api/deadlines/compute?start=2026-12-18&ruleId=reinspect");
        Assert.Equal(("2027-01-05", false), (answer.GetProperty("due").GetString(), answer.GetProperty("provisional").GetBoolean()));
        var editions = await officer.GetFromJsonAsync<JsonElement>("/api/calendar/editions");
        Assert.Equal("cn-2027.1", editions.GetProperty("items")[0].GetProperty("version").GetString());
    }
}
