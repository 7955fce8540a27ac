using System.Globalization;
using SpecialEquipment.Workflow.Engine.Expressions;

namespace SpecialEquipment.Workflow.Engine.Tests.Expressions;

/// <summary>The globals that the programs of Programs/generate.mjs have.</summary>
internal sealed class Globals : IScriptScope
{
    private readonly Dictionary<string, object?> values = new(StringComparer.Ordinal);

    public DateTimeOffset Now => new(2026, 2, 10, 1, 30, 0, TimeSpan.Zero);

    public object? this[string name]
    {
        set => values[name] = value;
    }

    public bool TryGet(string name, out object? value) => values.TryGetValue(name, out value);

    public static Globals Usual() => new()
    {
        ["getN"] = (ScriptFunction)(_ => 41),
        ["getName"] = (ScriptFunction)(_ => "示例单位"),
        ["getList"] = (ScriptFunction)(_ => new object?[] { 3, 1L, 2m }),
        ["getObject"] = (ScriptFunction)(_ => new Dictionary<string, object?>
        {
            ["k"] = new Dictionary<string, object?> { ["m"] = "v" },
            ["list"] = new object?[] { 1, new Dictionary<string, object?> { ["a"] = null } },
        }),
        ["getNull"] = (ScriptFunction)(_ => null),
        ["getDate"] = (ScriptFunction)(_ => DateTimeOffset.Parse("2026-02-10T00:00:00+08:00", CultureInfo.InvariantCulture)),
        ["variables"] = new Variables { ["X"] = 1, ["单位名称"] = "示例单位", ["List"] = new object?[] { "a", "b" } },
    };

    public static object? Evaluate(string source, ScriptLimits? limits = null) =>
        ScriptProgram.Parse(source).Evaluate(Usual(), limits ?? Generous);

    /// <summary>For tests that are not about time: a busy machine must not fail them.</summary>
    public static readonly ScriptLimits Generous = new(MaxMilliseconds: 20_000);
}

/// <summary>Any name can be written except those that begin with a lock.</summary>
internal sealed class Variables : Dictionary<string, object?>, IScriptObject
{
    public IEnumerable<string> Names => Keys;

    public bool TryGet(string name, out object? value) => TryGetValue(name, out value);

    public bool TrySet(string name, object? value)
    {
        if (name.StartsWith("locked", StringComparison.Ordinal))
        {
            return false;
        }

        this[name] = value;
        return true;
    }
}
