using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Server.Hosting;

namespace SpecialEquipment.Workflow.Server.Tests;

/// <summary>The whole server on a port of its own, with a database of its own in a temporary folder and an adjustable clock.</summary>
public sealed class ServerHost : IAsyncDisposable
{
    public const string DemoPassword = "Demo-2026-only";
    private readonly WebApplication app;
    private readonly string folder;

    private ServerHost(WebApplication app, string folder) => (this.app, this.folder) = (app, folder);

    public IServiceProvider Services => app.Services;

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <param name="settings">Further configuration, e.g. <c>("Demo:Hazards", "0")</c>.</param>
    public static async Task<ServerHost> StartAsync(params (string Key, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("workflow-test-").FullName;
        var all = new Dictionary<string, string>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["environment"] = "Development",
            ["Database:Provider"] = "Sqlite",
            ["ConnectionStrings:Workflow"] = $"Data Source={Path.Combine(folder, "workflow.db")}",
            ["Attachments:Folder"] = Path.Combine(folder, "attachments"),
            ["Clock:Mode"] = "Adjustable",
            ["Demo:Enabled"] = "true",
            ["Demo:Password"] = DemoPassword,
            ["Demo:Hazards"] = "0",
            ["RateLimits:SignInPerMinute"] = "100000",
            ["RateLimits:CallsPerMinute"] = "1000000",
            ["RateLimits:ExportsPerMinute"] = "100000",
            ["Logging:LogLevel:Default"] = "Warning",
        };
        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }
        var app = WorkflowApplication.Create(
            [.. all.Select(s => $"--{s.Key}={s.Value}")], Repository.Path("src", "SpecialEquipment.Workflow.Server", "wwwroot"));
        await Startup.PrepareAsync(app, CancellationToken.None);
        await app.StartAsync();
        return new ServerHost(app, folder);
    }

    /// <summary>A caller with a bearer token.</summary>
    public async Task<HttpClient> SignInAsync(string userName)
    {
        var client = new HttpClient { BaseAddress = Address };
        using var answer = await client.PostAsJsonAsync("/api/tokens", new { userName, password = DemoPassword });
        answer.EnsureSuccessStatusCode();
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("accessToken").GetString();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    public HttpClient Anonymous() => new() { BaseAddress = Address };

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
