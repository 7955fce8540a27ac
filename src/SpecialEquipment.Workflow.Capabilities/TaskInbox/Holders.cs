using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;

namespace SpecialEquipment.Workflow.Capabilities.TaskInbox;

/// <summary>Who stands behind an assignment now (E8).</summary>
internal static class Holders
{
    public static Task<IReadOnlyList<PersonView>> OfAsync(TaskAssignment assignment, IDirectory directory, DateTimeOffset at, CancellationToken cancellation) =>
        OfAsync(assignment.PostId, assignment.PersonId, directory, at, cancellation);

    public static async Task<IReadOnlyList<PersonView>> OfAsync(Guid? post, Guid? person, IDirectory directory, DateTimeOffset at, CancellationToken cancellation)
    {
        if (person is not { } personId)
            return post is { } postId ? await directory.HoldersAsync(postId, at, cancellation) : [];
        // A person who holds no post any more has left; what he owed is then his superior's to give on.
        var held = await directory.PostsHeldAsync(personId, at, cancellation);
        var own = held.Count > 0 && await directory.FindPersonAsync(personId, cancellation) is { } found ? [found] : Array.Empty<PersonView>();
        var deputies = post is { } of ? (await directory.HoldersAsync(of, at, cancellation)).Where(h => h.IsDeputy && h.Id != personId) : [];
        return [.. own, .. deputies];
    }

    public static async Task<string> NamesAsync(TaskAssignment assignment, IDirectory directory, DateTimeOffset at, CancellationToken cancellation)
    {
        var holders = await OfAsync(assignment, directory, at, cancellation);
        return holders.Count == 0 ? "（空缺）" : string.Join("、", holders.Select(h => h.IsDeputy ? $"{h.Name}（代）" : h.Name));
    }

    /// <summary>May this actor do what the assignment asks? A deputy also does what was given to a holder of the post in person.</summary>
    public static bool Includes(TaskAssignment assignment, Actor actor) =>
        assignment.PersonId is { } person
            ? person == actor.PersonId || actor.Posts.Any(p => p.IsDeputy && p.PostId == assignment.PostId)
            : assignment.PostId is { } post && actor.Holds(post);

    public static bool IsSuperior(TaskAssignment assignment, Actor actor) => assignment.SuperiorPostId is { } post && actor.Holds(post);
}
