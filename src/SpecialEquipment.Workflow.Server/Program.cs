using SpecialEquipment.Workflow.Server.Hosting;
using SpecialEquipment.Workflow.Server.Security;

try
{
    await using var app = WorkflowApplication.Create(args);
    if (await Administrators.RanCommandAsync(app, args))
    {
        return 0;
    }
    await Startup.PrepareAsync(app, app.Lifetime.ApplicationStopping);
    await app.RunAsync();
    return 0;
}
catch (Exception refused) when (refused is StartupRefusedException or SpecialEquipment.Workflow.Storage.Dialects.DatabaseInUseException)
{
    await Console.Error.WriteLineAsync("启动被拒绝：" + refused.Message);
    return 1;
}
