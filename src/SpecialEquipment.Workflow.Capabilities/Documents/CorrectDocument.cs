using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Storage.Conventions;

namespace SpecialEquipment.Workflow.Capabilities.Documents;

/// <summary>
/// Drafts the correction of a document whose words are wrong (E20). Nothing is changed by it: the draft has no number and no effect until
/// an approver issues it. Dates are not words: a deadline is changed by its flow's own command, never by editing.
/// </summary>
internal static class CorrectDocument
{
    /// <param name="Changes">New text by path within the printed fields: <c>unitAddress</c>, <c>addressees.0</c>, <c>items.1.problem</c>.</param>
    public sealed record Form(long Version, string? Reason, IReadOnlyDictionary<string, string?>? Changes);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/documents/{id:guid}/correct", async (Guid id, Form form, HttpContext http, IActRing ring, IActorSource actors, CancellationToken cancellation) =>
            {
                var actor = await actors.CurrentAsync(http, cancellation);
                return (await ring.RunAsync("documents/correct", actor, (act, token) => DoAsync(id, form, act, token), cancellation: cancellation)).ToHttp();
            })
            .RequireAuthorization(Policies.Officials).WithName("correct-document").WithTags("documents").WithSummary("拟制更正文书").Produces<ServeDocument.Receipt>();

    internal static async Task<Result<ServeDocument.Receipt>> DoAsync(Guid id, Form form, ActContext act, CancellationToken cancellation)
    {
        var found = await Refusals.FindAsync(id, form.Version, act, cancellation);
        if (found.IsRejected)
        {
            return found.Rejection!;
        }
        var wrong = found.Value;
        if (!await Refusals.HandlesAsync(wrong, act, [PostKinds.Inspector, PostKinds.CaseOfficer], cancellation))
        {
            return Rejection.Forbidden("documents.only-officers-correct", "更正文书应由安全监察人员或者承办人拟制。");
        }
        if (wrong.State is not (DocumentState.Issued or DocumentState.Served))
        {
            return Refusals.WrongState("应为已制发或者已送达的文书", wrong);
        }
        if (await act.Db.Set<OfficialDocument>().AnyAsync(d => d.CorrectsId == id && d.State == DocumentState.Draft, cancellation))
        {
            return Rejection.Conflict("documents.correction-waits", "该文书已有一份更正草稿待审批人签发，应先签发或者作废该草稿。");
        }
        if (Refusals.OfReason(form.Reason, "更正") is { } objection)
        {
            return objection;
        }
        var fields = JsonNode.Parse(wrong.Fields)!.AsObject();
        if (CorrectedWords.Apply(fields, form.Changes) is { Count: > 0 } objections)
        {
            return Rejection.Form("documents.cannot-correct", $"更正内容不符合要求：{objections[0].Field} {objections[0].Expected}，实际为{objections[0].Actual}。", [.. objections]);
        }
        return Draft(wrong, fields, form, act);
    }

    private static ServeDocument.Receipt Draft(OfficialDocument wrong, JsonObject fields, Form form, ActContext act)
    {
        fields["replacesNumber"] = wrong.Number;
        var draft = new OfficialDocument
        {
            Id = Guid.CreateVersion7(act.Now), Template = wrong.Template, MatterId = wrong.MatterId, Title = wrong.Title, OrganName = wrong.OrganName,
            RegionCode = wrong.RegionCode, DepartmentCode = wrong.DepartmentCode, UnitName = ArchiveText.UnitOf(fields), SearchText = ArchiveText.Of(fields),
            Fields = fields.ToJsonString(FrozenFields.Json), DueDate = wrong.DueDate, State = DocumentState.Draft, IssuedAt = act.Now,
            CorrectsId = wrong.Id, CorrectionReason = form.Reason!.Trim(), DraftedById = act.Actor.UserId, Version = 1,
        };
        act.Db.Add(draft);
        act.Record(new LedgerFact(wrong.MatterId, "correct-document", $"拟制《{wrong.Title}》{wrong.Number}的更正文书：{draft.CorrectionReason}")
        {
            Kind = "document", DocumentId = draft.Id,
            Detail = new Dictionary<string, object?> { ["corrects"] = wrong.Id, ["reason"] = draft.CorrectionReason, ["changes"] = form.Changes },
        });
        return new ServeDocument.Receipt(draft.Id, null, UpperSnake.From(draft.State), null, draft.Version);
    }
}
