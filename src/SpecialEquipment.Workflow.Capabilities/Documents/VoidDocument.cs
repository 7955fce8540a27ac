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
        if (Refusals.OfReason(form.Reason, "作废") is { } objection)
        {
            return objection;
        }
        Do(document, form.Reason!.Trim(), act);
        return new ServeDocument.Receipt(document.Id, document.Number, UpperSnake.From(document.State), document.ServedAt, document.Version);
    }

    /// <summary>The change itself, for whoever has the right and the reason.</summary>
    internal static void Do(OfficialDocument document, string reason, ActContext act)
    {
        document.State = DocumentState.Void;
        document.VoidedAt = act.Now;
        document.VoidedBy = act.Actor.PersonName;
        document.VoidReason = reason;
        document.Version++;
        act.Record(new LedgerFact(document.MatterId, "void-document", $"作废《{document.Title}》{document.Number ?? "（草稿）"}：{reason}")
        {
            Kind = "document", DocumentId = document.Id, Detail = new Dictionary<string, object?> { ["reason"] = reason },
        });
        act.Raise("DocumentVoided", document.MatterId, new Dictionary<string, object?> { ["documentId"] = document.Id.ToString("D"), ["template"] = document.Template });
    }
}
