using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Engine.Activities;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Escalation;

public sealed class EscalationCapability : ICapability
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ITables, EscalationTables>();
        services.AddSingleton<IHostActivity, OpenEscalation>();
        services.AddSingleton<IHostActivity, CloseEscalation>();
        services.AddSingleton<IMatterClosing, EndEscalation>();
    }

    /// <summary>No route of its own yet: the case page shows the open case, the ladder's acts come with its upper levels.</summary>
    public void MapRoutes(IEndpointRouteBuilder api)
    {
    }
}
