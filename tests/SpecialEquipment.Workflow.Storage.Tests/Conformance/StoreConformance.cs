using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Engine;
using SpecialEquipment.Workflow.Storage.Flows;
using SpecialEquipment.Workflow.Storage.Tests.Databases;

namespace SpecialEquipment.Workflow.Storage.Tests.Conformance;

public abstract class StoreConformance(TestServer server) : Conformance(server)
{
    private static readonly DateTimeOffset Noon = new(2026, 2, 10, 4, 0, 0, 123, TimeSpan.Zero);

    [Fact]
    public async Task What_is_saved_is_loaded()
    {
        await using var test = await NewDatabaseAsync();
        var id = Guid.CreateVersion7();
        var bookmark = new StoredBookmark(Guid.CreateVersion7(), id, "3", "Event", "隐患已登记", "matter-1", null, System.Text.Json.Nodes.JsonNode.Parse("""{"a":1}"""));
        var timer = bookmark with { BookmarkId = Guid.CreateVersion7(), Kind = "Timer", Name = "到期", DueAt = Noon, Payload = null };
        await InSessionAsync(test, store => store.SaveAsync(Write(id, null, [bookmark, timer], []), default));

        await InSessionAsync(test, async store =>
        {
            var instance = await store.LoadAsync(id, default);
            Assert.Equal([1, 2, 3], instance!.State.ToArray());
            Assert.Equal(1, instance.Version);
            Assert.Equal(bookmark.BookmarkId, (await store.FindBookmarksAsync("Event", "隐患已登记", "matter-1", default)).Single().BookmarkId);
            Assert.Single(await store.FindBookmarksAsync("Event", "隐患已登记", null, default));
            Assert.Empty(await store.FindBookmarksAsync("Event", "隐患已登记", "matter-2", default));
            Assert.Equal(Noon, (await store.FindBookmarkAsync(timer.BookmarkId, default))!.DueAt);
            Assert.Equal("""{"a":1}""", (await store.FindBookmarkAsync(bookmark.BookmarkId, default))!.Payload!.ToJsonString());
            Assert.Equal([id], await store.FindOpenInstancesAsync("matter-1", default));
        });

        await InSessionAsync(test, store => store.SaveAsync(Write(id, 1, [], [bookmark.BookmarkId, timer.BookmarkId]), default));
        await using var db = test.Database.CreateContext();
        Assert.Empty(await db.Set<FlowBookmark>().ToListAsync());
        var journal = await db.Set<FlowJournal>().SingleAsync();
        Assert.Equal(("完成", Noon), (journal.ActivityName, journal.StartedAt));
        Assert.Equal(2, (await db.Set<FlowInstance>().SingleAsync()).Version);
    }

    [Fact]
    public async Task An_instance_that_moved_on_is_not_overwritten()
    {
        await using var test = await NewDatabaseAsync();
        var id = Guid.CreateVersion7();
        await InSessionAsync(test, store => store.SaveAsync(Write(id, null, [], []), default));
        await InSessionAsync(test, store => store.SaveAsync(Write(id, 1, [], []), default));
        var conflict = await Assert.ThrowsAsync<InstanceConflictException>(() => InSessionAsync(test, store => store.SaveAsync(Write(id, 1, [], []), default)));
        Assert.Equal(id, conflict.InstanceId);
    }

    [Fact]
    public async Task A_pending_signal_is_kept_changed_and_removed()
    {
        await using var test = await NewDatabaseAsync();
        var signal = new PendingSignal(Guid.CreateVersion7(), "计划已提交", "m", """{"数":1}""", null, 1, Noon, "错误", Noon);
        await InSessionAsync(test, store => store.KeepPendingSignalAsync(signal, default));
        await InSessionAsync(test, store => store.KeepPendingSignalAsync(signal with { Attempts = 2, RetryAt = Noon.AddMinutes(1) }, default));
        await InSessionAsync(test, async store => Assert.Equal(signal with { Attempts = 2, RetryAt = Noon.AddMinutes(1) }, (await store.PendingSignalsAsync("m", default)).Single()));
        await InSessionAsync(test, store => store.RemovePendingSignalAsync(signal.SignalId, default));
        await InSessionAsync(test, async store => Assert.Empty(await store.PendingSignalsAsync("m", default)));
    }

    [Fact]
    public async Task Instants_sort_and_compare_in_the_database()
    {
        await using var test = await NewDatabaseAsync();
        var east = new DateTimeOffset(2026, 2, 10, 9, 0, 0, TimeSpan.FromHours(8)).AddTicks(7);
        await using (var db = test.Database.CreateContext())
        {
            foreach (var (offset, name) in new[] { (0, "a"), (2, "c"), (1, "b") })
                db.Add(new Tests.Flows.ProbeEffect { MatterId = Guid.CreateVersion7(), Name = name, At = east.AddMilliseconds(offset) });
            await db.SaveChangesAsync();
        }
        await using (var db = test.Database.CreateContext())
        {
            var later = east.ToUniversalTime().AddMilliseconds(1);
            Assert.Equal(["a", "b", "c"], await db.Set<Tests.Flows.ProbeEffect>().OrderBy(e => e.At).Select(e => e.Name).ToListAsync());
            var bound = Storage.Conventions.Instants.Truncate(later);
            Assert.Equal(["b", "c"], await db.Set<Tests.Flows.ProbeEffect>().Where(e => e.At >= bound).OrderBy(e => e.At).Select(e => e.Name).ToListAsync());
            Assert.Equal(new DateTimeOffset(2026, 2, 10, 1, 0, 0, TimeSpan.Zero), (await db.Set<Tests.Flows.ProbeEffect>().FirstAsync(e => e.Name == "a")).At);
        }
    }

    [Fact]
    public async Task Enums_are_upper_snake_text_and_ids_stay_what_they_are()
    {
        await using var test = await NewDatabaseAsync();
        var task = new Tests.Flows.ProbeTask { Id = Guid.CreateVersion7(), MatterId = Guid.CreateVersion7(), Title = "t", State = Tests.Flows.ProbeState.TimedOut };
        await using var db = test.Database.CreateContext();
        db.Add(task);
        await db.SaveChangesAsync();
        Assert.Equal("TIMED_OUT", await db.Database.SqlQueryRaw<string>("SELECT state AS \"Value\" FROM probe_task").SingleAsync());
        Assert.Equal(1, await db.Set<Tests.Flows.ProbeTask>().CountAsync(t => t.Id == task.Id));
        Guid[] some = [task.Id, Guid.CreateVersion7()];
        Assert.Equal(1, await db.Set<Tests.Flows.ProbeTask>().CountAsync(t => some.Contains(t.Id)));
        Assert.Equal(1, await db.Database.ExecuteSqlAsync($"UPDATE probe_task SET title = 'u' WHERE id = {task.Id}"));
    }

    private static async Task InSessionAsync(TestDatabase test, Func<EfWorkflowStore, ValueTask> work)
    {
        await using var session = await test.Database.BeginAsync(default);
        await work(new EfWorkflowStore(session));
        await session.CommitAsync(default);
    }

    private static InstanceWrite Write(Guid id, long? expected, StoredBookmark[] added, Guid[] removed) => new(
        id, expected, new InstanceHeader(Guid.CreateVersion7(), "d", 1, "Suspended", "matter-1", "n", 0, Noon, Noon, null), new byte[] { 1, 2, 3 }, added, removed,
        [new JournalRow("1", null, "a", "Workflow1:a", "Elsa.WriteLine", 1, "完成", 1, "Running", Noon, null, expected is null, """{"输入":"值"}""")],
        [new IncidentRow(Guid.CreateVersion7(), "1", "a", "t", "n", "出错", null, 1, Noon, null, null)]);
}
