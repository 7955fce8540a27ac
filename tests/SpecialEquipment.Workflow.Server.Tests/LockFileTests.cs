namespace SpecialEquipment.Workflow.Server.Tests;

/// <summary>Lock files pin hashes and versions, never the host of a package registry.</summary>
public sealed class LockFileTests
{
    [Fact]
    public void No_lock_file_names_a_registry()
    {
        var offences = Repository.Sources("src", "package*.lock.json").Concat(Repository.Sources("src", "package-lock.json")).Concat(Repository.Sources("tests", "packages.lock.json"))
            .Where(f => File.ReadAllText(f).Contains("\"resolved\": \"http", StringComparison.Ordinal));
        Assert.Empty(offences);
    }
}
