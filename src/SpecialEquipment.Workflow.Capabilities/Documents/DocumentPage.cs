using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;

namespace SpecialEquipment.Workflow.Capabilities.Documents;

/// <summary>The printable A4 page of a document: frozen fields, its service if served, its voiding if void.</summary>
public sealed class DocumentPage(TemplateCatalogue templates)
{
    /// <summary>The page brings its own style and nothing else; nothing in it may run or load.</summary>
    public string ContentSecurityPolicy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(templates.Style)))}'; "
        + "frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

    public string Render(OfficialDocument document)
    {
        var fields = JsonNode.Parse(document.Fields)!.AsObject();
        fields["number"] = document.Number ?? "（编号于签发时取得）";
        fields["isDraft"] = document.State == DocumentState.Draft;
        fields["isVoid"] = document.State == DocumentState.Void;
        if (document.Service is not null)
        {
            fields["service"] = JsonNode.Parse(document.Service);
        }
        if (document.VoidedAt is { } voidedAt)
        {
            fields["voidedOn"] = ShanghaiTime.Text(ShanghaiTime.DateOf(voidedAt));
            fields["voidedBy"] = document.VoidedBy;
            fields["voidReason"] = document.VoidReason;
        }
        var values = JsonSerializer.SerializeToElement(fields);
        return templates.Layout.Render(values, new Dictionary<string, string>
        {
            ["style"] = templates.Style,
            ["body"] = templates.PageOf(document.Template).Render(values),
        });
    }
}
