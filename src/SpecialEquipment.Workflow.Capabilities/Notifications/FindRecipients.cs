using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Notices;

namespace SpecialEquipment.Workflow.Capabilities.Notifications;

/// <summary>Posts become persons at the moment of sending; a vacant post speaks to the one above it.</summary>
internal static class FindRecipients
{
    public static async Task<IReadOnlyList<ToldPerson>> ResolveAsync(
        IEnumerable<NoticeTarget> targets, IDirectory directory, DateTimeOffset now, CancellationToken cancellation)
    {
        var told = new Dictionary<Guid, ToldPerson>();
        foreach (var target in targets)
        {
            if (target.PersonId is { } personId)
            {
                if (await directory.FindPersonAsync(personId, cancellation) is { } person)
                    told.TryAdd(person.Id, new ToldPerson(person.Id, person.Name, null, null, false));
                continue;
            }
            foreach (var person in await OfPostAsync(target.PostId!.Value, directory, now, cancellation))
                told.TryAdd(person.PersonId, person);
        }
        return [.. told.Values];
    }

    private static async Task<IEnumerable<ToldPerson>> OfPostAsync(Guid postId, IDirectory directory, DateTimeOffset now, CancellationToken cancellation)
    {
        var asked = await directory.FindPostAsync(postId, cancellation);
        var seen = new HashSet<Guid>();
        for (var post = asked; post is not null && seen.Add(post.Id); post = await directory.SuperiorAsync(post.Id, cancellation))
        {
            var holders = await directory.HoldersAsync(post.Id, now, cancellation);
            if (holders.Count > 0)
                return holders.Select(h => new ToldPerson(h.Id, h.Name, post.Id, post.Name, post.Id != postId));
        }
        return [];
    }
}
