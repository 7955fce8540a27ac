using System.Globalization;
using System.Text.Json;
using SpecialEquipment.Workflow.Engine.Expressions;

namespace SpecialEquipment.Workflow.Engine.Tests.Expressions;

/// <summary>Programs/expected.json holds what node makes of a thousand programs; the interpreter must make the same of them.</summary>
public class ProgramTests
{
    private static readonly JsonElement[] Programs = Load();

    public static TheoryData<string> Sources() => [.. Programs.Select(p => p.GetProperty("source").GetString()!)];

    [Theory]
    [MemberData(nameof(Sources))]
    public void Gives_what_node_gives(string source)
    {
        var expected = Programs.First(p => p.GetProperty("source").GetString() == source);
        Assert.Equal(Describe(expected), Run(source, expected));
    }

    private static string Run(string source, JsonElement expected)
    {
        try
        {
            return Describe(Globals.Evaluate(source));
        }
        catch (ScriptSyntaxException)
        {
            return "syntax error";
        }
        catch (ScriptRuntimeException e)
        {
            return expected.TryGetProperty("error", out _) && !expected.TryGetProperty("message", out _) ? $"{e.ErrorName}: " : $"{e.ErrorName}: {e.Message}";
        }
    }

    private static string Describe(JsonElement expected) =>
        expected.TryGetProperty("syntaxError", out _) ? "syntax error"
        : expected.TryGetProperty("error", out var error) ? $"{error.GetString()}: {(expected.TryGetProperty("message", out var message) ? message.GetString() : "")}"
        : Value(expected.GetProperty("result"));

    private static string Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object when value.TryGetProperty("$", out var special) => special.GetString()!,
        JsonValueKind.Object when value.TryGetProperty("$date", out var date) => "date " + date.GetString(),
        JsonValueKind.Object => $"{{{string.Join(", ", value.GetProperty("$members").EnumerateArray().Select(m => $"{m[0].GetString()}: {Value(m[1])}"))}}}",
        JsonValueKind.Array => $"[{string.Join(", ", value.EnumerateArray().Select(Value))}]",
        JsonValueKind.String => $"\"{value.GetString()}\"",
        JsonValueKind.Number => Number(value.GetDouble()),
        _ => value.GetRawText(),
    };

    private static string Describe(object? value) => value switch
    {
        null => "null",
        bool b => b ? "true" : "false",
        string s => $"\"{s}\"",
        double d => double.IsNaN(d) ? "NaN" : double.IsInfinity(d) ? d > 0 ? "Infinity" : "-Infinity" : d == 0 && double.IsNegative(d) ? "-0" : Number(d),
        DateTimeOffset instant => "date " + instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        IReadOnlyDictionary<string, object?> members => $"{{{string.Join(", ", members.Select(m => $"{m.Key}: {Describe(m.Value)}"))}}}",
        IReadOnlyList<object?> items => $"[{string.Join(", ", items.Select(Describe))}]",
        _ => value.ToString()!,
    };

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static JsonElement[] Load()
    {
        using var file = typeof(ProgramTests).Assembly.GetManifestResourceStream("programs.json")!;
        return [.. JsonDocument.Parse(file).RootElement.EnumerateArray().Select(e => e.Clone())];
    }
}
