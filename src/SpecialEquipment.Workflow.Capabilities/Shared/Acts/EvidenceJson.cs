using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Acts;

/// <summary>How plain data is written down: camelCase names as given, Chinese unescaped, enums UPPER_SNAKE.</summary>
internal static class EvidenceJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
    };

    /// <summary>Back to the plain values the engine speaks: null, bool, double, string, lists, dictionaries.</summary>
    public static Dictionary<string, object?> ReadPlain(string json)
    {
        using var document = JsonDocument.Parse(json);
        return (Dictionary<string, object?>)Plain(document.RootElement)!;
    }

    private static object? Plain(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().ToDictionary(p => p.Name, p => Plain(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().Select(Plain).ToList(),
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };
}
