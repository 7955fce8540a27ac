using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Statistics;

public sealed class StatisticsCapability : ICapability
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ITables, StatisticsTables>();
        services.AddSingleton<IDuty, RollUpTallies>();
        services.AddSingleton<IStartupStep, FillTally>();
    }

    public void MapRoutes(IEndpointRouteBuilder api)
    {
        ReadTally.Map(api);
        ReadRates.Map(api);
        PublishRates.Map(api);
        FindPublishedRates.Map(api);
        RecountTally.Map(api);
    }
}
