using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Documents;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage.Conventions;

namespace SpecialEquipment.Workflow.Capabilities.Documents;

/// <summary>
/// The approver issues a drafted correction: it takes a number of its own, and in the same act the wrong document becomes void and names
/// the one that stands in its place (E20). Whoever drafted it does not issue it. It has to be served anew.
/// </summary>
internal static class IssueCorrection
{
    public sealed record Form(long Version);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/documents/{id:guid}/issue", async (Guid id, Form form, HttpContext http, IActRing ring, IActorSource actors, CancellationToken cancellation) =>
            {
                var actor = await actors.CurrentAsync(http, cancellation);
                return (await ring.RunAsync("documents/issue", actor, (act, token) => DoAsync(id, form, act, token), cancellation: cancellation)).ToHttp();
            })
            .RequireAuthorization(Policies.Officials).WithName("issue-correction").WithTags("documents").WithSummary("签发更正文书").Produces<ServeDocument.Receipt>();

    internal static async Task<Result<ServeDocument.Receipt>> DoAsync(Guid id, Form form, ActContext act, CancellationToken cancellation)
    {
        var found = await Refusals.FindAsync(id, form.Version, act, cancellation);
        if (found.IsRejected)
        {
            return found.Rejection!;
        }
        var draft = found.Value;
        if (!await Refusals.HandlesAsync(draft, act, [PostKinds.Approver], cancellation))
        {
            return Rejection.Forbidden("documents.only-approvers-issue", "更正文书应由审批人签发。");
        }
        if (draft is not { State: DocumentState.Draft, CorrectsId: { } wrongId })
        {
            return Refusals.WrongState("应为更正草稿", draft);
        }
        if (draft.DraftedById == act.Actor.UserId)
        {
            return Rejection.Forbidden("documents.drafter-does-not-issue", "更正文书应由拟制人以外的审批人签发。");
        }
        var wrong = await act.Db.Set<OfficialDocument>().SingleAsync(d => d.Id == wrongId, cancellation);
        if (wrong.State == DocumentState.Void)
        {
            return Refusals.WrongState("被更正的文书应为有效的文书", wrong);
        }
        await IssueAsync(draft, act, cancellation);
        VoidDocument.Do(wrong, $"{draft.CorrectionReason}（由{draft.Number}更正代替）", act);
        wrong.CorrectedById = draft.Id;
        return new ServeDocument.Receipt(draft.Id, draft.Number, UpperSnake.From(draft.State), draft.ServedAt, draft.Version);
    }

    private static async Task IssueAsync(OfficialDocument draft, ActContext act, CancellationToken cancellation)
    {
        var today = ShanghaiTime.DateOf(act.Now);
        var (region, department) = await SeriesAsync(draft, act, cancellation);
        var kind = act.Services.GetRequiredService<TemplateCatalogue>().Find(draft.Template)!.NumberKind;
        draft.Number = await act.Services.GetRequiredService<IOfficialNumbers>().NextAsync(act.Db, region, department, kind, today.Year, cancellation);
        var fields = JsonNode.Parse(draft.Fields)!.AsObject();
        fields["signDate"] = JsonSerializer.SerializeToNode(today, FrozenFields.Json);
        draft.Fields = fields.ToJsonString(FrozenFields.Json);
        draft.State = DocumentState.Issued;
        draft.IssuedAt = act.Now;
        draft.Version++;
        act.Record(new LedgerFact(draft.MatterId, "issue-correction", $"签发更正文书《{draft.Title}》{draft.Number}")
        {
            Kind = "document", DocumentId = draft.Id,
            Detail = new Dictionary<string, object?> { ["number"] = draft.Number, ["corrects"] = draft.CorrectsId, ["fields"] = JsonSerializer.SerializeToElement(fields) },
        });
        act.Raise("DocumentCorrected", draft.MatterId, new Dictionary<string, object?>
        {
            ["documentId"] = draft.Id.ToString("D"), ["template"] = draft.Template, ["corrects"] = draft.CorrectsId?.ToString("D"),
        });
    }

    /// <summary>A document older than the column is numbered in the series of its matter's regulator, as it was then.</summary>
    private static async Task<(string Region, string Department)> SeriesAsync(OfficialDocument draft, ActContext act, CancellationToken cancellation) =>
        draft.RegionCode.Length > 0
            ? (draft.RegionCode, draft.DepartmentCode)
            : ((await act.Db.Set<Matter>().AsNoTracking().SingleAsync(m => m.Id == draft.MatterId, cancellation)).RegionCode, DepartmentCodes.MarketRegulator);
}
