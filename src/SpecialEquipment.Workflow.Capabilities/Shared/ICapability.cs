using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace SpecialEquipment.Workflow.Capabilities.Shared;

/// <summary>Wiring of one capability: services (tables, activities, commands, walls) and routes. Listed in <c>Capabilities.cs</c>.</summary>
public interface ICapability
{
    /// <summary>Registers services; tables as <c>ITables</c>, activities as <c>IHostActivity</c>, commands as <c>IMatterCommand</c>, all singletons.</summary>
    void AddServices(IServiceCollection services, IConfiguration configuration);

    /// <summary>Maps routes below <c>/api</c>; every route names a policy of <see cref="Policies"/>.</summary>
    void MapRoutes(IEndpointRouteBuilder api);

    /// <summary>Maps hubs below <c>/hubs</c>; most capabilities have none.</summary>
    void MapHubs(IEndpointRouteBuilder hubs) { }
}

/// <summary>Authorisation policies by name; the server defines them.</summary>
public static class Policies
{
    /// <summary>Any signed-in user; the act itself checks role, region and involvement.</summary>
    public const string SignedIn = "signed-in";
    public const string Officials = "officials";

    /// <summary>Logins of other systems; the act checks for which source and region each speaks.</summary>
    public const string Systems = "systems";
    public const string Administrators = "administrators";
    public const string Designers = "designers";
    public const string Auditors = "auditors";
}
