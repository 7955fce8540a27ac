using System.Text.Json;
using System.Text.RegularExpressions;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Deadlines;

/// <summary>Finds amounts of law and policy that stand where they must not: in code or in a flow instead of in the policy data.</summary>
internal static partial class LegalAmounts
{
    private static readonly string[] Units = ["HOUR", "CALENDAR_DAY", "WORKING_DAY", "MONTH", "Hour", "CalendarDay", "WorkingDay", "Month"];

    /// <summary>Lines of C# that spell out a length of days, hours or months. One day or month to step through a calendar is no amount of law.</summary>
    /// <remarks>A lifetime of the machine (a session, a lease) says so on its line: <c>// machine time</c>.</remarks>
    public static IEnumerable<string> InCode(string source)
    {
        var lines = source.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var code = lines[i].TrimStart();
            if (code.StartsWith("//", StringComparison.Ordinal) || code.StartsWith('*') || code.Contains("// machine time", StringComparison.Ordinal))
            {
                continue;
            }

            if (Span().IsMatch(code) || Limit().IsMatch(code) || Step().Matches(code).Any(m => m.Groups["n"].Value != "1"))
            {
                yield return $"{i + 1}: {code.Trim()}";
            }
        }
    }

    /// <summary>Places in a flow definition where a number stands beside a unit of days or hours, or a wait is spelt out.</summary>
    public static IEnumerable<string> InFlow(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. Search(document.RootElement, "$")];
    }

    private static IEnumerable<string> Search(JsonElement at, string path)
    {
        switch (at.ValueKind)
        {
            case JsonValueKind.Object:
                var hasUnit = at.EnumerateObject().Any(p => p.Name.Contains("unit", StringComparison.OrdinalIgnoreCase) && Units.Contains(Literal(p.Value)));
                foreach (var member in at.EnumerateObject())
                {
                    var names = member.Name.Contains("amount", StringComparison.OrdinalIgnoreCase) || DaysName().IsMatch(member.Name);
                    if ((hasUnit || names) && decimal.TryParse(Literal(member.Value), out var number) && number != 0 && (names || member.Name.Equals("value", StringComparison.OrdinalIgnoreCase)))
                    {
                        yield return $"{path}.{member.Name} = {number}";
                    }

                    foreach (var found in Search(member.Value, $"{path}.{member.Name}"))
                    {
                        yield return found;
                    }
                }

                break;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in at.EnumerateArray())
                {
                    foreach (var found in Search(item, $"{path}[{index}]"))
                    {
                        yield return found;
                    }

                    index++;
                }

                break;
            case JsonValueKind.String when Wait().IsMatch(at.GetString()!) || Script().IsMatch(at.GetString()!):
                yield return $"{path} = {at.GetString()}";
                break;
        }
    }

    /// <summary>The plain text of a member, also inside the designer's <c>{ "expression": { "type": "Literal", "value": … } }</c>.</summary>
    private static string? Literal(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.Object when value.TryGetProperty("expression", out var expression) && expression.ValueKind == JsonValueKind.Object
            && expression.TryGetProperty("value", out var inner) => Literal(inner),
        _ => null,
    };

    [GeneratedRegex(@"TimeSpan\.From(Days|Hours)\(\s*-?\d")]
    private static partial Regex Span();

    [GeneratedRegex(@"\.Add(Days|WorkingDays|Hours|Months|Years)\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*?(?<![\w.])-?(?<n>\d+)\s*\)")]
    private static partial Regex Step();

    [GeneratedRegex(@"new TimeLimit\(\s*-?\d")]
    private static partial Regex Limit();

    [GeneratedRegex(@"^(working|calendar)?_?(days|hours|months)$", RegexOptions.IgnoreCase)]
    private static partial Regex DaysName();

    [GeneratedRegex(@"^(-?P\d+[DWMY]\S*|-?PT\d+H\S*|\d+\.\d\d:\d\d:\d\d|(0?[1-9]|1\d|2[0-3]):\d\d:\d\d)$")]
    private static partial Regex Wait();

    [GeneratedRegex(@"\badd(Working)?(Days|Hours|Months)\([^()]*,\s*-?\d", RegexOptions.IgnoreCase)]
    private static partial Regex Script();
}
