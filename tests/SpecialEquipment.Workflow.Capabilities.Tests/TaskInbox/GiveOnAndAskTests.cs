using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Capabilities.Shared.Notices;
using SpecialEquipment.Workflow.Capabilities.TaskInbox;

namespace SpecialEquipment.Workflow.Capabilities.Tests.TaskInbox;

/// <summary>转办, 催办, comments and the lists.</summary>
public class GiveOnAndAskTests
{
    private const string Title = "整改核实";

    private static async Task<InboxBench> RunningAsync(string postKind = "CASE_OFFICER")
    {
        var bench = await InboxBench.OpenAsync();
        await bench.PublishAsync(new FlowText("give", "Go")
            .Task("a", ("Title", Title), ("PostKind", postKind), ("Outcomes", new[] { "Done" }), ("DueDate", "2026-03-20")).Arrow("start", "Done", "a"), "give");
        await bench.RaiseAsync("Go", bench.Bureau.Li);
        return bench;
    }

    private static async Task<Result<Guid>> TransferAsync(InboxBench bench, PersonView by, Guid? person = null, Guid? post = null, string? reason = "出差", long? version = null)
    {
        var view = await bench.ViewAsync(Title, by);
        return await new TransferTask(bench.Ring, bench.Get<INotices>())
            .DoAsync(view.Id, new TransferTask.Request(person, post, reason, version ?? view.Version), bench.As(by), default);
    }

    private static async Task<Result<Guid>> UrgeAsync(InboxBench bench, PersonView by, string? text = null) =>
        await new UrgeTask(bench.Ring, bench.Get<INotices>()).DoAsync((await bench.TaskAsync(Title)).Id, text, bench.As(by), default);

    [Fact]
    public async Task A_transferred_task_is_owed_by_the_new_one_and_both_are_told()
    {
        await using var bench = await RunningAsync();
        var before = await bench.TaskAsync(Title);
        Assert.Null((await TransferAsync(bench, bench.Bureau.Sun, bench.Bureau.Zhou.Id)).Rejection);
        Assert.Empty(await bench.MineAsync(bench.Bureau.Sun));
        Assert.Equal([Title], await bench.MineAsync(bench.Bureau.Zhou));
        Assert.Empty(await bench.MineAsync(bench.Bureau.Li)); // given to the person, not to his post
        Assert.Equal([Title], await bench.SentAsync(bench.Bureau.Sun));
        var view = await bench.ViewAsync(Title, bench.Bureau.Sun);
        var transfer = Assert.Single(view.Transfers);
        Assert.Equal(("孙办", "特设科承办岗", "特设科监察岗 周查", "出差"), (transfer.ByName, transfer.From, transfer.To, transfer.Reason));
        Assert.Equal(["TRANSFERRED", "OPEN"], view.Assignments.Select(a => a.State));
        Assert.Contains(await bench.NoticesAsync(bench.Bureau.Zhou), n => n.Title == $"转来待办：{Title}" && n.Body.Contains("出差"));
        Assert.Contains(await bench.NoticesAsync(bench.Bureau.Sun), n => n.Kind == NoticeKind.Copy);
        Assert.Equal((before.DueDate, before.InstanceId), ((await bench.TaskAsync(Title)).DueDate, (await bench.TaskAsync(Title)).InstanceId));
        Assert.Equal("tasks.not-yours", (await bench.CompleteAsync(Title, bench.Bureau.Sun, "Done")).Rejection?.Code);
        Assert.Null((await bench.CompleteAsync(Title, bench.Bureau.Zhou, "Done")).Rejection);
        Assert.Empty(await bench.BrokenPromisesAsync());
    }

    [Fact]
    public async Task The_deadline_becomes_that_of_the_post_that_owes_the_task_now()
    {
        await using var bench = await RunningAsync();
        Assert.Equal(bench.Bureau.Officer.Id, (await DeadlineAsync(bench)).OwnerPostId);
        await TransferAsync(bench, bench.Bureau.Sun, bench.Bureau.Zhou.Id);
        Assert.Equal(bench.Bureau.Inspector.Id, (await DeadlineAsync(bench)).OwnerPostId);
    }

    [Fact]
    public async Task Somebody_with_several_posts_takes_a_task_over_by_the_one_within_the_scope()
    {
        await using var bench = await RunningAsync();
        bench.Bureau.Hold(bench.Bureau.Wu, bench.Bureau.Inspector); // his first post is at another department
        Assert.Null((await TransferAsync(bench, bench.Bureau.Sun, bench.Bureau.Wu.Id)).Rejection);
        Assert.Equal("特设科监察岗 吴建", (await bench.ViewAsync(Title, bench.Bureau.Wu)).Transfers.Single().To);
        Assert.Null((await bench.CompleteAsync(Title, bench.Bureau.Wu, "Done")).Rejection);
    }

    private static async Task<Deadline> DeadlineAsync(InboxBench bench)
    {
        var id = (await bench.TaskAsync(Title)).DeadlineId;
        await using var db = bench.Database.CreateContext();
        return await db.Set<Deadline>().AsNoTracking().SingleAsync(d => d.Id == id);
    }

    [Fact]
    public async Task After_a_transfer_the_reminders_go_to_the_new_one()
    {
        await using var bench = await RunningAsync();
        await TransferAsync(bench, bench.Bureau.Sun, post: bench.Bureau.Inspector.Id);
        await bench.AdvanceAsync("2026-03-20 01:00");
        Assert.DoesNotContain(await bench.NoticesAsync(bench.Bureau.Sun), n => n.Kind == NoticeKind.Due);
        Assert.Single(await bench.NoticesAsync(bench.Bureau.Li), n => n.Kind == NoticeKind.Due);
        Assert.Single(await bench.NoticesAsync(bench.Bureau.Zhou), n => n.Kind == NoticeKind.Due);
    }

    [Fact]
    public async Task A_task_stays_within_the_scope_of_who_owes_it()
    {
        await using var bench = await RunningAsync();
        Assert.Equal("tasks.transfer-scope", (await TransferAsync(bench, bench.Bureau.Sun, bench.Bureau.Wu.Id)).Rejection?.Code);
        Assert.Equal("tasks.transfer-scope", (await TransferAsync(bench, bench.Bureau.Sun, post: bench.Bureau.Director.Id)).Rejection?.Code);
        Assert.Equal("tasks.transfer-to-same", (await TransferAsync(bench, bench.Bureau.Sun, post: bench.Bureau.Officer.Id)).Rejection?.Code);
        Assert.Equal("tasks.transfer-target", (await TransferAsync(bench, bench.Bureau.Sun, Guid.CreateVersion7())).Rejection?.Code);
        Assert.Equal("tasks.not-yours", (await TransferAsync(bench, bench.Bureau.Li, bench.Bureau.Zhou.Id)).Rejection?.Code);
        var form = (await TransferAsync(bench, bench.Bureau.Sun, reason: " ")).Rejection!;
        Assert.Equal(["toPersonId", "reason"], form.Errors.Select(e => e.Field));
        Assert.Equal("tasks.stale-version", (await TransferAsync(bench, bench.Bureau.Sun, bench.Bureau.Zhou.Id, version: 99)).Rejection?.Code);
        Assert.Equal([Title], await bench.MineAsync(bench.Bureau.Sun));
    }

    [Fact]
    public async Task The_unit_gives_on_within_the_unit()
    {
        await using var bench = await RunningAsync("SAFETY_DIRECTOR");
        Assert.Equal("tasks.transfer-scope", (await TransferAsync(bench, bench.Bureau.Wang, bench.Bureau.Sun.Id)).Rejection?.Code);
        Assert.Null((await TransferAsync(bench, bench.Bureau.Wang, post: bench.Bureau.Principal.Id)).Rejection);
        Assert.Equal([Title], await bench.MineAsync(bench.Bureau.Zheng));
    }

    [Fact]
    public async Task The_superior_gives_on_what_a_vacant_post_owes()
    {
        await using var bench = await RunningAsync();
        Assert.Equal("tasks.not-yours", (await TransferAsync(bench, bench.Bureau.Qian, bench.Bureau.Zhou.Id)).Rejection?.Code);
        bench.Bureau.Leave(bench.Bureau.Sun, bench.Now.AddHours(1));
        bench.Now = bench.Now.AddHours(2);
        Assert.Null((await TransferAsync(bench, bench.Bureau.Qian, bench.Bureau.Zhou.Id)).Rejection);
        Assert.Equal([Title], await bench.MineAsync(bench.Bureau.Zhou));
    }

    [Fact]
    public async Task Who_waits_may_urge_once_a_day_and_the_form_being_filled_in_stays_valid()
    {
        await using var bench = await RunningAsync();
        var seen = (await bench.ViewAsync(Title, bench.Bureau.Sun)).Version;
        Assert.Null((await UrgeAsync(bench, bench.Bureau.Li, "请今日办结")).Rejection);
        Assert.Equal("tasks.urged-today", (await UrgeAsync(bench, bench.Bureau.Li)).Rejection?.Code);
        Assert.Equal("tasks.urge-own", (await UrgeAsync(bench, bench.Bureau.Sun)).Rejection?.Code);
        Assert.Equal("tasks.not-found", (await UrgeAsync(bench, bench.Bureau.Wang)).Rejection?.Code);
        bench.Now = InboxBench.Time("2026-03-03 00:00");
        Assert.Null((await UrgeAsync(bench, bench.Bureau.Li)).Rejection);
        Assert.Equal(2, (await bench.TaskAsync(Title)).UrgeCount);
        Assert.Contains(await bench.NoticesAsync(bench.Bureau.Sun), n => n.Title == $"催办：{Title}" && n.Body.Contains("请今日办结"));
        Assert.Null((await bench.CompleteAsync(Title, bench.Bureau.Sun, "Done", version: seen)).Rejection);
    }

    [Fact]
    public async Task A_transfer_lets_the_new_one_be_urged_the_same_day()
    {
        await using var bench = await RunningAsync();
        await UrgeAsync(bench, bench.Bureau.Li);
        bench.Now = bench.Now.AddMinutes(5);
        await TransferAsync(bench, bench.Bureau.Sun, bench.Bureau.Zhou.Id);
        bench.Now = bench.Now.AddMinutes(5);
        Assert.Null((await UrgeAsync(bench, bench.Bureau.Li)).Rejection);
    }

    [Fact]
    public async Task Urging_many_answers_for_each()
    {
        await using var bench = await RunningAsync();
        var (task, nobody) = ((await bench.TaskAsync(Title)).Id, Guid.CreateVersion7());
        var verb = new UrgeTask(bench.Ring, bench.Get<INotices>());
        var answer = await BatchTasks.EachAsync([task, nobody, task], id => id, "已催办", id => verb.DoAsync(id, null, bench.As(bench.Bureau.Li), default));
        Assert.Equal([(task, true, null), (nobody, false, "tasks.not-found")], answer.Items.Select(r => (r.Id, r.Ok, r.Code)));
    }

    /// <summary>E9: each of many is an act of its own; what one version forbids does not undo the others.</summary>
    [Fact]
    public async Task Transferring_many_answers_for_each_and_undoes_none()
    {
        await using var bench = await RunningAsync();
        await bench.PublishAsync(new FlowText("other", "Go2")
            .Task("a", ("Title", "另一项"), ("PostKind", "CASE_OFFICER"), ("Outcomes", new[] { "Done" }), ("DueDate", "2026-03-20")).Arrow("start", "Done", "a"), "other");
        await bench.RaiseAsync("Go2", bench.Bureau.Li);
        var (first, second) = (await bench.ViewAsync(Title, bench.Bureau.Sun), await bench.ViewAsync("另一项", bench.Bureau.Sun));
        BatchTasks.Item[] seen = [new(first.Id, first.Version + 1), new(second.Id, second.Version)];
        var verb = new TransferTask(bench.Ring, bench.Get<INotices>());
        var answer = await BatchTasks.EachAsync(seen, i => i.Id, "已转办", i =>
            verb.DoAsync(i.Id, new TransferTask.Request(bench.Bureau.Zhou.Id, null, "出差", i.Version), bench.As(bench.Bureau.Sun), default));
        Assert.Equal([false, true], answer.Items.Select(r => r.Ok));
        Assert.Equal("tasks.stale-version", answer.Items[0].Code);
        Assert.Equal(["另一项"], await bench.MineAsync(bench.Bureau.Zhou));
        Assert.Equal([Title], await bench.MineAsync(bench.Bureau.Sun));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(101)]
    public void A_batch_of_none_or_too_many_is_refused(int? count) => Assert.Equal("tasks.batch-size", BatchTasks.Objection("items", count)!.Code);

    [Fact]
    public async Task Comments_are_read_by_all_who_may_see_the_task()
    {
        await using var bench = await RunningAsync();
        var comment = new CommentTask(bench.Ring);
        var id = (await bench.TaskAsync(Title)).Id;
        await TransferAsync(bench, bench.Bureau.Sun, bench.Bureau.Zhou.Id);
        Assert.Null((await comment.DoAsync(id, " 已到现场 ", bench.As(bench.Bureau.Sun), default)).Rejection); // formerly his
        Assert.Equal("tasks.not-found", (await comment.DoAsync(id, "看看", bench.As(bench.Bureau.Wang), default)).Rejection?.Code);
        Assert.Equal("tasks.comment-text", (await comment.DoAsync(id, "  ", bench.As(bench.Bureau.Sun), default)).Rejection?.Code);
        var said = Assert.Single((await bench.ViewAsync(Title, bench.Bureau.Zhou)).Comments);
        Assert.Equal(("孙办", "已到现场"), (said.PersonName, said.Text));
    }
}
