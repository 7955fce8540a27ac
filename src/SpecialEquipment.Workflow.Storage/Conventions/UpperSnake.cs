using System.Collections.Concurrent;
using System.Text;

namespace SpecialEquipment.Workflow.Storage.Conventions;

/// <summary><c>PlanPending</c> ⇄ <c>PLAN_PENDING</c>.</summary>
public static class UpperSnake
{
    public static string From<T>(T value) where T : struct, Enum => Names<T>.ByValue[value];
    public static T To<T>(string name) where T : struct, Enum =>
        Names<T>.ByName.TryGetValue(name, out var value) ? value : throw new FormatException($"{name} is not one of {typeof(T).Name}");

    public static bool TryTo<T>(string name, out T value) where T : struct, Enum => Names<T>.ByName.TryGetValue(name, out value);

    public static string From(string pascalCase) => Snake(pascalCase).ToUpperInvariant();

    /// <summary><c>OpenIncidents</c> → <c>open_incidents</c>; runs of capitals stay together (<c>HTMLBody</c> → <c>html_body</c>).</summary>
    public static string Snake(string name) => Cache.GetOrAdd(name, static text =>
    {
        var result = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var startsWord = i > 0 && char.IsUpper(text[i]) && text[i - 1] != '_'
                && (!char.IsUpper(text[i - 1]) || (i + 1 < text.Length && char.IsLower(text[i + 1])));
            if (startsWord)
                result.Append('_');
            result.Append(char.ToLowerInvariant(text[i]));
        }
        return result.ToString();
    });

    private static readonly ConcurrentDictionary<string, string> Cache = new(StringComparer.Ordinal);

    private static class Names<T> where T : struct, Enum
    {
        public static readonly Dictionary<T, string> ByValue = Enum.GetValues<T>().Distinct().ToDictionary(v => v, v => From(v.ToString()));
        public static readonly Dictionary<string, T> ByName = ByValue.ToDictionary(p => p.Value, p => p.Key, StringComparer.Ordinal);
    }
}
