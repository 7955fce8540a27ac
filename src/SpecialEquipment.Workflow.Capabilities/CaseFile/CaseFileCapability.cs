using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.CaseFile.Export;
using SpecialEquipment.Workflow.Capabilities.Shared;

namespace SpecialEquipment.Workflow.Capabilities.CaseFile;

public sealed class CaseFileCapability : ICapability
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<ReadCase>();
        services.AddScoped<ReadWorkbench>();
        services.AddSingleton<ExportPages>();
        services.AddScoped<ExportCase>();
    }

    public void MapRoutes(IEndpointRouteBuilder api)
    {
        ReadCase.Map(api);
        ReadWorkbench.Map(api);
        ExportCase.Map(api);
    }
}
