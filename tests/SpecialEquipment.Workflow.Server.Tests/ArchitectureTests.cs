using System.Reflection;
using System.Text.RegularExpressions;

namespace SpecialEquipment.Workflow.Server.Tests;

/// <summary>The walls of docs/decisions/0001-layout.md.</summary>
public sealed partial class ArchitectureTests
{
    private const string Prefix = "SpecialEquipment.Workflow.";
    private static readonly string CapabilitiesFolder = Repository.Path("src", "SpecialEquipment.Workflow.Capabilities");

    [Theory]
    [InlineData("Engine")]
    [InlineData("Storage", "Engine")]
    [InlineData("Capabilities", "Engine", "Storage")]
    [InlineData("Server", "Capabilities", "Engine", "Storage")]
    public void An_assembly_references_only_what_lies_below_it(string assembly, params string[] allowed)
    {
        var ours = Assembly.Load(Prefix + assembly).GetReferencedAssemblies()
            .Select(a => a.Name!).Where(n => n.StartsWith(Prefix, StringComparison.Ordinal)).Select(n => n[Prefix.Length..]);
        Assert.Empty(ours.Except(allowed));
    }

    /// <summary>C# resolves a sibling namespace without any using, so the source is searched, not the compiled references.</summary>
    [Fact]
    public void Capabilities_never_mention_each_other()
    {
        var capabilities = CapabilityFolders();
        Assert.NotEmpty(capabilities);
        var offences =
            from file in Repository.Sources("src/SpecialEquipment.Workflow.Capabilities")
            let owner = Path.GetRelativePath(CapabilitiesFolder, file).Split(Path.DirectorySeparatorChar)[0]
            where owner is not ("CaseFile" or "Demo" or "Capabilities.cs")
            let text = WithoutCommentsAndStrings(File.ReadAllText(file))
            from other in capabilities
            where other != owner && Mentions(text, other)
            select $"{Path.GetRelativePath(Repository.Root, file)} mentions {other}";
        Assert.Empty(offences);
    }

    /// <summary>CaseFile reads across capabilities and changes nothing (the named exception).</summary>
    [Fact]
    public void The_case_file_changes_nothing()
    {
        var writes = Repository.Sources("src/SpecialEquipment.Workflow.Capabilities/CaseFile")
            .Where(f => WritesPattern().IsMatch(WithoutCommentsAndStrings(File.ReadAllText(f))))
            .Select(f => Path.GetRelativePath(Repository.Root, f));
        Assert.Empty(writes);
    }

    [Fact]
    public void No_folder_is_named_by_kind()
    {
        string[] kinds = ["Interfaces", "Models", "Services", "Helpers", "Managers", "Common", "Utils", "Dtos", "Contracts", "Handlers"];
        var folders = Repository.Sources("src").Concat(Repository.Sources("src", "*.ts*")).Concat(Repository.Sources("tests"))
            .SelectMany(f => Path.GetRelativePath(Repository.Root, Path.GetDirectoryName(f)!).Split(Path.DirectorySeparatorChar))
            .Distinct().Where(part => kinds.Contains(part, StringComparer.OrdinalIgnoreCase));
        Assert.Empty(folders);
    }

    /// <summary>The pure core touches no clock, randomness, task scheduler, file or network; time is an argument.</summary>
    [Fact]
    public void Execution_is_pure()
    {
        var offences = Repository.Sources("src/SpecialEquipment.Workflow.Engine/Execution")
            .Where(f => ImpurePattern().IsMatch(WithoutCommentsAndStrings(File.ReadAllText(f))))
            .Select(f => Path.GetRelativePath(Repository.Root, f));
        Assert.Empty(offences);
    }

    [Fact]
    public void No_type_is_named_by_its_kind()
    {
        var offences =
            from name in new[] { "Engine", "Storage", "Capabilities", "Server" }
            from type in Assembly.Load(Prefix + name).GetTypes()
            where type.IsPublic && KindNamePattern().IsMatch(type.Name)
            select type.FullName;
        Assert.Empty(offences);
    }

    [Fact]
    public void Every_capability_tells_its_purpose()
    {
        var silent = CapabilityFolders().Where(c => !File.Exists(Path.Combine(CapabilitiesFolder, c, "README.md")));
        Assert.Empty(silent);
    }

    private static List<string> CapabilityFolders() =>
        [.. Directory.EnumerateDirectories(CapabilitiesFolder).Select(d => Path.GetFileName(d)!)
            .Where(n => n is not ("Shared" or "bin" or "obj" or "Demo"))];

    private static bool Mentions(string text, string capability) =>
        Regex.IsMatch(text, $@"Capabilities\.{capability}\b|(?<![\w.]){capability}\.[A-Z]");

    private static string WithoutCommentsAndStrings(string text) => CommentOrString().Replace(text, " ");

    [GeneratedRegex("""//[^\n]*|/\*.*?\*/|"{3}.*?"{3}|@?\$?"(?:\\.|[^"\\\n])*"|namespace [^;]+;""", RegexOptions.Singleline)]
    private static partial Regex CommentOrString();

    [GeneratedRegex(@"\.(Add|AddRange|Update|Remove|SaveChanges\w*|ExecuteUpdate\w*|ExecuteDelete\w*|Raise|Record)\(.*\bdb\b|\b(db|Db)\.(Add|AddRange|Update|Remove|SaveChanges\w*)\(|ExecuteUpdate|ExecuteDelete|\.Raise\(")]
    private static partial Regex WritesPattern();

    [GeneratedRegex(@"\b(TimeProvider|Stopwatch|Random\b|Task\.Run|Task\.Delay|File\.|Directory\.|HttpClient|Socket|Guid\.CreateVersion7|Environment\.)")]
    private static partial Regex ImpurePattern();

    [GeneratedRegex("(Manager|Helper|Processor|Impl|Dto)$")]
    private static partial Regex KindNamePattern();
}
