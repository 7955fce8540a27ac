using System.Collections.Frozen;
using SpecialEquipment.Workflow.Engine.Expressions.BuiltIns;
using SpecialEquipment.Workflow.Engine.Expressions.Patterns;

namespace SpecialEquipment.Workflow.Engine.Expressions.Values;

internal sealed class JsRegExp(Pattern pattern) : JsObject
{
    public Pattern Pattern => pattern;

    /// <summary>Where the next search of a global or sticky expression begins.</summary>
    public double LastIndex { get; set; }

    public override string Class => "RegExp";

    protected override FrozenDictionary<string, BuiltIn> Methods => RegExpFunctions.Methods;

    public override bool TryGetOwn(string name, out object? value)
    {
        value = name switch
        {
            "source" => pattern.Source,
            "flags" => pattern.Flags,
            "lastIndex" => Numbers.Box(LastIndex),
            "global" => Coerce.Box(pattern.IsGlobal),
            "ignoreCase" => Coerce.Box(pattern.IgnoresCase),
            "multiline" => Coerce.Box(pattern.IsMultiline),
            "sticky" => Coerce.Box(pattern.IsSticky),
            "unicode" => Coerce.Box(pattern.IsUnicode),
            _ => null,
        };
        return value is not null || base.TryGetOwn(name, out value);
    }

    public override void Set(Run run, string name, object? value)
    {
        if (name == "lastIndex")
        {
            LastIndex = Math.Clamp(Coerce.ToInteger(run, value), 0, int.MaxValue);
        }
        else
        {
            base.Set(run, name, value);
        }
    }

    public override string ToString() => $"/{pattern.Source}/{pattern.Flags}";
}
