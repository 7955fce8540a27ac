using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Documents;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage.Conventions;

namespace SpecialEquipment.Workflow.Capabilities.Documents;

/// <summary>Records that an issued document reached its addressee. Deadlines "from service" start here, not at signing.</summary>
internal static class ServeDocument
{
    public sealed record Form(long Version, DocumentService? Service);

    public sealed record Receipt(Guid Id, string Number, string State, DateTimeOffset? ServedAt, long Version);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/documents/{id:guid}/serve", async (Guid id, Form form, HttpContext http, IActRing ring, IActorSource actors, CancellationToken cancellation) =>
            {
                var actor = await actors.CurrentAsync(http, cancellation);
                return (await ring.RunAsync("documents/serve", actor, (act, token) => DoAsync(id, form, act, token), cancellation: cancellation)).ToHttp();
            })
            .RequireAuthorization(Policies.Officials).WithName("serve-document").WithTags("documents").Produces<Receipt>();

    internal static async Task<Result<Receipt>> DoAsync(Guid id, Form form, ActContext act, CancellationToken cancellation)
    {
        var found = await Refusals.FindAsync(id, form.Version, act, cancellation);
        if (found.IsRejected)
        {
            return found.Rejection!;
        }
        var document = found.Value;
        if (!act.Actor.IsSystem && !await Refusals.HandlesAsync(document, act, [PostKinds.Inspector, PostKinds.CaseOfficer], cancellation))
        {
            return Rejection.Forbidden("documents.only-officers", "送达应由安全监察人员或者承办人办理。");
        }
        if (document.State != DocumentState.Issued)
        {
            return Refusals.WrongState("应为已制发、未送达的文书", document);
        }
        if (form.Service is null)
        {
            return Rejection.Form("documents.service-missing", "送达应有送达记录，实际没有。", new FieldObjection("service", "送达记录", "（空）"));
        }
        if (ServiceRules.Objection(form.Service, document.IssuedAt, act.Now) is { } objection)
        {
            return objection;
        }
        document.State = DocumentState.Served;
        document.ServedAt = Instants.Truncate(form.Service.ServedAt);
        document.Service = FrozenFields.OfService(form.Service).ToJsonString(FrozenFields.Json);
        document.Version++;
        act.Record(new LedgerFact(document.MatterId, "serve-document", $"送达《{document.Title}》{document.Number}（{FrozenFields.ServiceModeName(form.Service.Mode)}，收件人{form.Service.Receiver}）")
        {
            Kind = "document", DocumentId = document.Id, EventTime = document.ServedAt,
            Detail = new Dictionary<string, object?>
            {
                ["mode"] = form.Service.Mode, ["receiver"] = form.Service.Receiver, ["refused"] = form.Service.Refused, ["note"] = form.Service.Note,
            },
        });
        act.Raise("DocumentServed", document.MatterId, new Dictionary<string, object?> { ["documentId"] = document.Id.ToString("D"), ["template"] = document.Template });
        return new Receipt(document.Id, document.Number, UpperSnake.From(document.State), document.ServedAt, document.Version);
    }
}
