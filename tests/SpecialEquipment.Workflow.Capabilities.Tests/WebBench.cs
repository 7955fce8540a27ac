using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SpecialEquipment.Workflow.Capabilities.Attachments;
using SpecialEquipment.Workflow.Capabilities.Documents;
using SpecialEquipment.Workflow.Capabilities.Ledger;
using SpecialEquipment.Workflow.Capabilities.Organizations;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;

namespace SpecialEquipment.Workflow.Capabilities.Tests;

/// <summary>The doors of the foundation over real HTTP; who calls is said in a header, because signing in is the server's affair.</summary>
public sealed class WebBench : IAsyncDisposable
{
    private readonly WebApplication app;

    private WebBench(Bench bench, WebApplication app, HttpClient client) => (Bench, this.app, Client) = (bench, app, client);

    public Bench Bench { get; }
    public HttpClient Client { get; }

    public static async Task<WebBench> StartAsync(Action<IServiceCollection>? more = null)
    {
        var bench = await Bench.WithCountyAsync(more);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddProblemDetails();
        builder.Services.AddAuthorization(options =>
        {
            foreach (var policy in new[] { Policies.SignedIn, Policies.Officials, Policies.Administrators })
            {
                options.AddPolicy(policy, p => p.RequireAssertion(_ => true));
            }
        });
        Bench.AddTo(builder.Services, bench.Folder, bench.Time, bench.Place);
        // one process has one database: the doors work on the bench's own
        builder.Services.AddSingleton(bench.Database);
        builder.Services.AddSingleton(bench.Matters);
        builder.Services.AddSingleton<IActorSource>(new CallerByHeader(bench));
        more?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseAuthorization();
        var api = app.MapGroup("/api");
        foreach (var capability in new ICapability[] { new OrganizationsCapability(), new DocumentsCapability(), new AttachmentsCapability(), new LedgerCapability() })
        {
            capability.MapRoutes(api);
        }
        await app.StartAsync();
        return new WebBench(bench, app, new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) }) { BaseAddress = new Uri(app.Urls.First()) });
    }

    public HttpRequestMessage Call(HttpMethod method, string path, string userName, HttpContent? content = null)
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Add("X-User", userName);
        return request;
    }

    public async Task<JsonElement> GetJsonAsync(string path, string userName)
    {
        using var answer = await Client.SendAsync(Call(HttpMethod.Get, path, userName));
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
        await Bench.DisposeAsync();
    }

    private sealed class CallerByHeader(Bench bench) : IActorSource
    {
        public Task<Actor> CurrentAsync(HttpContext http, CancellationToken cancellation) => bench.ActorAsync(http.Request.Headers["X-User"].Single()!);
    }
}
