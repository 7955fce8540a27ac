using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;
using SpecialEquipment.Workflow.Storage.Identity;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;

namespace SpecialEquipment.Workflow.Server.Security;

/// <summary>Turns a signed-in principal into the actor of an act: roles from the login, person and posts from the directory as of now.</summary>
public sealed class ActorSource(UserManager<WorkflowUser> users, IDirectory directory, BusinessClock clock)
{
    public async Task<Actor> FindAsync(ClaimsPrincipal principal, CancellationToken cancellation)
    {
        var userId = Guid.Parse(users.GetUserId(principal) ?? throw new InvalidOperationException("the principal carries no user id"));
        var (person, posts) = await directory.HeldByUserAsync(userId, clock.GetUtcNow(), cancellation);
        return new Actor
        {
            UserId = userId,
            UserName = principal.Identity?.Name ?? userId.ToString("D"),
            PersonId = person?.Id,
            PersonName = person?.Name ?? principal.Identity?.Name ?? "",
            Roles = principal.FindAll(ClaimTypes.Role).Select(c => c.Value).ToHashSet(StringComparer.Ordinal),
            Posts = posts,
        };
    }
}

/// <summary>The actor of a request, looked up once per request.</summary>
public sealed class RequestActorSource : IActorSource
{
    public const string PostHeader = "X-Post";
    private static readonly object Key = new();

    public async Task<Actor> CurrentAsync(HttpContext http, CancellationToken cancellation)
    {
        if (http.Items.TryGetValue(Key, out var known))
        {
            return (Actor)known!;
        }
        var actor = InChosenPost(await http.RequestServices.GetRequiredService<ActorSource>().FindAsync(http.User, cancellation), http);
        http.Items[Key] = actor;
        return actor;
    }

    /// <summary>Who holds several posts says in the header <see cref="PostHeader"/> in which he acts: it comes first, for the ledger and for commands.</summary>
    private static Actor InChosenPost(Actor actor, HttpContext http) =>
        Guid.TryParse(http.Request.Headers[PostHeader], out var chosen) && actor.Holds(chosen)
            ? actor with { Posts = [.. actor.Posts.OrderBy(p => p.PostId == chosen ? 0 : 1)] }
            : actor;
}
