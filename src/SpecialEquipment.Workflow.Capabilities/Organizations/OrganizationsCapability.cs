using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Organizations.Demo;
using SpecialEquipment.Workflow.Capabilities.Organizations.Reorganizations;
using SpecialEquipment.Workflow.Capabilities.Organizations.Staffing;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Spreadsheets;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Organizations;

public sealed class OrganizationsCapability : ICapability
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ITables, OrganizationTables>();
        services.AddSingleton<RegionMap>();
        services.AddSingleton<RegionNames>();
        services.AddSingleton<FindPosts>();
        services.AddScoped<IDirectory, OrganizationDirectory>();
        services.AddScoped<IRoutingTable, RoutingTable>();
        services.AddScoped<IRegisterLookup, RegisterLookup>();
        services.AddScoped<IEquipmentRegister, EquipmentRegister>();
        services.AddSingleton<IDuty, CarryOutReorganizations>();
        services.AddSingleton<OpenDisposals>();
        services.AddSingleton<IDuty>(provider => provider.GetRequiredService<OpenDisposals>());
        services.AddSingleton<IStartupStep>(provider => provider.GetRequiredService<OpenDisposals>());
        services.AddScoped<IUnitLookup, UnitLookup>();
        services.AddSingleton<IImportTarget, Sheets.ImportEnterprises>();
        services.AddSingleton<IImportTarget, Sheets.ImportEquipment>();
        services.AddSingleton<IImportTarget, Sheets.ImportPeople>();
        services.AddSingleton<IImportTarget, Sheets.ImportPosts>();
        services.AddSingleton<DemoCounty>();
        services.AddSingleton<IDemoData>(provider => provider.GetRequiredService<DemoCounty>());
        services.AddSingleton<Shared.Search.ISearchFill, FillEnterpriseSearch>();
        services.AddSingleton<IDemoAccounts>(provider => provider.GetRequiredService<DemoCounty>());
    }

    public void MapRoutes(IEndpointRouteBuilder api)
    {
        ListRegions.Map(api);
        FindEnterprises.Map(api);
        FindEquipment.Map(api);
        Sheets.ExportRegisters.Map(api);
        FindPosts.Map(api);
        RegisterEnterprise.Map(api);
        RegisterEquipment.Map(api);
        ChangeEquipmentStatus.Map(api);
        ChangePostHolder.Map(api);
        RegisterDepartment.Map(api);
        RenameDepartment.Map(api);
        CreatePost.Map(api);
        EndPost.Map(api);
        AppointDeputy.Map(api);
        RegisterPerson.Map(api);
        FindPersons.Map(api);
        ReadTenure.Map(api);
        VoidEntry.Map(api);
        AmendUnit.Map(api);
        DissolveUnit.Map(api);
        AmendEquipment.Map(api);
        ReorganizeRegions.Map(api);
    }
}
