using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage;
using SpecialEquipment.Workflow.Storage.Conventions;

namespace SpecialEquipment.Workflow.Capabilities.Documents;

/// <summary>Filters of the archive of documents.</summary>
public sealed record DocumentFilter
{
    /// <summary>Beginning of a number, or words of title and unit.</summary>
    [FromQuery(Name = "q")] public string? Q { get; init; }

    /// <summary>Template codes, separated by commas.</summary>
    [FromQuery(Name = "kind")] public string? Kind { get; init; }
    [FromQuery(Name = "state")] public string? State { get; init; }

    /// <summary>First and last day of issue, yyyy-MM-dd.</summary>
    [FromQuery(Name = "from")] public string? From { get; init; }
    [FromQuery(Name = "to")] public string? To { get; init; }
    [FromQuery(Name = "region")] public string? Region { get; init; }
    [FromQuery(Name = "matterId")] public Guid? MatterId { get; init; }
    [FromQuery(Name = "limit")] public int? Limit { get; init; }
    [FromQuery(Name = "after")] public string? After { get; init; }
}

/// <summary>GET /documents: the archive, newest first, of the matters one may see (DESIGN D9, D12).</summary>
internal static class FindDocuments
{
    public sealed record DocumentRow(
        Guid Id, string Kind, string KindName, string? Number, string Title, string State, string StateName, string OrganName, string? UnitName, Guid MatterId,
        string? MatterNumber, DateTimeOffset IssuedAt, DateTimeOffset? ServedAt, DateOnly? DueDate, Guid? CorrectsId, Guid? CorrectedById, long Version);

    public sealed record DocumentKind(string Code, string Name);

    internal sealed class Found
    {
        public required OfficialDocument Document { get; init; }
        public required string? MatterNumber { get; init; }
    }

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/documents", async (
                [AsParameters] DocumentFilter filter, HttpContext http, WorkflowDbContext db, [FromServices] MatterAccess access, IDirectory directory, TemplateCatalogue templates,
                IActorSource actors, CancellationToken cancellation) =>
                (await DoAsync(filter, await actors.CurrentAsync(http, cancellation), db, access, directory, templates, cancellation)).ToHttp())
            .RequireAuthorization(Policies.SignedIn).WithName("find-documents").WithTags("documents").WithSummary("文书档案")
            .Produces<ListPage<DocumentRow>>().ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapGet("/documents/kinds", (TemplateCatalogue templates) => templates.All.Select(t => new DocumentKind(t.Code, t.Name)))
            .RequireAuthorization(Policies.SignedIn).WithName("list-document-kinds").WithTags("documents").WithSummary("文书种类");
    }

    internal static async Task<Result<ListPage<DocumentRow>>> DoAsync(
        DocumentFilter filter, Actor actor, WorkflowDbContext db, MatterAccess access, IDirectory directory, TemplateCatalogue templates, CancellationToken cancellation)
    {
        var rows = await QueryAsync(filter, actor, db, access, directory, templates, cancellation);
        if (rows.IsRejected)
        {
            return rows.Rejection!;
        }
        var limit = ListPages.Limit(filter.Limit);
        var total = await rows.Value.Select(r => r.Document.Key).CountToCapAsync(cancellation);
        var after = long.TryParse(filter.After, NumberStyles.None, CultureInfo.InvariantCulture, out var key) ? key : long.MaxValue;
        var page = await rows.Value.Where(r => r.Document.Key < after).OrderByDescending(r => r.Document.Key).Take(limit + 1).ToListAsync(cancellation);
        return ListPages.Of(page, limit, total, r => r.Document.Key.ToString(CultureInfo.InvariantCulture), r => View(r, templates));
    }

    /// <summary>What the filter leaves of the archive of the matters one may see; the page and the export ask the same.</summary>
    internal static async Task<Result<IQueryable<Found>>> QueryAsync(
        DocumentFilter filter, Actor actor, WorkflowDbContext db, MatterAccess access, IDirectory directory, TemplateCatalogue templates, CancellationToken cancellation)
    {
        var objections = new Objections();
        var matters = await access.VisibleAsync(db, actor, cancellation);
        if (filter.Region is { Length: > 0 } region)
        {
            var codes = (await directory.SubtreeAsync(region, cancellation)).ToArray();
            matters = matters.Where(m => codes.Contains(m.RegionCode));
        }
        var documents = Searched(Narrowed(db.Set<OfficialDocument>().AsNoTracking(), filter, templates, objections), filter.Q);
        if (actor.EnterpriseId is not null)
        {
            var internals = templates.InternalCodes.ToArray();
            documents = documents.Where(d => d.State != DocumentState.Draft && !internals.Contains(d.Template)); // the organ's own affair
        }
        return objections.Any
            ? new Rejection("documents.filter", "筛选条件不正确。") { Errors = objections.List }
            : Result<IQueryable<Found>>.Of(documents.Join(matters, d => d.MatterId, m => m.Id, (d, m) => new Found { Document = d, MatterNumber = m.Number }));
    }

    private static IQueryable<OfficialDocument> Narrowed(IQueryable<OfficialDocument> documents, DocumentFilter filter, TemplateCatalogue templates, Objections objections)
    {
        if (Words(filter.Kind) is { Length: > 0 } kinds)
        {
            foreach (var unknown in kinds.Where(k => templates.Find(k) is null))
            {
                objections.Add("kind", "应为文书种类代码", $"实际为“{unknown}”");
            }
            documents = documents.Where(d => kinds.Contains(d.Template));
        }
        if (Words(filter.State) is { Length: > 0 } codes)
        {
            var states = new List<DocumentState>();
            foreach (var code in codes)
            {
                if (UpperSnake.TryTo<DocumentState>(code, out var state))
                {
                    states.Add(state);
                }
                else
                {
                    objections.Add("state", "应为 DRAFT、ISSUED、SERVED 或 VOID", $"实际为“{code}”");
                }
            }
            documents = documents.Where(d => states.Contains(d.State));
        }
        if (Day(filter.From, "from", objections) is { } from)
        {
            var start = ShanghaiTime.StartOf(from);
            documents = documents.Where(d => d.IssuedAt >= start);
        }
        if (Day(filter.To, "to", objections) is { } to)
        {
            var end = to == DateOnly.MaxValue ? DateTimeOffset.MaxValue : ShanghaiTime.StartOf(to.AddDays(1));
            documents = documents.Where(d => d.IssuedAt < end);
        }
        return filter.MatterId is { } matter ? documents.Where(d => d.MatterId == matter) : documents;
    }

    /// <summary>Each word must stand in title or unit, or begin the number.</summary>
    private static IQueryable<OfficialDocument> Searched(IQueryable<OfficialDocument> documents, string? words)
    {
        foreach (var word in (words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(5))
        {
            var upper = word.ToUpperInvariant();
            documents = documents.Where(d => d.Number!.StartsWith(word) || d.SearchText.Contains(upper));
        }
        return documents;
    }

    private static string[] Words(string? list) => (list ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static DateOnly? Day(string? text, string field, Objections objections)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year > 1)
        {
            return day;
        }
        objections.Add(field, "应为 yyyy-MM-dd 形式的日期", $"实际为“{text}”");
        return null;
    }

    internal static DocumentRow View(Found row, TemplateCatalogue templates)
    {
        var d = row.Document;
        return new DocumentRow(
            d.Id, d.Template, templates.NameOf(d.Template), d.Number, d.Title, UpperSnake.From(d.State), StateNames.Of(d.State), d.OrganName, d.UnitName, d.MatterId,
            row.MatterNumber, d.IssuedAt, d.ServedAt, d.DueDate, d.CorrectsId, d.CorrectedById, d.Version);
    }
}
