using SpecialEquipment.Workflow.Engine.Expressions.Values;

namespace SpecialEquipment.Workflow.Engine.Expressions.BuiltIns;

/// <summary><c>instanceof</c>, which here asks for the kind of a value: there are no prototypes.</summary>
internal static class Kinds
{
    public static string Name(object? value) => value switch
    {
        JsObject o => o.Class,
        string => "String",
        double => "Number",
        bool => "Boolean",
        null => "Null",
        _ => "Undefined",
    };

    public static bool IsInstance(Run run, object? value, object? constructor)
    {
        if (constructor is not JsFunction function)
        {
            throw Errors.Type(run, "Right-hand side of 'instanceof' is not callable");
        }

        return value is JsObject target && function is BuiltIn && function.Name switch
        {
            "Object" => true,
            "Error" => target is JsError,
            "Function" or "Array" or "Date" or "Map" or "Set" or "RegExp" => target.Class == function.Name,
            var kind => target is JsError error && error.Kind == kind,
        };
    }
}
