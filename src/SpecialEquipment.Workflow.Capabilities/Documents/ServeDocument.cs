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

/// <summary>Records that an issued document reached its addressee. Deadlines "from service" start here, not at signing.</summary>
internal static class ServeDocument
{
    public sealed record Form(long Version, ServiceForm? Service);

    public sealed record Receipt(Guid Id, string? Number, string State, DateTimeOffset? ServedAt, long Version);

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
        if (CommandOf(document, act) is { } command)
        {
            return Rejection.Conflict("documents.served-by-command", $"《{document.Title}》自送达之日起算期限，应在案件中办理“{command}”，不能单独记录送达。");
        }
        var objections = new Objections();
        // a paper may be handed over at the scene before the office hears of it, yet never before its own day
        var rules = new ServiceRules(
            ShanghaiTime.StartOf(ShanghaiTime.DateOf(document.IssuedAt)), "制发之日", act.Now, act.Services.GetRequiredService<DeadlineRules>().Now, null);
        if (rules.Check(form.Service, objections) is not { } service)
        {
            var first = objections.List[0];
            return Rejection.Form("documents.service-wrong", $"送达记录不符合规定：{first.Expected}，{first.Actual}。", [.. objections.List]);
        }
        Write(document, service, act);
        return new Receipt(document.Id, document.Number, UpperSnake.From(document.State), document.ServedAt, document.Version);
    }

    private static string? CommandOf(OfficialDocument document, ActContext act)
    {
        var name = act.Services.GetServices<IDocumentSource>().FirstOrDefault(s => s.Supports(document.Template))?.ServedBy(document.Template);
        return name is null ? null : act.Services.GetRequiredService<MatterCommands>().DisplayNameOf(name);
    }

    /// <summary>The service has been found good.</summary>
    internal static void Write(OfficialDocument document, DocumentService service, ActContext act)
    {
        document.State = DocumentState.Served;
        document.ServedAt = Instants.Truncate(service.ServedAt);
        document.Service = FrozenFields.OfService(service).ToJsonString(FrozenFields.Json);
        document.Version++;
        act.Record(new LedgerFact(document.MatterId, "serve-document", $"送达《{document.Title}》{document.Number}（{FrozenFields.ServiceModeName(service.Mode)}，收件人{service.Receiver}）")
        {
            Kind = "document", DocumentId = document.Id, EventTime = document.ServedAt,
            Detail = new Dictionary<string, object?>
            {
                ["mode"] = service.Mode, ["receiver"] = service.Receiver, ["refused"] = service.Refused, ["note"] = service.Note,
                ["witnesses"] = service.Proof?.Witnesses, ["recorded"] = service.Proof?.Recorded, ["consent"] = service.Proof?.Consent, ["entrustedTo"] = service.Proof?.EntrustedTo,
                ["receiptDate"] = service.Proof?.ReceiptDate is { } receipt ? ShanghaiTime.Text(receipt) : null,
                ["noticedOn"] = service.Proof?.NoticedOn is { } noticed ? ShanghaiTime.Text(noticed) : null,
            },
        });
        act.Raise("DocumentServed", document.MatterId, new Dictionary<string, object?> { ["documentId"] = document.Id.ToString("D"), ["template"] = document.Template });
    }
}
