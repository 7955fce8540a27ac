using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared;

namespace SpecialEquipment.Workflow.Capabilities.ProcessDesign;

public sealed class ProcessDesignCapability : ICapability
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<FlowReferences>();
        services.AddSingleton<IStartupStep, FactoryFlows>();
    }

    /// <summary>The designer's doors come with the designer.</summary>
    public void MapRoutes(IEndpointRouteBuilder api)
    {
    }
}
