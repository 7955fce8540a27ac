using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using SpecialEquipment.Workflow.Capabilities.Shared.Documents;

namespace SpecialEquipment.Workflow.Capabilities.Documents;

/// <summary>Turns what a source supplied into the JSON that is stored and printed, and says what is missing.</summary>
internal static class FrozenFields
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private static readonly Dictionary<string, string> Methods = new() { ["SITE"] = "现场复查", ["DOCUMENTS"] = "资料复查" };
    private static readonly Dictionary<string, string> ServiceModes = new()
    {
        ["DIRECT"] = "直接送达", ["LEFT"] = "留置送达", ["ELECTRONIC"] = "电子送达", ["MAIL"] = "邮寄送达", ["ENTRUSTED"] = "委托送达", ["PUBLIC_NOTICE"] = "公告送达",
    };

    public static string ServiceModeName(string mode) => ServiceModes.GetValueOrDefault(mode, mode);

    public static JsonObject Freeze(DocumentTemplate template, DocumentFields fields, string organName, DateOnly signedOn)
    {
        var json = new JsonObject();
        foreach (var (name, text) in template.Defaults)
        {
            json[name] = text;
        }
        foreach (var (name, value) in fields.Values.Where(v => v.Value is not null))
        {
            json[name] = JsonSerializer.SerializeToNode(value, Json);
        }
        if (json["method"] is JsonValue method && Methods.TryGetValue(method.ToString(), out var methodName))
        {
            json["methodName"] = methodName;
        }
        json["title"] = fields.Title ?? template.Name;
        json["organName"] = fields.IssuedByUnit ?? organName;
        json["redHead"] = fields.IssuedByUnit is null;
        json["signDate"] = JsonSerializer.SerializeToNode(signedOn, Json);
        Put(json, "addressees", fields.Addressees);
        Put(json, "copyTo", fields.CopyTo);
        Put(json, "legalBasis", fields.LegalBasis);
        Put(json, "facts", fields.Facts);
        Put(json, "text", fields.Text);
        Put(json, "dueDate", fields.DueDate);
        Put(json, "signers", fields.Signers);
        Put(json, "links", fields.Links);
        return json;
    }

    public static JsonObject OfService(DocumentService service)
    {
        var json = JsonSerializer.SerializeToNode(service, Json)!.AsObject();
        json["modeName"] = ServiceModeName(service.Mode);
        // what proves it is printed with the note
        if (service.Proof?.Text is { Length: > 0 } proof)
        {
            json["note"] = string.IsNullOrWhiteSpace(service.Note) ? proof : $"{service.Note.TrimEnd('。', '；')}；{proof}";
        }
        return json;
    }

    public static ServiceView? ViewOfService(string? stored)
    {
        if (stored is null)
        {
            return null;
        }
        var service = JsonSerializer.Deserialize<DocumentService>(stored, Json)!;
        return new ServiceView(service.Mode, ServiceModeName(service.Mode), service.Receiver, service.ServedAt, service.Refused, service.Note, service.Proof?.Text is { Length: > 0 } proof ? proof : null);
    }

    public static IReadOnlyList<string> Missing(DocumentTemplate template, JsonObject fields, int signers)
    {
        var missing = template.Required.Where(name => fields[name] is not { } value || IsEmpty(value)).ToList();
        if (signers < template.LeastSigners && !missing.Contains("signers"))
        {
            missing.Add("signers");
        }
        return missing;
    }

    private static bool IsEmpty(JsonNode value) => value switch
    {
        JsonArray list => list.Count == 0,
        JsonValue text when text.GetValueKind() == JsonValueKind.String => text.ToString().Trim().Length == 0,
        _ => false,
    };

    /// <summary>An absent value leaves the template's standing text in place.</summary>
    private static void Put<T>(JsonObject json, string name, T? value)
    {
        var node = JsonSerializer.SerializeToNode(value, Json);
        if (node is not null && !IsEmpty(node))
        {
            json[name] = node;
        }
    }
}
