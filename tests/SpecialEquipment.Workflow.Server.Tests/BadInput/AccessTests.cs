using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Server.Security;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Server.Tests.BadInput;

/// <summary>People who reach for what is not theirs, and callers who are nobody.</summary>
[Collection(nameof(BadInputCollection))]
public sealed partial class AccessTests(County county)
{
    [Fact]
    public async Task A_unit_neither_sees_nor_touches_the_hazard_of_another()
    {
        var foreign = await county.RegisteredAsync(county.OtherEnterpriseId);
        var own = await county.RegisteredAsync();
        var unit = county["enterprise1"];
        var version = await county.VersionAsync(foreign);

        await county.RefusesAsync(404, "matters.not-found", () => unit.GetAsync($"/api/hazards/{foreign}"));
        await county.RefusesAsync(404, "matters.not-found", () => county.TryAsync("enterprise1", foreign, "submit-plan", new { version }));
        Assert.Equal(404, (await county.RefusesAsync(404, "ledger.no-such-matter", () => unit.GetAsync($"/api/ledger/{foreign}"))).Status);

        var listed = (await unit.MustAsync(unit.GetAsync("/api/hazards?limit=100"))).GetProperty("items").EnumerateArray().Select(h => h.GetProperty("id").GetGuid()).ToList();
        Assert.Contains(own, listed);
        Assert.DoesNotContain(foreign, listed);
        Assert.Equal(3, await RefusalsOfAsync("enterprise1", foreign.ToString()));
    }

    [Fact]
    public async Task An_official_act_is_not_for_the_unit_even_on_its_own_hazard()
    {
        var own = await county.RegisteredAsync();
        var version = await county.VersionAsync(own);

        await county.RefusesAsync(403, "matters.not-yours", () => county.TryAsync("enterprise1", own, "grade", new { version, grade = "GENERAL" }));

        Assert.Equal(1, await RefusalsOfAsync("enterprise1", $"{own}/grade"));
    }

    [Fact]
    public async Task A_unit_cannot_report_in_the_name_of_another()
    {
        await county.RefusesAsync(403, "hazards.no-intake-right", () => county["enterprise1"].PostAsync("/api/hazards",
            new { source = "SELF_CHECK", enterpriseId = county.OtherEnterpriseId, regionCode = county.RegionCode }));
    }

    [Fact]
    public async Task Nobody_gets_anything_without_signing_in()
    {
        using var nobody = new Caller(county.Host.Anonymous(), "");
        var doors = county.Host.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null && e.RoutePattern.RawText!.TrimStart('/').StartsWith("api/", StringComparison.Ordinal)).ToList();
        Assert.True(doors.Count > 40, $"only {doors.Count} doors found");
        foreach (var door in doors)
        {
            var address = RouteParameter().Replace("/" + door.RoutePattern.RawText!.TrimStart('/'), m => m.Value.Contains("guid", StringComparison.Ordinal) ? Guid.Empty.ToString() : "2026");
            foreach (var method in door.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods)
            {
                var answer = await nobody.SendAsync(new HttpMethod(method), address, HttpMethods.IsBodyless(method) ? null : JsonContent.Create(new { }));
                Assert.True(answer is { Status: 401, Code: "session.required", Detail.Length: > 0 }, $"{method} {address}: {answer}");
            }
        }
        using var forged = new Caller(county.Host.Anonymous(), "");
        forged.Http.DefaultRequestHeaders.Authorization = new("Bearer", "CfDJ8-not-a-token");
        await county.RefusesAsync(401, "session.required", () => forged.GetAsync("/api/hazards"));
    }

    [Fact]
    public async Task A_cookie_call_without_the_token_of_our_page_is_refused()
    {
        using var handler = new HttpClientHandler();
        using var browser = new Caller(new HttpClient(handler, disposeHandler: false) { BaseAddress = county.Host.Address }, "officer1");
        var session = await browser.MustAsync(browser.PostAsync("/api/session", new { userName = "officer1", password = ServerHost.DemoPassword }));
        var hazard = await county.ReportAsync();
        var form = county.RegisterForm(await county.VersionAsync(hazard));

        await county.RefusesAsync(403, "security.csrf", () => browser.PostAsync($"/api/hazards/{hazard}/register", form));
        browser.Http.DefaultRequestHeaders.Add("X-CSRF-TOKEN", "made-up");
        await county.RefusesAsync(403, "security.csrf", () => browser.PostAsync($"/api/hazards/{hazard}/register", form));

        browser.Http.DefaultRequestHeaders.Remove("X-CSRF-TOKEN");
        browser.Http.DefaultRequestHeaders.Add("X-CSRF-TOKEN", session.GetProperty("csrfToken").GetString());
        await browser.MustAsync(browser.PostAsync($"/api/hazards/{hazard}/register", form));
    }

    [Fact]
    public async Task Wrong_passwords_lock_the_account_and_say_nothing_about_accounts()
    {
        using var guesser = new Caller(county.Host.Anonymous(), "");
        var unknown = await county.RefusesAsync(401, "session.refused", () => guesser.PostAsync("/api/tokens", new { userName = "nobody9", password = "Wrong-password-1" }));
        for (var i = 0; i < 4; i++)
        {
            var wrong = await guesser.PostAsync("/api/tokens", new { userName = "auditor1", password = $"Wrong-password-{i}" });
            Assert.Equal((401, "session.refused", unknown.Detail), (wrong.Status, wrong.Code, wrong.Detail));
        }

        // the fifth locks; from then on even the right password waits
        Assert.Equal((401, "session.locked"), await GuessAsync("Wrong-password-5"));
        Assert.Equal((401, "session.locked"), await GuessAsync(ServerHost.DemoPassword));

        async Task<(int, string?)> GuessAsync(string password)
        {
            var answer = await guesser.PostAsync("/api/tokens", new { userName = "auditor1", password });
            return (answer.Status, answer.Code);
        }
    }

    private async Task<int> RefusalsOfAsync(string userName, string within)
    {
        await using var scope = county.Host.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<WorkflowDbContext>().Set<AccessRefusal>().CountAsync(r => r.UserName == userName && r.Path.Contains(within));
    }

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex RouteParameter();

    private static class HttpMethods
    {
        public static bool IsBodyless(string method) => method is "GET" or "DELETE";
    }
}
