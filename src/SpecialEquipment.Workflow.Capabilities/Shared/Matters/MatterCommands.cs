using System.Collections.Frozen;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Matters;

/// <summary>Every verb on a matter by its kebab-case name.</summary>
public sealed class MatterCommands(IEnumerable<IMatterCommand> commands)
{
    private readonly FrozenDictionary<string, IMatterCommand> byName = commands.ToFrozenDictionary(c => c.Name);

    /// <summary>In the order in which the capabilities registered them: the order of a case's life.</summary>
    public IReadOnlyList<IMatterCommand> All { get; } = [.. commands];

    public IMatterCommand? Find(string name) => byName.GetValueOrDefault(name);
    public string DisplayNameOf(string name) => Find(name)?.DisplayName ?? name;
}
