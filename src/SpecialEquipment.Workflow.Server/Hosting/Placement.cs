namespace SpecialEquipment.Workflow.Server.Hosting;

/// <summary>Where things lie: what is shipped lies beside the program, what is kept lies under the working directory.</summary>
public static class Placement
{
    public static string ContentRoot() => AppContext.BaseDirectory;
}

/// <summary>The document generator runs Program up to the host's start; it must not touch a database.</summary>
public static class OpenApiAtBuild
{
    public static bool IsRunning { get; } = System.Reflection.Assembly.GetEntryAssembly()?.GetName().Name == "GetDocument.Insider";
}
