using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.SignalR;

namespace SpecialEquipment.Workflow.Server.Security;

/// <summary>Keeps sessions that no longer stand out: a request goes on as nobody's, a live connection is cut.</summary>
public static class WatchedSessionsMiddleware
{
    /// <summary>After the authentication of either scheme, before anything asks who it is.</summary>
    public static IApplicationBuilder UseSessionWatch(this IApplicationBuilder app)
    {
        var watch = app.ApplicationServices.GetRequiredService<SessionWatch>();
        return app.Use(async (http, next) =>
        {
            if (http.User.Identity?.IsAuthenticated == true && !await watch.StandsAsync(http.User, http.RequestAborted))
            {
                http.User = new ClaimsPrincipal(new ClaimsIdentity());
            }
            await next(http);
        });
    }
}

/// <summary>A connection of a hub is authenticated once and may live for days; its session is looked at again like any other.</summary>
public sealed class WatchedConnections(SessionWatch watch, TimeProvider machine, ILogger<WatchedConnections> log) : BackgroundService, IHubFilter
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<string, HubCallerContext> open = new();

    public Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        open[context.Context.ConnectionId] = context.Context;
        return next(context);
    }

    public Task OnDisconnectedAsync(HubLifetimeContext context, Exception? exception, Func<HubLifetimeContext, Exception?, Task> next)
    {
        open.TryRemove(context.Context.ConnectionId, out _);
        return next(context, exception);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(watch.Trust > Shortest ? watch.Trust : Shortest, machine);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var connection in open.Values)
            {
                await LookAsync(connection, stoppingToken);
            }
        }
    }

    private async Task LookAsync(HubCallerContext connection, CancellationToken cancellation)
    {
        try
        {
            if (connection.User is not { } user || !await watch.StandsAsync(user, cancellation))
            {
                connection.Abort();
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "a live connection could not be looked at; the next turn does it");
        }
    }
}
