using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared;

namespace SpecialEquipment.Workflow.Capabilities.Ledger;

/// <summary>Reading only: the ring itself appends (<c>Shared/Evidence</c>), so that no act can forget to.</summary>
public sealed class LedgerCapability : ICapability
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
    }

    public void MapRoutes(IEndpointRouteBuilder api) => ReadLedger.Map(api);
}
