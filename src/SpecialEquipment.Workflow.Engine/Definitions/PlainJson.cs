using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using SpecialEquipment.Workflow.Engine.Expressions;

namespace SpecialEquipment.Workflow.Engine.Definitions;

/// <summary>
/// Plain values (null, bool, double, string, DateTimeOffset, lists, dictionaries) to JSON and back. An instant is written as
/// <c>{"$date": …}</c> so that its type survives.
/// </summary>
public static class PlainJson
{
    private const string DateKey = "$date";
    internal static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static object? FromNode(JsonNode? node) => node switch
    {
        null => null,
        JsonObject map when map.Count == 1 && map[DateKey] is JsonValue date => DateTimeOffset.Parse(date.GetValue<string>(), System.Globalization.CultureInfo.InvariantCulture),
        JsonObject map => FromObject(map),
        JsonArray list => list.Select(FromNode).ToList(),
        JsonValue value => FromValue(value),
        _ => null,
    };

    private static Dictionary<string, object?> FromObject(JsonObject map)
    {
        var result = new Dictionary<string, object?>(map.Count);
        foreach (var (key, value) in map)
            result[key] = FromNode(value);
        return result;
    }

    private static object? FromValue(JsonValue value) => value.GetValueKind() switch
    {
        JsonValueKind.String => value.GetValue<string>(),
        JsonValueKind.Number => value.TryGetValue<double>(out var number) ? number : double.Parse(value.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <summary>Null when the text is not JSON.</summary>
    public static bool TryParse(string text, out object? value)
    {
        try
        {
            value = FromNode(JsonNode.Parse(text));
            return true;
        }
        catch (JsonException)
        {
            value = null;
            return false;
        }
    }

    public static JsonNode? ToNode(object? value) => JsonNode.Parse(ToText(value));

    public static string ToText(object? value)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>(256);
        using (var writer = new Utf8JsonWriter(buffer, Compact))
            Write(writer, value);
        return System.Text.Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null or Undefined or ScriptFunction: writer.WriteNullValue(); break;
            case string text: writer.WriteStringValue(text); break;
            case bool flag: writer.WriteBooleanValue(flag); break;
            case double number: WriteNumber(writer, number); break;
            case int or long or short or byte or float or uint: WriteNumber(writer, Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture)); break;
            case decimal money: writer.WriteNumberValue(money); break;
            case Guid guid: writer.WriteStringValue(guid); break;
            case DateTimeOffset instant:
                writer.WriteStartObject();
                writer.WriteString(DateKey, instant);
                writer.WriteEndObject();
                break;
            case JsonNode node: node.WriteTo(writer); break;
            case IReadOnlyDictionary<string, object?> map: WriteMap(writer, map); break;
            case IScriptObject live:
                writer.WriteStartObject();
                foreach (var name in live.Names)
                {
                    writer.WritePropertyName(name);
                    Write(writer, live.TryGet(name, out var member) ? member : null);
                }
                writer.WriteEndObject();
                break;
            case System.Collections.IEnumerable list:
                writer.WriteStartArray();
                foreach (var item in list)
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            default: writer.WriteStringValue(Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)); break;
        }
    }

    public static void WriteMap(Utf8JsonWriter writer, IReadOnlyDictionary<string, object?> map)
    {
        writer.WriteStartObject();
        foreach (var (key, member) in map)
        {
            writer.WritePropertyName(key);
            Write(writer, member);
        }
        writer.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter writer, double number)
    {
        if (double.IsFinite(number))
            writer.WriteNumberValue(number);
        else
            writer.WriteNullValue();
    }

    /// <summary>Reads the value the reader stands on; afterwards it stands on the value's last token.</summary>
    public static object? Read(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String: return reader.GetString();
            case JsonTokenType.Number: return reader.GetDouble();
            case JsonTokenType.True: return true;
            case JsonTokenType.False: return false;
            case JsonTokenType.StartArray:
                var list = new List<object?>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    list.Add(Read(ref reader));
                return list;
            case JsonTokenType.StartObject:
                var map = ReadMap(ref reader);
                return map.Count == 1 && map.TryGetValue(DateKey, out var date) && date is string text
                    ? DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture)
                    : map;
            default: return null;
        }
    }

    public static Dictionary<string, object?> ReadMap(ref Utf8JsonReader reader)
    {
        var map = new Dictionary<string, object?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var key = reader.GetString()!;
            reader.Read();
            map[key] = Read(ref reader);
        }
        return map;
    }
}
