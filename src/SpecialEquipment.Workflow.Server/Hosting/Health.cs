using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Server.Hosting;

/// <summary><c>/health/live</c>: the process runs. <c>/health/ready</c>: started, and the database answers.</summary>
public static class Health
{
    private const string Ready = "ready";

    public static void AddWorkflowHealth(this IServiceCollection services)
    {
        services.AddSingleton<Readiness>();
        services.AddHealthChecks()
            .AddCheck<Readiness>("startup", tags: [Ready])
            .AddDbContextCheck<WorkflowDbContext>("database", tags: [Ready]);
    }

    public static void MapWorkflowHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        routes.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = c => c.Tags.Contains(Ready) }).AllowAnonymous();
    }
}

/// <summary>Schema current, flows published, demo data loaded where wanted.</summary>
public sealed class Readiness : IHealthCheck
{
    private volatile bool isReady;

    public void Declare() => isReady = true;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(isReady ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("starting"));
}
