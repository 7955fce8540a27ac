namespace SpecialEquipment.Workflow.Engine.Expressions;

/// <summary>
/// One use of a name that the program does not declare: the engine must give it. <see cref="Path"/> is the first member behind it when it can be read
/// off the source (<c>variables.X</c>, <c>variables['X']</c>, <c>const {X} = variables</c>).
/// </summary>
public sealed record ScriptName(string Name, string? Path, int Line, int Column)
{
    /// <summary>The operand of <c>typeof</c>: an unknown name is legal there and gives "undefined".</summary>
    public bool IsTested { get; init; }

    /// <summary>The name, or the member in <see cref="Path"/>, is assigned.</summary>
    public bool IsWritten { get; init; }

    /// <summary>The first argument when the name is called with a string literal: <c>getVariable('X')</c>, <c>getOutputFrom('a1')</c>.</summary>
    public string? Argument { get; init; }
}
