using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.TaskInbox;

namespace SpecialEquipment.Workflow.Capabilities.Tests.TaskInbox;

public class FindTasksTests
{
    /// <summary>Seven tasks of the officer at 2026-03-02 (Monday): overdue, today, two soon, later, without a date, and one of a stranger's kind.</summary>
    private static async Task<InboxBench> RunningAsync()
    {
        var bench = await InboxBench.OpenAsync();
        bench.Now = InboxBench.Time("2026-02-26 09:00");
        var flow = new FlowText("many", "Go");
        foreach (var (title, due) in new[] { ("无期限", ""), ("四月", "2026-04-10"), ("周四", "2026-03-05"), ("今日", "2026-03-02"), ("周三", "2026-03-04"), ("已过", "2026-02-27"), ("周五", "2026-03-06") })
            flow.Task(title, ("Title", title), ("PostKind", "CASE_OFFICER"), ("Outcomes", new[] { "Done" }), ("DueDate", due), ("Form", title == "周三" ? "confirm-step" : "text")).Arrow("start", "Done", title);
        await bench.PublishAsync(flow, "many");
        await bench.RaiseAsync("Go", bench.Bureau.Li);
        bench.Now = InboxBench.Time("2026-03-02 09:00");
        return bench;
    }

    private static Task<IReadOnlyList<string>> DueAsync(InboxBench bench, string due) => bench.MineAsync(bench.Bureau.Sun, new TaskQuery(Due: due));

    [Fact]
    public async Task The_most_urgent_comes_first()
    {
        await using var bench = await RunningAsync();
        Assert.Equal(["已过", "今日", "周三", "周四", "周五", "四月", "无期限"], await bench.MineAsync(bench.Bureau.Sun));
    }

    [Fact]
    public async Task Filters_say_the_same_as_the_words_on_the_rows()
    {
        await using var bench = await RunningAsync();
        Assert.Equal(["已过"], await DueAsync(bench, "OVERDUE"));
        Assert.Equal(["今日"], await DueAsync(bench, "TODAY"));
        Assert.Equal(["周三", "周四"], await DueAsync(bench, "WITHIN_3"));
        Assert.Equal(["周五", "四月"], await DueAsync(bench, "NORMAL"));
        Assert.Equal(["无期限"], await DueAsync(bench, "NONE"));
        Assert.Equal(["已过", "今日"], await DueAsync(bench, "OVERDUE,TODAY"));
        await using var db = bench.Database.CreateContext();
        var page = (await bench.Get<FindTasks>().MineAsync(new TaskQuery(), bench.As(bench.Bureau.Sun), db, bench.Bureau, bench.Now, default)).Value;
        foreach (var view in page.Items)
            Assert.Contains(view.Title, await DueAsync(bench, view.DueStatus));
        Assert.Equal(["已逾期 2 个工作日", "今日到期", "还有 2 个工作日", "还有 3 个工作日", "还有 4 个工作日", "还有 28 个工作日", "无期限"], page.Items.Select(v => v.DueText));
    }

    [Theory]
    [InlineData("urgency")]
    [InlineData("-urgency")]
    [InlineData("createdAt")]
    [InlineData("-createdAt")]
    public async Task Pages_neither_skip_nor_repeat(string sort)
    {
        await using var bench = await RunningAsync();
        await using var db = bench.Database.CreateContext();
        var find = bench.Get<FindTasks>();
        var all = (await find.MineAsync(new TaskQuery(Sort: sort), bench.As(bench.Bureau.Sun), db, bench.Bureau, bench.Now, default)).Value.Items.Select(t => t.Title).ToList();
        var paged = new List<string>();
        string? after = null;
        do
        {
            var page = (await find.MineAsync(new TaskQuery(Sort: sort, After: after, Limit: 2), bench.As(bench.Bureau.Sun), db, bench.Bureau, bench.Now, default)).Value;
            Assert.Equal((7, false), (page.Total, page.TotalIsCapped));
            paged.AddRange(page.Items.Select(t => t.Title));
            after = page.Next;
        }
        while (after is not null);
        Assert.Equal(all, paged);
        Assert.Equal(7, paged.Count);
    }

    [Fact]
    public async Task Search_finds_titles_and_numbers_and_unreadable_questions_are_refused()
    {
        await using var bench = await RunningAsync();
        Assert.Equal(["周三", "周四", "周五"], await bench.MineAsync(bench.Bureau.Sun, new TaskQuery(Q: "周")));
        Assert.Equal(7, (await bench.MineAsync(bench.Bureau.Sun, new TaskQuery(Q: "0001号"))).Count);
        Assert.Empty(await bench.MineAsync(bench.Bureau.Sun, new TaskQuery(Q: "没有这个")));
        await using var db = bench.Database.CreateContext();
        foreach (var (query, code) in new[] { (new TaskQuery(Sort: "colour"), "tasks.sort"), (new TaskQuery(Due: "LATER"), "tasks.due"), (new TaskQuery(After: "x_y"), "tasks.after"), (new TaskQuery(After: "-5_1"), "tasks.after") })
            Assert.Equal(code, (await bench.Get<FindTasks>().MineAsync(query, bench.As(bench.Bureau.Sun), db, bench.Bureau, bench.Now, default)).Rejection?.Code);
    }

    [Fact]
    public async Task Counts_are_the_totals_of_the_lists()
    {
        await using var bench = await RunningAsync();
        await using var db = bench.Database.CreateContext();
        var find = bench.Get<FindTasks>();
        Assert.Equal(new TaskCounts(7, 1, 1, 2, 1, 0), await find.CountAsync(bench.As(bench.Bureau.Sun), db, bench.Bureau, bench.Now, default));
        Assert.Equal(new TaskCounts(0, 0, 0, 0, 0, 7), await find.CountAsync(bench.As(bench.Bureau.Li), db, bench.Bureau, bench.Now, default));
        Assert.Equal(7, (await bench.SentAsync(bench.Bureau.Li)).Count);
    }

    [Fact]
    public async Task An_open_task_grants_its_matter_and_a_closed_one_does_not()
    {
        await using var bench = await RunningAsync();
        var access = bench.Get<Shared.Matters.IMatterAccess>();
        await using var db = bench.Database.CreateContext();
        Assert.True(await access.MaySeeAsync(bench.MatterId, bench.As(bench.Bureau.Sun), db, default));
        Assert.False(await access.MaySeeAsync(bench.MatterId, bench.As(bench.Bureau.Wang), db, default));
        var instance = (await bench.TaskAsync("今日")).InstanceId;
        await bench.DoAsync("cancel", Actor.System, act => act.CancelFlow(instance, Rejection.Conflict("test", "")));
        Assert.False(await access.MaySeeAsync(bench.MatterId, bench.As(bench.Bureau.Sun), db, default));
        Assert.All(await db.Set<WorkTask>().ToListAsync(), t => Assert.Equal(WorkTaskState.Cancelled, t.State));
        Assert.Empty(await bench.BrokenPromisesAsync());
    }
}
