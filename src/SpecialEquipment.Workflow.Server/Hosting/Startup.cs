using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Server.Security;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Server.Hosting;

/// <summary>What happens once, before the first request: schema, calendar, flows, and in the demo profile the demo county.</summary>
public static class Startup
{
    public static async Task PrepareAsync(WebApplication app, CancellationToken cancellation)
    {
        await Databases.MigrateAsync(app.Services, cancellation);
        await using var scope = app.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await ProductionGuard.CheckAccountsAsync(app.Environment, services.GetRequiredService<WorkflowDbContext>(), cancellation);
        foreach (var step in app.Services.GetServices<IStartupStep>().OrderBy(s => s.Order))
        {
            await step.RunAsync(cancellation);
        }

        var accounts = Array.Empty<string>();
        if (app.Configuration.GetValue("Demo:Enabled", false))
        {
            var password = app.Configuration["Demo:Password"] ?? throw new StartupRefusedException("演示环境应配置 Demo:Password。");
            var demo = app.Services.GetRequiredService<IDemoAccounts>();
            foreach (var data in app.Services.GetServices<IDemoData>().OrderBy(d => d.Order))
            {
                await data.LoadAsync(cancellation);
            }
            await services.GetRequiredService<DemoAccounts>().CreateAsync(password, cancellation);
            accounts = [.. demo.List.Select(a => a.UserName)];
        }
        app.Services.GetRequiredService<Readiness>().Declare();
        app.PrintBanner(accounts);
    }
}
