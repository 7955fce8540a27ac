using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Notifications;

/// <summary>
/// <c>/hubs/notifications</c>: a screen's live line. It is told its person's notices (<c>notice</c>) and changes of the matters it
/// watches (<c>matterChanged</c>). It says what it has received, and after a break what it saw last, and is given the rest.
/// </summary>
[Authorize(Policy = Policies.SignedIn)]
public sealed class NotificationsHub(
    IActorSource actors, WorkflowDbContext db, ReceiveNotices receipts, IMatterAccess access, WatchedMatters watched) : Hub
{
    public const string NoticeMethod = "notice";
    public const string MatterChangedMethod = "matterChanged";

    public static string GroupOf(Guid personId) => $"person:{personId:N}";
    public static string GroupOfMatter(Guid matterId) => $"matter:{matterId:N}";

    public override async Task OnConnectedAsync()
    {
        if ((await ActorAsync()).PersonId is { } person)
            await Groups.AddToGroupAsync(Context.ConnectionId, GroupOf(person));
        await base.OnConnectedAsync();
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        watched.Forget(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }

    /// <summary>Receipt for notices that have reached this screen.</summary>
    public async Task Delivered(IReadOnlyList<Guid> ids) => await receipts.DeliveredAsync(ids, await ActorAsync(), Context.ConnectionAborted);

    /// <summary>Sends what the client missed since the last sequence it saw, oldest first.</summary>
    public async Task Replay(long afterSequence)
    {
        if ((await ActorAsync()).PersonId is not { } person)
            return;
        foreach (var notice in await FindNotices.MissedAsync(afterSequence, person, db, Context.ConnectionAborted))
            await Clients.Caller.SendAsync(NoticeMethod, notice, Context.ConnectionAborted);
    }

    /// <summary>Asks to be told when a matter changes; refused for one the user may not see. Returns its version now.</summary>
    public async Task<long> Watch(Guid matterId)
    {
        if (!await access.MaySeeAsync(matterId, await ActorAsync(), db, Context.ConnectionAborted))
            throw new HubException("没有这一事项，或您无权查看。");
        if (!watched.Add(Context.ConnectionId, matterId))
            throw new HubException($"同时关注的事项应不超过 {WatchedMatters.MaxPerConnection} 个。");
        await Groups.AddToGroupAsync(Context.ConnectionId, GroupOfMatter(matterId), Context.ConnectionAborted);
        // Read after the group is joined: a change in between is told, never lost.
        return await watched.VersionAsync(matterId, db, Context.ConnectionAborted);
    }

    public async Task Unwatch(Guid matterId)
    {
        watched.Remove(Context.ConnectionId, matterId);
        await Groups.RemoveFromGroupAsync(Context.ConnectionId, GroupOfMatter(matterId));
    }

    private Task<Actor> ActorAsync() => actors.CurrentAsync(
        Context.GetHttpContext() ?? throw new HubException("连接没有对应的登录。"), Context.ConnectionAborted);
}

public sealed record ChangedMatter(Guid MatterId, long Version);
