using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace SpecialEquipment.Workflow.Server.Tests;

public sealed class EndpointTests(SharedServer server) : IClassFixture<SharedServer>
{
    /// <summary>An endpoint that names neither a policy nor anonymous access was forgotten (DESIGN D15).</summary>
    [Fact]
    public void Every_endpoint_has_a_policy()
    {
        var forgotten = server.Host.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null
                && !e.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(a => !string.IsNullOrEmpty(a.Policy)))
            .Select(e => e.RoutePattern.RawText);
        Assert.Empty(forgotten);
    }

    /// <summary>What may be reached without signing in is listed here by hand, so that one more needs a decision.</summary>
    [Fact]
    public void Only_a_few_doors_are_open_to_everybody()
    {
        var open = server.Host.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null).Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Distinct().Order(StringComparer.Ordinal);
        Assert.Equal(
            ["/", "/api/session", "/api/tokens", "/health/live", "/health/ready", "/openapi/{documentName}.json", "/{*path:nonfile:regex(^(?!api/|hubs/|health/|openapi/|elsa/).*$)}"], open);
    }
}

/// <summary>One server for the tests of a class.</summary>
public sealed class SharedServer : IAsyncLifetime
{
    public ServerHost Host { get; private set; } = null!;
    public async ValueTask InitializeAsync() => Host = await ServerHost.StartAsync();
    public async ValueTask DisposeAsync() => await Host.DisposeAsync();
}
