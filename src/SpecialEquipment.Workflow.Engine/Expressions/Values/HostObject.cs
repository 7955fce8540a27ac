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
        foreach (var known in run.HostObjects ??= [])
        {
            if (ReferenceEquals(known.Target, target))
            {
                return known;
            }
        }

        var made = new HostObject(run, name, target);
        run.HostObjects.Add(made);
        return made;
    }

    public override bool TryGetOwn(string name, out object? value)
    {
        if (!Ask(name, out var plain))
        {
            value = null;
            return false;
        }

        value = plain is IReadOnlyList<object?> or IReadOnlyDictionary<string, object?> ? Copy(name, plain) : Wall.ToScript(run, plain);
        return true;
    }

    public override void Set(Run run, string name, object? value)
    {
        read?.RemoveAll(m => m.Name == name);
        Tell(name, value);
    }

    public override bool Delete(Run run, string name) => throw Errors.Type(run, $"Cannot delete property '{name}'");

    public void HandBackChanges()
    {
        foreach (var member in read?.ToArray() ?? [])
        {
            if (member.IsChanged)
            {
                Tell(member.Name, member.Value);
            }
        }
    }

    /// <summary>The copy made before, unless the engine has another value since.</summary>
    private object? Copy(string member, object plain)
    {
        var known = read?.Find(m => m.Name == member);
        if (known is not null && ReferenceEquals(known.Plain, plain))
        {
            return known.Value;
        }

        read ??= [];
        read.RemoveAll(m => m.Name == member);
        var made = new HostMember(member, plain);
        made.Value = Wall.ToScript(run, plain, made);
        read.Add(made);
        return made.Value;
    }

    private bool Ask(string member, out object? plain)
    {
        try
        {
            return target.TryGet(member, out plain);
        }
        catch (Exception e) when (Errors.IsOfHost(e))
        {
            throw Errors.FromHost(run, e);
        }
    }

    private void Tell(string member, object? value)
    {
        var plain = Wall.ToHost(run, value);
        bool taken;
        try
        {
            taken = target.TrySet(member, plain);
        }
        catch (Exception e) when (Errors.IsOfHost(e))
        {
            throw Errors.FromHost(run, e);
        }

        if (!taken)
        {
            throw Errors.Type(run, $"Cannot assign to '{member}' of {name}");
        }
    }
}
