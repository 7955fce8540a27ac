namespace SpecialEquipment.Workflow.Server.Hosting;

/// <summary>The application, composed but not started: what Program runs and what the tests host.</summary>
public static class WorkflowApplication
{
    /// <summary>
    /// Settings, flows and the built console lie beside the program; what is kept lies under the working directory (<c>data/</c>).
    /// </summary>
    /// <param name="webRoot">Where the built console is; null = beside the program, or the project's in a checkout.</param>
    public static WebApplication Create(string[] args, string? webRoot = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ApplicationName = typeof(WorkflowApplication).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = webRoot,
        });
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.AddWorkflowServer();
        var app = builder.Build();
        app.UseWorkflowServer();
        return app;
    }
}
