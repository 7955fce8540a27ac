using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Server.Security;

/// <summary>One refused access: who reached for what he may not have (DESIGN D15).</summary>
public sealed class AccessRefusal
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public DateTimeOffset At { get; init; }
    public required string UserName { get; init; }
    public required string Method { get; init; }
    public required string Path { get; init; }
    public int Status { get; init; }
    public string? RemoteAddress { get; init; }
}

/// <summary>Writes refused access (403, and 404 of an address that exists: somebody else's matter is answered like none) before the answer leaves.</summary>
public sealed class AccessAudit(IServiceScopeFactory scopes, TimeProvider machine, ILogger<AccessAudit> log)
{
    public async Task RecordAsync(HttpContext http)
    {
        var refusal = new AccessRefusal
        {
            At = machine.GetUtcNow(),
            UserName = Cut(http.User.Identity?.Name ?? "", 64),
            Method = Cut(http.Request.Method, 16),
            Path = Cut(http.Request.Path.Value ?? "", 512),
            Status = http.Response.StatusCode,
            RemoteAddress = http.Connection.RemoteIpAddress?.ToString(),
        };
        log.LogWarning("access refused: {Status} {Method} {Path} by {UserName}", refusal.Status, refusal.Method, refusal.Path, refusal.UserName);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDbContext>();
        db.Add(refusal);
        await db.SaveChangesAsync(CancellationToken.None);
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}

public static class AccessAuditMiddleware
{
    public static IApplicationBuilder UseAccessAudit(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        // before the first byte of the answer leaves: who has been refused is on record when he learns of it
        http.Response.OnStarting(() => IsRefused(http) ? http.RequestServices.GetRequiredService<AccessAudit>().RecordAsync(http) : Task.CompletedTask);
        return next(http);
    });

    private static bool IsRefused(HttpContext http)
    {
        if (http.User.Identity?.IsAuthenticated != true)
        {
            return false;
        }
        return http.Response.StatusCode is StatusCodes.Status403Forbidden
            || (http.Response.StatusCode is StatusCodes.Status404NotFound && http.GetEndpoint() is not null && http.Request.Path.StartsWithSegments("/api"));
    }
}
