using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Demo;

/// <summary>Acts the demo hazards out; loaded in the demo profile only.</summary>
public sealed class DemoCapability : ICapability
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ITables, DemoTables>();
        services.AddSingleton<DemoHazards>();
        services.AddSingleton<IDemoData>(provider => provider.GetRequiredService<DemoHazards>());
        services.AddHostedService(provider => provider.GetRequiredService<DemoHazards>());
    }

    public void MapRoutes(IEndpointRouteBuilder api)
    {
    }
}
