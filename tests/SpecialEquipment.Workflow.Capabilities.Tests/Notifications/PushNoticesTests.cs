using System.Threading.Channels;
using Microsoft.AspNetCore.SignalR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using SpecialEquipment.Workflow.Capabilities.Notifications;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Capabilities.Shared.Notices;
using SpecialEquipment.Workflow.Capabilities.Tests.TaskInbox;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Notifications;

public class PushNoticesTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static Task SendAsync(InboxBench bench, string title) => bench.DoAsync("send", Actor.System, async act => await bench.Get<INotices>().SendAsync(
        new NoticeDraft(NoticeKind.Copy, title, "内容") { To = [NoticeTarget.Person(bench.Bureau.Li.Id)], MatterId = bench.MatterId }, act, default));

    private static PushNotices Pump(InboxBench bench, Screens screens, TimeSpan lookEvery) => new(
        bench.Database, screens, bench.Get<WatchedMatters>(), new NotificationsOptions { LookEvery = lookEvery }, TimeProvider.System, NullLogger<PushNotices>.Instance);

    [Fact]
    public async Task A_commit_of_this_node_is_pushed_at_once_and_what_was_there_before_is_not()
    {
        await using var bench = await InboxBench.OpenAsync();
        await SendAsync(bench, "旧");
        var screens = new Screens();
        using var pump = Pump(bench, screens, TimeSpan.FromHours(1)); // only the commit can wake it
        await pump.StartAsync(default);
        await screens.StartedAsync(pump, bench);
        await SendAsync(bench, "新");
        pump.Committed(Commit(bench));
        var (group, method, notice) = await screens.NextAsync<NoticeView>(Patience);
        Assert.Equal((NotificationsHub.GroupOf(bench.Bureau.Li.Id), "notice", "新"), (group, method, notice.Title));
        await pump.StopAsync(default);
    }

    [Fact]
    public async Task What_another_node_commits_is_found_at_the_next_look()
    {
        await using var bench = await InboxBench.OpenAsync();
        var screens = new Screens();
        using var pump = Pump(bench, screens, TimeSpan.FromMilliseconds(20));
        await pump.StartAsync(default);
        await screens.StartedAsync(pump, bench);
        await SendAsync(bench, "别处");
        Assert.Equal("别处", (await screens.NextAsync<NoticeView>(Patience)).Payload.Title);
        await pump.StopAsync(default);
    }

    [Fact]
    public async Task A_watched_matter_that_changed_is_told_once_per_version_and_an_unwatched_one_never()
    {
        await using var bench = await InboxBench.OpenAsync();
        var watched = bench.Get<WatchedMatters>();
        await using var db = bench.Database.CreateContext();
        Assert.True(watched.Add("screen", bench.MatterId));
        Assert.Equal(5, await watched.VersionAsync(bench.MatterId, db, default));
        Assert.Empty(await watched.ChangesAsync(null, db, default));
        await bench.DoAsync("change", Actor.System, async act => (await act.Db.Set<Matter>().SingleAsync(m => m.Id == bench.MatterId)).Version++);
        Assert.Equal([new ChangedMatter(bench.MatterId, 6)], await watched.ChangesAsync([bench.MatterId], db, default));
        Assert.Empty(await watched.ChangesAsync([bench.MatterId], db, default));
        watched.Forget("screen");
        await bench.DoAsync("change", Actor.System, async act => (await act.Db.Set<Matter>().SingleAsync(m => m.Id == bench.MatterId)).Version++);
        Assert.Empty(await watched.ChangesAsync(null, db, default));
    }

    [Fact]
    public void A_screen_watches_only_so_many_matters()
    {
        var watched = new WatchedMatters();
        for (var i = 0; i < WatchedMatters.MaxPerConnection; i++)
            Assert.True(watched.Add("screen", Guid.CreateVersion7()));
        Assert.False(watched.Add("screen", Guid.CreateVersion7()));
        Assert.True(watched.Add("other", Guid.CreateVersion7()));
    }

    private static CommittedAct Commit(InboxBench bench) =>
        new("test", Actor.System, bench.Now, [new LedgerFact(bench.MatterId, "test", "")], [], null, false);

    /// <summary>Stands where SignalR's connections would be and keeps what is sent to them.</summary>
    private sealed class Screens : IHubContext<NotificationsHub>, IHubClients
    {
        private readonly Channel<(string Group, string Method, object? Payload)> sent = Channel.CreateUnbounded<(string, string, object?)>();

        public IHubClients Clients => this;
        public IGroupManager Groups => throw new NotSupportedException();
        public IClientProxy Group(string groupName) => new Proxy(groupName, sent.Writer);

        /// <summary>The pump begins at the end of the tail; a marker tells that it has found it.</summary>
        public async Task StartedAsync(PushNotices pump, InboxBench bench)
        {
            var number = 0;
            while (true)
            {
                await SendAsync(bench, $"标记{++number}");
                pump.Committed(Commit(bench));
                using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
                try
                {
                    await sent.Reader.WaitToReadAsync(soon.Token);
                    break;
                }
                catch (OperationCanceledException) { /* it had not begun yet */ }
            }
            while (true)
            {
                var (_, _, payload) = await NextAsync<NoticeView>(Patience);
                if (payload.Title == $"标记{number}")
                    return;
            }
        }

        public async Task<(string Group, string Method, T Payload)> NextAsync<T>(TimeSpan patience)
        {
            var (group, method, payload) = await sent.Reader.ReadAsync().AsTask().WaitAsync(patience);
            return (group, method, Assert.IsType<T>(payload));
        }

        public IClientProxy All => throw new NotSupportedException();
        public IClientProxy AllExcept(IReadOnlyList<string> excludedConnectionIds) => throw new NotSupportedException();
        public IClientProxy Client(string connectionId) => throw new NotSupportedException();
        IClientProxy IHubClients<IClientProxy>.Clients(IReadOnlyList<string> connectionIds) => throw new NotSupportedException();
        public IClientProxy GroupExcept(string groupName, IReadOnlyList<string> excludedConnectionIds) => throw new NotSupportedException();
        IClientProxy IHubClients<IClientProxy>.Groups(IReadOnlyList<string> groupNames) => throw new NotSupportedException();
        public IClientProxy User(string userId) => throw new NotSupportedException();
        public IClientProxy Users(IReadOnlyList<string> userIds) => throw new NotSupportedException();

        private sealed class Proxy(string group, ChannelWriter<(string, string, object?)> writer) : IClientProxy
        {
            public async Task SendCoreAsync(string method, object?[] args, CancellationToken cancellationToken = default) =>
                await writer.WriteAsync((group, method, args[0]), cancellationToken);
        }
    }
}
