using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Storage.Conventions;

namespace SpecialEquipment.Workflow.Capabilities.Documents;

/// <summary>Voids a wrong document (E20): an approver with a reason. Its number stays taken, its page stays readable and says so.</summary>
internal static class VoidDocument
{
    public sealed record Form(long Version, string? Reason);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/documents/{id:guid}/void", async (Guid id, Form form, HttpContext http, IActRing ring, IActorSource actors, CancellationToken cancellation) =>
            {
                var actor = await actors.CurrentAsync(http, cancellation);
                return (await ring.RunAsync("documents/void", actor, (act, token) => DoAsync(id, form, act, token), cancellation: cancellation)).ToHttp();
            })
            .RequireAuthorization(Policies.Officials).WithName("void-document").WithTags("documents").Produces<ServeDocument.Receipt>();

    internal static async Task<Result<ServeDocument.Receipt>> DoAsync(Guid id, Form form, ActContext act, CancellationToken cancellation)
    {
        var found = await Refusals.FindAsync(id, form.Version, act, cancellation);
        if (found.IsRejected)
        {
            return found.Rejection!;
        }
        var document = found.Value;
        if (!await Refusals.HandlesAsync(document, act, [PostKinds.Approver], cancellation))
        {
            return Rejection.Forbidden("documents.only-approvers", "文书作废应由审批人批准。");
        }
        if (document.State == DocumentState.Void)
        {
            return Refusals.WrongState("应为有效的文书", document);
        }
        if (string.IsNullOrWhiteSpace(form.Reason))
        {
            return Rejection.Form("documents.reason-missing", "作废应说明理由，实际为空。", new FieldObjection("reason", "必填", "（空）"));
        }
        document.State = DocumentState.Void;
        document.VoidedAt = act.Now;
        document.VoidedBy = act.Actor.PersonName;
        document.VoidReason = form.Reason.Trim();
        document.Version++;
        act.Record(new LedgerFact(document.MatterId, "void-document", $"作废《{document.Title}》{document.Number}：{document.VoidReason}")
        {
            Kind = "document", DocumentId = document.Id, Detail = new Dictionary<string, object?> { ["reason"] = document.VoidReason },
        });
        act.Raise("DocumentVoided", document.MatterId, new Dictionary<string, object?> { ["documentId"] = document.Id.ToString("D"), ["template"] = document.Template });
        return new ServeDocument.Receipt(document.Id, document.Number, UpperSnake.From(document.State), document.ServedAt, document.Version);
    }
}
