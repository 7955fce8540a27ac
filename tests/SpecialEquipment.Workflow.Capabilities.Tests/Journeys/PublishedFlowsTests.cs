using System.Security.Cryptography;
using System.Text;
using SpecialEquipment.Workflow.Capabilities.ProcessDesign;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Journeys;

/// <summary>
/// A database that has published a version of a flow never takes the same version again: a flow that changes after a release must carry a
/// higher version, or running counties keep the old story. <c>published.txt</c> has what was released; <c>UPDATE_DOCUMENTS=1</c> writes it anew.
/// </summary>
public sealed class PublishedFlowsTests
{
    private static readonly string File = Path.Combine(Root(), "workflows", "published.txt");

    [Fact]
    public void A_flow_that_changed_since_it_was_published_has_a_higher_version()
    {
        var now = FactoryFlows.Read().Select(f => (Id: f.Definition.DefinitionId, f.Definition.Version, Hash: HashOf(f.Json))).OrderBy(f => f.Id, StringComparer.Ordinal).ToList();
        if (Environment.GetEnvironmentVariable("UPDATE_DOCUMENTS") == "1")
            System.IO.File.WriteAllText(File, string.Concat(now.Select(f => $"{f.Id} {f.Version} {f.Hash}\n")));
        var published = System.IO.File.ReadAllLines(File).Select(line => line.Split(' ')).ToDictionary(p => p[0], p => (Version: int.Parse(p[1], System.Globalization.CultureInfo.InvariantCulture), Hash: p[2]));
        foreach (var (id, version, hash) in now.Where(f => published.ContainsKey(f.Id)))
            Assert.True(
                version > published[id].Version || (version == published[id].Version && hash == published[id].Hash),
                $"{id}: changed, but its version is still {version}");
        Assert.Empty(published.Keys.Except(now.Select(f => f.Id)));
    }

    /// <summary>Line ends of a checkout do not count.</summary>
    private static string HashOf(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json.ReplaceLineEndings("\n"))));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(folder!.FullName, "SpecialEquipment.Workflow.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
