namespace SpecialEquipment.Workflow.Server.Tests;

/// <summary>Finds the checkout, for the tests that read sources.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    public static IEnumerable<string> Sources(string folder, string pattern = "*.cs") =>
        Directory.EnumerateFiles(Path(folder), pattern, SearchOption.AllDirectories).Where(f => !IsGenerated(f));

    private static bool IsGenerated(string file)
    {
        var parts = System.IO.Path.GetRelativePath(Root, file).Split(System.IO.Path.DirectorySeparatorChar);
        return parts.Any(p => p is "bin" or "obj" or "node_modules" or "wwwroot" or "data" or "artifacts");
    }

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "SpecialEquipment.Workflow.sln")))
        {
            folder = folder.Parent;
        }
        return folder?.FullName ?? throw new InvalidOperationException("the tests run outside a checkout");
    }
}
