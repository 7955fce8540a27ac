using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.SignalR;
using SpecialEquipment.Workflow.Capabilities;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Server.Scheduling;
using SpecialEquipment.Workflow.Server.Security;

namespace SpecialEquipment.Workflow.Server.Hosting;

/// <summary>What the server is made of, in the order a request meets it.</summary>
public static class WorkflowServer
{
    public static void AddWorkflowServer(this WebApplicationBuilder builder)
    {
        var (services, configuration) = (builder.Services, builder.Configuration);
        ProductionGuard.CheckConfiguration(builder.Environment, configuration);
        var (provider, connectionString) = builder.AddConfiguredDatabase();
        services.AddActRing();
        services.AddTimerPump();
        foreach (var capability in AllCapabilities.List)
        {
            capability.AddServices(services, configuration);
        }
        services.AddWorkflowSecurity().AddRateLimits(configuration);
        builder.AddQuartzWakes(provider, connectionString);

        services.ConfigureHttpJsonOptions(o =>
        {
            o.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper));
            o.SerializerOptions.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        });
        services.AddSignalR(o => o.AddFilter<WatchedConnections>()).AddJsonProtocol(o =>
            o.PayloadSerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper)));
        services.AddProblemDetails().AddExceptionHandler<Faults>();
        services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true;
            o.Providers.Add<BrotliCompressionProvider>();
            o.Providers.Add<GzipCompressionProvider>();
        });
        services.AddWorkflowHealth();
        services.AddWorkflowOpenApi();
    }

    public static void UseWorkflowServer(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseResponseCompression();
        app.UseSecurityHeaders();
        app.UseWordedRefusals();
        app.UseRouting();
        app.UseAuthentication();
        app.UseSessionWatch();
        app.UseRateLimiter();
        app.UseAccessAudit();
        app.UseAuthorization();
        app.UseCsrfProtection();

        app.MapConsole();
        app.MapWorkflowHealth();
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        var (api, hubs) = (app.MapGroup("/api"), app.MapGroup("/hubs"));
        api.MapSession();
        api.MapClock();
        foreach (var capability in AllCapabilities.List)
        {
            capability.MapRoutes(api);
            capability.MapHubs(hubs);
        }
    }
}
