namespace SpecialEquipment.Workflow.Engine.Definitions;

public enum ProblemSeverity
{
    /// <summary>The definition can be published; the designer is told.</summary>
    Warning,

    /// <summary>Publishing is refused.</summary>
    Error,
}

/// <summary>Something wrong with a definition, for the person who designs it.</summary>
/// <param name="Message">Chinese sentence naming the activity.</param>
/// <param name="Line">Line in the expression, from 1; null when the problem is not in an expression.</param>
public sealed record DefinitionProblem(string Code, ProblemSeverity Severity, string? ActivityId, string Message, int? Line = null, int? Column = null);
