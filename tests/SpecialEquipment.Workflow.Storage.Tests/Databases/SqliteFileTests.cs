using SpecialEquipment.Workflow.Storage.Dialects;

namespace SpecialEquipment.Workflow.Storage.Tests.Databases;

public class SqliteFileTests
{
    [Fact]
    public async Task A_second_server_on_the_same_file_is_refused_in_plain_words()
    {
        await using var test = await TestDatabase.SqliteAsync();
        test.Database.Hold();
        await using var second = new WorkflowDatabase(SqliteDialect.Instance, test.Database.ConnectionString, []);
        var refused = Assert.Throws<DatabaseInUseException>(second.Hold);
        Assert.Contains("正被另一个服务进程使用", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_is_free_again_after_the_server_is_gone()
    {
        await using var test = await TestDatabase.SqliteAsync();
        await test.Database.DisposeAsync();
        await using var second = new WorkflowDatabase(SqliteDialect.Instance, test.Database.ConnectionString, []);
        second.Hold();
    }

    [Fact]
    public async Task Writers_pass_in_the_order_they_came()
    {
        await using var test = await TestDatabase.SqliteAsync();
        var order = new List<int>();
        var first = await test.Database.BeginAsync(default);
        var waiting = new List<Task>();
        for (var i = 0; i < 20; i++)
            waiting.Add(PassAsync(i)); // queues before it returns
        Assert.All(waiting, w => Assert.False(w.IsCompleted));
        await first.DisposeAsync();
        await Task.WhenAll(waiting);
        Assert.Equal(Enumerable.Range(0, 20), order);

        async Task PassAsync(int number)
        {
            await using var session = await test.Database.BeginAsync(default);
            order.Add(number);
        }
    }

    [Fact]
    public async Task Commits_are_durable_and_readers_do_not_wait()
    {
        await using var test = await TestDatabase.SqliteAsync();
        await using var session = await test.Database.BeginAsync(default);
        Assert.Equal(2L, await session.Sql("PRAGMA synchronous").ScalarAsync(default));
        Assert.Equal("wal", await session.Sql("PRAGMA journal_mode").ScalarAsync(default));
        Assert.Equal(1L, await session.Sql("PRAGMA foreign_keys").ScalarAsync(default));
        await using var db = test.Database.CreateContext();
        Assert.Equal(0, await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.CountAsync(db.Set<Flows.ProbeTask>()));
    }

    [Fact]
    public void Sql_Server_with_MARS_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => SqlServerDialect.Instance.Complete("Server=x;MultipleActiveResultSets=true"));
}
