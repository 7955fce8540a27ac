using SpecialEquipment.Workflow.Engine.Definitions;
using SpecialEquipment.Workflow.Engine.Execution;

namespace SpecialEquipment.Workflow.Engine.Activities;

/// <summary>
/// An activity type the engine performs itself. One object per type, without state: everything it must remember is in the
/// <see cref="ActivityExecution"/>.
/// </summary>
internal abstract class BuiltInActivity
{
    public abstract ActivityDescriptor Descriptor { get; }

    /// <summary>Compile time: what to make of the JSON beyond inputs and outputs.</summary>
    public virtual object? Prepare(NodePreparation node) => null;

    /// <summary>The flow has reached the activity: completes, waits, or schedules what is nested in it.</summary>
    public abstract void Start(BurstRun run, ActivityExecution execution);

    /// <summary>One of its bookmarks was resumed.</summary>
    public virtual void Resume(BurstRun run, ActivityExecution execution, ResumeInput input) => run.Complete(execution);

    /// <summary>A nested activity is done.</summary>
    public virtual void ChildCompleted(BurstRun run, ActivityExecution execution, ActivityExecution child, IReadOnlyList<string> outcomes) => run.Complete(execution);

    /// <summary>A host call failed and is to be made again.</summary>
    public virtual void Retry(BurstRun run, ActivityExecution execution) => Start(run, execution);

    /// <summary>Reaching it ends the container it stands in.</summary>
    public virtual bool EndsContainer => false;

    /// <summary>The value of an input, noted for the journal.</summary>
    protected static object? Input(BurstRun run, ActivityExecution execution, string name)
    {
        if (!execution.Node.Inputs.TryGetValue(name, out var input))
            return null;
        object? value;
        try
        {
            value = input.Expression is ConstantExpression constant ? constant.Value : input.Expression.Evaluate(run.Globals(execution));
        }
        catch (Exception error) when (error is not InputFault)
        {
            throw new InputFault(input.DisplayName, error);
        }
        (execution.Inputs ??= [])[input.Name] = value;
        return value;
    }

    protected static string? TextInput(BurstRun run, ActivityExecution execution, string name) =>
        Input(run, execution, name) is { } value ? VariableType.Text(value) : null;

    /// <summary>Elsa's reading of a condition: true, a number that is not zero, the text "true".</summary>
    protected static bool IsTrue(object? value) => value switch
    {
        bool flag => flag,
        double number => number != 0,
        string text => bool.TryParse(text, out var flag) && flag,
        _ => false,
    };

    protected static Dictionary<string, object?> Result(object? value) => new(1) { ["Result"] = value };

    protected const string Done = "Done";
    protected static readonly PortDescriptor[] DonePort = [new(Done, "完成")];
}
