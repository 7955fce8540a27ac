using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Notices;

namespace SpecialEquipment.Workflow.Capabilities.Notifications;

/// <summary>Writes one row per person told and one ledger fact for all of them, in the caller's transaction.</summary>
internal sealed class SendNotice : INotices
{
    public async Task<IReadOnlyList<ToldPerson>> SendAsync(NoticeDraft draft, ActContext act, CancellationToken cancellation)
    {
        var told = await FindRecipients.ResolveAsync(draft.To, act.Services.GetRequiredService<IDirectory>(), act.Now, cancellation);
        act.Db.Set<Notice>().AddRange(told.Select(person => new Notice
        {
            Id = Guid.CreateVersion7(act.Now), RecipientPersonId = person.PersonId, RecipientName = person.Name,
            PostId = person.PostId, PostName = person.PostName, ForVacantPost = person.ForVacantPost,
            Kind = draft.Kind, Title = Cut(draft.Title, NotificationsTables.TitleLength), Body = Cut(draft.Body, NotificationsTables.BodyLength),
            MatterId = draft.MatterId, TaskId = draft.TaskId, CreatedAt = act.Now,
        }));
        if (draft.MatterId is { } matterId)
            act.Record(Fact(draft, matterId, told));
        return told;
    }

    private static LedgerFact Fact(NoticeDraft draft, Guid matterId, IReadOnlyList<ToldPerson> told)
    {
        var to = told.Count == 0 ? "无人可告知（岗位及其上级均空缺）" : string.Join("、", told.Select(Address));
        return new LedgerFact(matterId, "send-notice", $"{draft.Kind.Name()}：{draft.Title} → {to}")
        {
            Kind = "notice",
            Detail = new Dictionary<string, object?>
            {
                ["kind"] = draft.Kind.Code(), ["taskId"] = draft.TaskId?.ToString("D"), ["to"] = told.Select(Address).ToList<object?>(),
            },
        };
    }

    private static string Address(ToldPerson person) =>
        $"{person.PostName} {person.Name}".Trim() + (person.ForVacantPost ? "（下级岗位空缺）" : "");

    private static string Cut(string text, int length) => text.Length <= length ? text : string.Concat(text.AsSpan(0, length - 1), "…");
}
