namespace SpecialEquipment.Workflow.Engine.Activities;

/// <summary>What an activity type is: read by the compiler (inputs, ports) and by the designer (names, help, options).</summary>
public sealed record ActivityDescriptor(string TypeName, int Version, string DisplayName, string Category, string Description)
{
    /// <summary>Inputs; the stored JSON key is the camelCase of <see cref="InputDescriptor.Name"/>.</summary>
    public IReadOnlyList<InputDescriptor> Inputs { get; init; } = [];
    public IReadOnlyList<OutputDescriptor> Outputs { get; init; } = [];

    /// <summary>Flow ports (outcomes) and embedded ports (nested activities). None declared means the implicit port <c>Done</c>.</summary>
    public IReadOnlyList<PortDescriptor> Ports { get; init; } = [];

    /// <summary><c>Action</c>, <c>Trigger</c> or <c>Task</c>, as Studio knows them.</summary>
    public string Kind { get; init; } = "Action";
    public bool IsContainer { get; init; }
    public bool IsStart { get; init; }
    public bool IsTerminal { get; init; }
    public bool IsBrowsable { get; init; } = true;
}

/// <summary>One input. <paramref name="TypeName"/> is a variable type name such as <c>String</c>, <c>Int32</c>, <c>Boolean</c>, <c>Object</c>.</summary>
public sealed record InputDescriptor(string Name, string TypeName, string DisplayName, string Description = "")
{
    public string UiHint { get; init; } = "singleline";

    /// <summary>Wrapped inputs are <c>{typeName, expression, memoryReference}</c>; unwrapped ones are plain JSON.</summary>
    public bool IsWrapped { get; init; } = true;
    public bool IsRequired { get; init; }
    public object? DefaultValue { get; init; }

    /// <summary>Static options of dropdowns: (text, value).</summary>
    public IReadOnlyList<(string Text, string Value)> Options { get; init; } = [];

    /// <summary>Name of a live option source the server fills in (posts, deadline rules, document templates).</summary>
    public string? OptionSource { get; init; }
}

public sealed record OutputDescriptor(string Name, string TypeName, string DisplayName, string Description = "");

/// <summary>A port. <paramref name="Type"/> is <c>Flow</c> (outcome) or <c>Embedded</c> (nested activity).</summary>
public sealed record PortDescriptor(string Name, string DisplayName, string Type = "Flow");
