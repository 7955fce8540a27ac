using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;
using SpecialEquipment.Workflow.Capabilities.Shared.Spreadsheets;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Spreadsheets;

public sealed class SpreadsheetsCapability : ICapability
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ITables, SpreadsheetTables>();
        services.AddSingleton<ImportTargets>();
        services.AddSingleton<ImportWork>();
        services.AddSingleton<CheckRows>();
        services.AddSingleton<TakeRows>();
        services.AddSingleton(provider => new RunImports(
            provider.GetRequiredService<ImportWork>(), provider.GetRequiredService<CheckRows>(), provider.GetRequiredService<TakeRows>(),
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<ILogger<RunImports>>()));
        services.AddHostedService(provider => provider.GetRequiredService<RunImports>());
        services.AddSingleton<UploadWorkbook>();
        services.AddSingleton<MapColumns>();
        services.AddSingleton<StartImport>();
        services.AddSingleton<CancelImport>();
        services.AddSingleton<IExportLog, ExportLog>();
        services.AddSingleton<IDuty, SweepImports>();
    }

    public void MapRoutes(IEndpointRouteBuilder api)
    {
        UploadWorkbook.Map(api);
        MapColumns.Map(api);
        StartImport.Map(api);
        CancelImport.Map(api);
        FindImports.Map(api);
        ReturnBadRows.Map(api);
        ExportLog.Map(api);
    }
}
