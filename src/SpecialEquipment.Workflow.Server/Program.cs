using SpecialEquipment.Workflow.Capabilities;
using SpecialEquipment.Workflow.Server;
using SpecialEquipment.Workflow.Server.Hosting;
using SpecialEquipment.Workflow.Server.Security;

// Settings, flows and the console lie beside the program; the working directory holds data/.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = Placement.ContentRoot() });
builder.WebHost.UseStaticWebAssets();
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
builder.AddWorkflowServer();

var app = builder.Build();
if (await Administrators.RanCommandAsync(app, args))
{
    return;
}
app.UseWorkflowServer();
if (!OpenApiAtBuild.IsRunning)
{
    await Startup.PrepareAsync(app, app.Lifetime.ApplicationStopping);
}
await app.RunAsync();

namespace SpecialEquipment.Workflow.Server
{
    /// <summary>The entry point, named for the tests that host it.</summary>
    public partial class Program;
}
