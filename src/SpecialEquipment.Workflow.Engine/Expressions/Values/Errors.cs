using System.Collections.Frozen;
using SpecialEquipment.Workflow.Engine.Expressions.BuiltIns;
using SpecialEquipment.Workflow.Engine.Expressions.Syntax;

namespace SpecialEquipment.Workflow.Engine.Expressions.Values;

/// <summary>A JavaScript value on its way from <c>throw</c> to <c>catch</c>.</summary>
internal sealed class ScriptThrow(object? value, Position at) : Exception
{
    public object? Value { get; } = value;

    public Position At { get; } = at;
}

internal static class Errors
{
    public static ScriptThrow Type(Run run, string message) => Make(run, "TypeError", message, run.At);

    public static ScriptThrow Type(Run run, Position at, string message) => Make(run, "TypeError", message, at);

    public static ScriptThrow Range(Run run, string message) => Make(run, "RangeError", message, run.At);

    public static ScriptThrow Reference(Run run, Position at, string message) => Make(run, "ReferenceError", message, at);

    public static ScriptThrow Syntax(Run run, string message) => Make(run, "SyntaxError", message, run.At);

    public static ScriptThrow Make(Run run, string name, string message, Position at)
    {
        run.Spend(32);
        return new ScriptThrow(new JsError(name, message), at);
    }

    /// <summary>
    /// What becomes of an exception of the engine: a refusal without position is an error that scripts can catch; a fault passes them, but the reader learns
    /// where it was called.
    /// </summary>
    public static Exception FromHost(Run run, Exception exception) => exception is ScriptRuntimeException refusal
        ? Make(run, refusal.ErrorName, refusal.Message, run.At)
        : new ScriptRuntimeException(run.At.Line, run.At.Column, exception.Message, "Error", exception);

    public static bool IsOfHost(Exception exception) =>
        exception is not (ScriptLimitException or ScriptThrow or OperationCanceledException or ScriptRuntimeException { Line: > 0 });

    /// <summary>What leaves the interpreter when nobody in the script caught it.</summary>
    public static ScriptRuntimeException Outward(Run run, ScriptThrow thrown)
    {
        var (name, message) = thrown.Value is JsError error ? (error.Name, error.Message) : ("Error", Describe(run, thrown.Value));
        return new ScriptRuntimeException(thrown.At.Line, thrown.At.Column, message.Length == 0 ? name : message, name);
    }

    /// <summary>A short name for a value in an error message.</summary>
    public static string Describe(Run run, object? value)
    {
        try
        {
            var text = value is JsFunction function ? $"function {function.Name}" : Coerce.ToText(run, value);
            return text.Length > 200 ? text[..200] + "…" : text;
        }
        catch (ScriptThrow)
        {
            return Coerce.TypeOf(value);
        }
    }
}

internal sealed class JsError(string name, string message) : JsObject
{
    /// <summary>The constructor that made it; <see cref="Name"/> can be changed.</summary>
    public string Kind { get; } = name;

    public string Name { get; private set; } = name;

    public string Message { get; private set; } = message;

    public override string Class => "Error";

    protected override FrozenDictionary<string, BuiltIn> Methods => ErrorMethods.All;

    public override bool TryGetOwn(string name, out object? value)
    {
        value = name switch { "name" => Name, "message" => Message, "stack" => ToString(), _ => null };
        return value is not null || base.TryGetOwn(name, out value);
    }

    public override void Set(Run run, string name, object? value)
    {
        switch (name)
        {
            case "name": Name = Coerce.ToText(run, value); break;
            case "message": Message = Coerce.ToText(run, value); break;
            default: base.Set(run, name, value); break;
        }
    }

    public override string ToString() => Message.Length == 0 ? Name : Name.Length == 0 ? Message : $"{Name}: {Message}";
}
