using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.WorkCalendars;

public sealed class WorkCalendarCapability : ICapability
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ITables, WorkCalendarTables>();
        services.TryAddSingleton(_ => DeadlineRules.Shipped());
        services.AddSingleton<FollowCalendar>();
        services.AddSingleton<IStartupStep>(provider => provider.GetRequiredService<FollowCalendar>());
        services.AddHostedService(provider => provider.GetRequiredService<FollowCalendar>());
    }

    public void MapRoutes(IEndpointRouteBuilder api)
    {
        ComputeDeadline.Map(api);
        ExplainDeadline.Map(api);
        ReadCalendar.Map(api);
        ListPolicyRules.Map(api);
        LoadCalendarYear.Map(api);
        CorrectCalendarYear.Map(api);
        PreviewCalendarYear.Map(api);
        ChangePolicyPack.Map(api);
    }
}
