using SpecialEquipment.Workflow.Engine.Activities;
using SpecialEquipment.Workflow.Engine.Definitions;
using SpecialEquipment.Workflow.Engine.Expressions;

namespace SpecialEquipment.Workflow.Engine.Execution;

/// <summary>What a script of one activity sees: variables by scope, inputs, outputs of earlier activities, the instance.</summary>
internal sealed class ScriptGlobals(BurstRun run, ActivityExecution execution) : IScriptScope
{
    private Dictionary<string, object?>? given;

    public BurstRun Run { get; } = run;
    public ActivityExecution Execution { get; } = execution;
    public DateTimeOffset Now => Run.Now;
    public ScriptLimits Limits => Run.Context.Limits;

    /// <summary>Outcomes a RunJavaScript has chosen with <c>setOutcome</c>.</summary>
    public List<string>? Outcomes { get; set; }

    public bool TryGet(string name, out object? value)
    {
        if (given is not null && given.TryGetValue(name, out value))
            return true;
        if (!Make(name, out value))
            return false;
        (given ??= []).Add(name, value);
        return true;
    }

    private bool Make(string name, out object? value)
    {
        value = null;
        if (ScriptFunctions.Find(name) is { } function)
        {
            value = (ScriptFunction)(arguments => function(this, arguments));
            return true;
        }
        if (name == "variables")
            value = new VariablesObject(this);
        else if (name == "matter" && Run.Context.Matter is { } matter)
            value = matter;
        else if (name.Length > 3 && name.StartsWith("get", StringComparison.Ordinal))
            value = Getter(name[3..]);
        else if (name.Length > 3 && name.StartsWith("set", StringComparison.Ordinal) && FindVariable(name[3..]) is { } slot)
            value = (ScriptFunction)(arguments => Assign(slot, arguments.Count > 0 ? arguments[0] : null));
        return value is not null;
    }

    private ScriptFunction? Getter(string name)
    {
        if (FindVariable(name) is { } slot)
            return _ => Read(slot);
        if (Run.Workflow.InputNames.Contains(name))
            return _ => Input(name);
        return null;
    }

    public object? Input(string name) => Run.State.Input.GetValueOrDefault(name);

    public object? Read(VariableSlot slot) => OutputWriting.Values(Run, Execution, slot)[slot.Index];

    public object? Assign(VariableSlot slot, object? value)
    {
        try
        {
            OutputWriting.Set(Run, Execution, slot, value);
        }
        catch (ActivityFault fault)
        {
            throw new ScriptRuntimeException(fault.Message);
        }
        return null;
    }

    /// <summary>The nearest variable of that name, from the activity outwards.</summary>
    public VariableSlot? FindVariable(string name)
    {
        for (var scope = Execution; scope is not null; scope = scope.Parent)
            if (Search(scope.Node, LoopVariables.Of(scope.Node), name) is { } slot)
                return slot;
        return Search(null, Run.Workflow.Variables, name);
    }

    private static VariableSlot? Search(CompiledNode? owner, VariableDefinition[] variables, string name)
    {
        for (var i = 0; i < variables.Length; i++)
            if (variables[i].Name == name)
                return new VariableSlot(owner, i, variables[i]);
        return null;
    }

    private sealed class VariablesObject(ScriptGlobals globals) : IScriptObject
    {
        public IEnumerable<string> Names
        {
            get
            {
                for (var scope = globals.Execution; scope is not null; scope = scope.Parent)
                    foreach (var variable in LoopVariables.Of(scope.Node))
                        yield return variable.Name;
                foreach (var variable in globals.Run.Workflow.Variables)
                    yield return variable.Name;
            }
        }

        public bool TryGet(string name, out object? value)
        {
            var slot = globals.FindVariable(name);
            value = slot is null ? null : globals.Read(slot);
            return slot is not null;
        }

        public bool TrySet(string name, object? value)
        {
            if (globals.FindVariable(name) is not { } slot)
                return false;
            globals.Assign(slot, value);
            return true;
        }
    }
}
