using System.Collections.Frozen;
using SpecialEquipment.Workflow.Engine.Activities;

namespace SpecialEquipment.Workflow.Engine.Definitions;

/// <summary>A definition version made ready to run: immutable, shared by all threads, made once per version.</summary>
public sealed class CompiledWorkflow
{
    internal CompiledWorkflow(WorkflowDefinition definition, Guid versionId, IReadOnlyList<CompiledNode> nodes, ScriptUse scripts, IReadOnlyList<WorkflowTrigger> triggers)
    {
        Definition = definition;
        VersionId = versionId;
        Nodes = nodes;
        Scripts = scripts;
        Triggers = triggers;
        Variables = [.. definition.Variables];
        ContinuesWithIncidents = definition.ContinuesWithIncidents;
        DefinitionId = definition.DefinitionId;
        Version = definition.Version;
        Name = definition.Name;
        ById = nodes.GroupBy(node => node.Id).ToFrozenDictionary(group => group.Key, group => group.First());
        InputNames = definition.Inputs.Select(input => input.Name).ToFrozenSet();
    }

    internal WorkflowDefinition Definition { get; }
    public Guid VersionId { get; }
    public string DefinitionId { get; }
    public int Version { get; }
    public string Name { get; }

    /// <summary>Events that start this definition.</summary>
    public IReadOnlyList<WorkflowTrigger> Triggers { get; }

    /// <summary>True when a script reads <c>matter</c>.</summary>
    public bool ReadsMatter => Scripts.Matter;

    /// <summary>Every activity, root first.</summary>
    public IReadOnlyList<CompiledNode> Nodes { get; }
    internal CompiledNode? Root => Nodes.Count > 0 ? Nodes[0] : null;
    internal VariableDefinition[] Variables { get; }
    internal ScriptUse Scripts { get; }
    internal bool ContinuesWithIncidents { get; }
    internal FrozenDictionary<string, CompiledNode> ById { get; }
    internal FrozenSet<string> InputNames { get; }
}

/// <summary>An event that starts a definition at the activity.</summary>
public sealed record WorkflowTrigger(string EventName, string ActivityId);

/// <summary>What scripts of a workflow read beyond variables; what nobody reads is not kept with the instance.</summary>
internal sealed record ScriptUse(bool Outputs, bool LastResult, bool Matter);

/// <summary>One activity of a compiled workflow.</summary>
public sealed class CompiledNode
{
    internal CompiledNode(BuiltInActivity behaviour) => Behaviour = behaviour;

    public required int Index { get; init; }
    public required string Id { get; init; }
    public required string NodeId { get; init; }

    /// <summary>What the designer shows.</summary>
    public required string Name { get; init; }
    public required string TypeName { get; init; }
    public required int TypeVersion { get; init; }
    public required ActivityDescriptor Descriptor { get; init; }
    internal BuiltInActivity Behaviour { get; }
    internal IHostActivity? Host { get; init; }
    internal CompiledNode? Parent { get; init; }
    internal bool CanStartWorkflow { get; init; }
    internal VariableDefinition[] Variables { get; init; } = [];

    /// <summary>Variables around the root activity: the workflow's. Empty for every other activity.</summary>
    internal VariableDefinition[] WorkflowVariables { get; init; } = [];

    /// <summary>Prepared inputs by camelCase name.</summary>
    internal FrozenDictionary<string, PreparedInput> Inputs { get; set; } = FrozenDictionary<string, PreparedInput>.Empty;
    internal OutputBinding[] Outputs { get; set; } = [];

    /// <summary>Nested activities by port.</summary>
    internal (string Port, CompiledNode Node)[] Children { get; set; } = [];

    /// <summary>What the behaviour made of the JSON at compile time (a flow graph, cases …).</summary>
    internal object? Plan { get; set; }

    /// <summary>Position among the parent's children; index into a flowchart's counters.</summary>
    internal int Place { get; set; }

    internal CompiledNode? Child(string port)
    {
        foreach (var (name, node) in Children)
            if (name == port)
                return node;
        return null;
    }
}

/// <summary>An input with the name under which journal and host see it.</summary>
internal sealed record PreparedInput(string Name, string DisplayName, PreparedExpression Expression);

/// <summary>An output that is written to a variable.</summary>
internal sealed record OutputBinding(string Name, string VariableId, VariableSlot? Target);

/// <summary>Where a variable lives: at <paramref name="Owner"/> (null: the workflow), at <paramref name="Index"/>.</summary>
internal sealed record VariableSlot(CompiledNode? Owner, int Index, VariableDefinition Variable);
