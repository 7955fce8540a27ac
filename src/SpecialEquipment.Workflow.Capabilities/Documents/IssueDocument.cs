using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Documents;
using SpecialEquipment.Workflow.Capabilities.Shared.Holds;

namespace SpecialEquipment.Workflow.Capabilities.Documents;

/// <summary>Collects the fields from whoever owns the facts, takes the number, freezes the page. One transaction with the act or flow step that asks.</summary>
internal sealed class IssueDocument(TemplateCatalogue templates, IOfficialNumbers numbers, IDirectory directory, ActContext act) : IDocumentIssuer
{
    public async Task<Result<IssuedDocument>> IssueAsync(IssueRequest request, DocumentReading reading, CancellationToken cancellation)
    {
        if (templates.Find(request.Template) is not { } template)
        {
            return Rejection.Form("documents.no-such-template", $"未找到文书模板 {request.Template}。", new FieldObjection("template", "已有的文书模板", request.Template));
        }
        var source = reading.Services.GetServices<IDocumentSource>().FirstOrDefault(s => s.Supports(template.Code));
        if (source is null)
        {
            return Rejection.Form("documents.no-source", $"没有业务为《{template.Name}》提供内容。");
        }
        var fields = await source.ReadAsync(template.Code, request.MatterId, reading, cancellation);
        if (await directory.FindDepartmentAsync(fields.RegionCode, fields.DepartmentCode, cancellation) is not { } organ)
        {
            return Rejection.Form("documents.no-organ", $"未找到 {fields.RegionCode} 的发文机关 {fields.DepartmentCode}。");
        }
        var frozen = FrozenFields.Freeze(template, fields, organ.Name, SignedOn(request, fields, reading.Now));
        var missing = FrozenFields.Missing(template, frozen, fields.Signers.Count);
        if (missing.Count > 0)
        {
            return Rejection.Form(
                "documents.field-missing", $"《{template.Name}》缺少必填内容：{string.Join("、", missing)}。",
                [.. missing.Select(name => new FieldObjection(name, name == "signers" && template.LeastSigners > 0 ? $"至少 {template.LeastSigners} 名签署人" : "必填", "（空）"))]);
        }
        if (fields.Service is { } service && service.ServedAt > reading.Now)
        {
            return Rejection.Form("documents.service-wrong", "送达时间应不晚于当前时间。", new FieldObjection("service.servedAt", $"不晚于 {ShanghaiTime.Text(reading.Now)}", ShanghaiTime.Text(service.ServedAt)));
        }
        var document = await StoreAsync(request with { Serve = request.Serve && fields.Service is not null }, template, fields, frozen, organ, reading, cancellation);
        return new IssuedDocument(document.Id, document.Number!, document.Template, document.Title, document.IssuedAt, document.ServedAt);
    }

    private static DateOnly SignedOn(IssueRequest request, DocumentFields fields, DateTimeOffset now) =>
        ShanghaiTime.DateOf(request.Serve && fields.Service is { } service && service.ServedAt < now ? service.ServedAt : now);

    public async Task<Result<IssuedDocument>> ServeNewestAsync(Guid matterId, string template, DocumentService service, ActContext act, CancellationToken cancellation)
    {
        var document = await act.Db.Set<OfficialDocument>().Where(d => d.MatterId == matterId && d.Template == template && d.State == DocumentState.Issued)
            .OrderByDescending(d => d.Key).FirstOrDefaultAsync(cancellation);
        if (document is null)
        {
            return Rejection.Conflict("documents.none-to-serve", $"没有已制发、未送达的《{templates.NameOf(template)}》。");
        }
        ServeDocument.Write(document, service, act);
        return new IssuedDocument(document.Id, document.Number!, document.Template, document.Title, document.IssuedAt, document.ServedAt);
    }

    private async Task<OfficialDocument> StoreAsync(
        IssueRequest request, DocumentTemplate template, DocumentFields fields, JsonObject frozen, DepartmentView organ, DocumentReading reading,
        CancellationToken cancellation)
    {
        var year = ShanghaiTime.DateOf(reading.Now).Year;
        var document = new OfficialDocument
        {
            Id = Guid.CreateVersion7(reading.Now),
            Number = await numbers.NextAsync(reading.Db, organ.RegionCode, organ.Code, template.NumberKind, year, cancellation),
            Template = template.Code, MatterId = request.MatterId, Title = frozen["title"]!.ToString(), OrganName = frozen["organName"]!.ToString(),
            RegionCode = organ.RegionCode, DepartmentCode = organ.Code, UnitName = ArchiveText.UnitOf(frozen), SearchText = ArchiveText.Of(frozen),
            Fields = frozen.ToJsonString(FrozenFields.Json), DueDate = fields.DueDate,
            State = request.Serve ? DocumentState.Served : DocumentState.Issued, IssuedAt = reading.Now,
            ServedAt = request.Serve ? fields.Service!.ServedAt : null,
            Service = request.Serve ? FrozenFields.OfService(fields.Service!).ToJsonString(FrozenFields.Json) : null, Version = 1,
        };
        reading.Db.Add(document);
        await reading.Db.NameHoldsAsync(request.MatterId, template.Code, document.Id, document.Number, cancellation);
        act.Record(new LedgerFact(request.MatterId, "issue-document", $"{(request.Serve ? "制发并送达" : "制发")}《{document.Title}》{document.Number}")
        {
            Kind = "document", DocumentId = document.Id,
            Detail = new Dictionary<string, object?> { ["template"] = template.Code, ["number"] = document.Number, ["fields"] = JsonSerializer.SerializeToElement(frozen) },
        });
        return document;
    }
}
