namespace SpecialEquipment.Workflow.Engine.Expressions.Values;

/// <summary>One member of an object of the engine as the script read it.</summary>
internal sealed class HostMember(string name, object? plain)
{
    public string Name { get; } = name;

    public object? Plain { get; } = plain;

    public object? Value { get; set; }

    public bool IsChanged { get; set; }
}

/// <summary>
/// An object of the engine, such as <c>variables</c>. A list or object read through it is a copy, the same copy at every read, and is handed back when the
/// script has changed it (<c>variables.List.push(x)</c>), because that is what people expect and what Elsa does.
/// </summary>
internal sealed class HostObject(Run run, string name, IScriptObject target) : JsObject
{
    private List<HostMember>? read;

    public IScriptObject Target => target;

    public override int Count => target.Names.Count();

    public override IEnumerable<string> Names => target.Names;

    public static HostObject Of(Run run, string name, IScriptObject target)
    {
        if (run.HostObjects?.Find(h => ReferenceEquals(h.Target, target)) is { } known)
        {
            return known;
        }

        var made = new HostObject(run, name, target);
        (run.HostObjects ??= []).Add(made);
        return made;
    }

    public override bool TryGetOwn(string name, out object? value)
    {
        if (!target.TryGet(name, out var plain))
        {
            value = null;
            return false;
        }

        if (plain is not (IReadOnlyList<object?> or IReadOnlyDictionary<string, object?>))
        {
            value = Wall.ToScript(run, plain);
            return true;
        }

        var member = read?.Find(m => m.Name == name);
        if (member is null || !ReferenceEquals(member.Plain, plain))
        {
            read ??= [];
            read.RemoveAll(m => m.Name == name);
            member = new HostMember(name, plain);
            member.Value = Wall.ToScript(run, plain, member);
            read.Add(member);
        }

        value = member.Value;
        return true;
    }

    public override void Set(Run run, string name, object? value)
    {
        read?.RemoveAll(m => m.Name == name);
        if (!target.TrySet(name, Wall.ToPlain(run, value)))
        {
            throw NotWritable(name);
        }
    }

    public override bool Delete(Run run, string name) => throw Errors.Type(run, $"Cannot delete property '{name}'");

    public void HandBackChanges()
    {
        foreach (var member in read?.ToArray() ?? [])
        {
            if (member.IsChanged && !target.TrySet(member.Name, Wall.ToPlain(run, member.Value)))
            {
                throw NotWritable(member.Name);
            }
        }
    }

    private ScriptThrow NotWritable(string member) => Errors.Type(run, $"Cannot assign to '{member}' of {name}");
}
