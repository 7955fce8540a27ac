using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Notifications;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Evidence;
using SpecialEquipment.Workflow.Capabilities.Shared.Notices;
using SpecialEquipment.Workflow.Capabilities.Tests.TaskInbox;
using SpecialEquipment.Workflow.Storage.Flows;

namespace SpecialEquipment.Workflow.Capabilities.Tests.Notifications;

public class NoticesTests
{
    private static async Task<IReadOnlyList<ToldPerson>> SendAsync(InboxBench bench, string title, params NoticeTarget[] to)
    {
        IReadOnlyList<ToldPerson> told = [];
        await bench.DoAsync("send", Actor.System, async act => told = await bench.Get<INotices>().SendAsync(
            new NoticeDraft(NoticeKind.Decision, title, "内容") { To = to, MatterId = bench.MatterId }, act, default));
        return told;
    }

    private static async Task<NoticePage> PageAsync(InboxBench bench, PersonView person, string? after = null, int? limit = null, bool unread = false)
    {
        await using var db = bench.Database.CreateContext();
        return (await FindNotices.DoAsync(after, limit, unread, bench.As(person), db, default)).Value;
    }

    [Fact]
    public async Task A_post_is_its_holders_and_nobody_is_told_twice()
    {
        await using var bench = await InboxBench.OpenAsync();
        var told = await SendAsync(bench, "决定", NoticeTarget.Post(bench.Bureau.Inspector.Id), NoticeTarget.Person(bench.Bureau.Li.Id));
        Assert.Equal(["李查", "周查"], told.Select(p => p.Name));
        var notice = Assert.Single((await PageAsync(bench, bench.Bureau.Li)).Items);
        Assert.Equal(("DECISION", "决定", "特设科监察岗", false), (notice.Kind, notice.KindName, notice.PostName!, notice.ForVacantPost));
    }

    [Fact]
    public async Task A_vacant_post_speaks_to_the_one_above_as_far_up_as_needed()
    {
        await using var bench = await InboxBench.OpenAsync();
        bench.Bureau.Leave(bench.Bureau.Sun, bench.Now);
        bench.Bureau.Leave(bench.Bureau.Qian, bench.Now);
        var told = Assert.Single(await SendAsync(bench, "决定", NoticeTarget.Post(bench.Bureau.Officer.Id)));
        Assert.Equal(("赵局", true), (told.Name, told.ForVacantPost));
    }

    [Fact]
    public async Task When_nobody_upward_holds_a_post_the_ledger_says_so()
    {
        await using var bench = await InboxBench.OpenAsync();
        bench.Bureau.Leave(bench.Bureau.Zhao, bench.Now);
        Assert.Empty(await SendAsync(bench, "决定", NoticeTarget.Post(bench.Bureau.Leader.Id)));
        await using var db = bench.Database.CreateContext();
        Assert.Contains("无人可告知", (await db.Set<LedgerEntry>().SingleAsync(e => e.Act == "send-notice")).Summary);
    }

    [Fact]
    public async Task A_flow_tells_a_post_of_the_unit()
    {
        await using var bench = await InboxBench.OpenAsync();
        await bench.PublishAsync(new FlowText("tell", "Go")
            .Notify("n", ("AssigneeKind", "ENTERPRISE_POST"), ("PostKind", "SAFETY_DIRECTOR"), ("Kind", "DECISION"), ("Title", "方案已通过"), ("Body", "请按期整改")).Arrow("start", "Done", "n"), "tell");
        await bench.RaiseAsync("Go");
        var notice = Assert.Single((await PageAsync(bench, bench.Bureau.Wang)).Items);
        Assert.Equal(("DECISION", "方案已通过", "请按期整改", bench.MatterId), (notice.Kind, notice.Title, notice.Body, notice.MatterId!.Value));
        await using var db = bench.Database.CreateContext();
        Assert.Equal("Finished", (await db.Set<FlowInstance>().SingleAsync()).Status);
    }

    [Fact]
    public async Task The_bell_reads_back_in_time_and_a_client_that_was_away_reads_on()
    {
        await using var bench = await InboxBench.OpenAsync();
        foreach (var title in new[] { "一", "二", "三", "四", "五" })
            await SendAsync(bench, title, NoticeTarget.Person(bench.Bureau.Li.Id), NoticeTarget.Person(bench.Bureau.Sun.Id));
        var first = await PageAsync(bench, bench.Bureau.Li, limit: 2);
        Assert.Equal((5, "五,四"), (first.Unread, Titles(first)));
        var second = await PageAsync(bench, bench.Bureau.Li, first.Next, 2);
        var third = await PageAsync(bench, bench.Bureau.Li, second.Next, 2);
        Assert.Equal(("三,二", "一", null), (Titles(second), Titles(third), third.Next));

        var seen = second.Items[0].Sequence;
        var missed = await PageAsync(bench, bench.Bureau.Li, seen.ToString(), 1);
        Assert.Equal("四", Titles(missed));
        Assert.Equal("五", Titles(await PageAsync(bench, bench.Bureau.Li, missed.Next)));
        await using var db = bench.Database.CreateContext();
        Assert.Equal("notices.after", (await FindNotices.DoAsync("later", null, false, bench.As(bench.Bureau.Li), db, default)).Rejection?.Code);

        static string Titles(NoticePage page) => string.Join(',', page.Items.Select(n => n.Title));
    }

    [Fact]
    public async Task Receipts_are_kept_once_and_stand_in_the_ledger()
    {
        await using var bench = await InboxBench.OpenAsync();
        await SendAsync(bench, "决定", NoticeTarget.Person(bench.Bureau.Li.Id));
        var (receive, id) = (new ReceiveNotices(bench.Ring), (await PageAsync(bench, bench.Bureau.Li)).Items[0].Id);
        Assert.Equal(0, (await receive.DeliveredAsync([id], bench.As(bench.Bureau.Zhou), default)).Value); // not his
        Assert.Equal("notices.not-found", (await receive.OpenedAsync(id, bench.As(bench.Bureau.Zhou), default)).Rejection?.Code);
        Assert.Equal(1, (await receive.DeliveredAsync([id, id], bench.As(bench.Bureau.Li), default)).Value);
        var delivered = bench.Now;
        bench.Now = bench.Now.AddMinutes(3);
        Assert.Equal(0, (await receive.DeliveredAsync([id], bench.As(bench.Bureau.Li), default)).Value);
        Assert.Equal(1, (await receive.OpenedAsync(id, bench.As(bench.Bureau.Li), default)).Value);
        Assert.Equal(0, (await receive.OpenedAsync(id, bench.As(bench.Bureau.Li), default)).Value);
        var page = await PageAsync(bench, bench.Bureau.Li);
        Assert.Equal((delivered, bench.Now, 0), (page.Items[0].DeliveredAt!.Value, page.Items[0].OpenedAt!.Value, page.Unread));
        await using var db = bench.Database.CreateContext();
        Assert.Equal(["deliver-notice", "open-notice"], await db.Set<LedgerEntry>().Where(e => e.Act.EndsWith("-notice") && e.Act != "send-notice").OrderBy(e => e.Sequence).Select(e => e.Act).ToListAsync());
    }

    [Fact]
    public async Task All_up_to_one_are_opened_and_later_ones_are_not()
    {
        await using var bench = await InboxBench.OpenAsync();
        foreach (var title in new[] { "一", "二", "三" })
            await SendAsync(bench, title, NoticeTarget.Person(bench.Bureau.Li.Id), NoticeTarget.Person(bench.Bureau.Sun.Id));
        var second = (await PageAsync(bench, bench.Bureau.Li)).Items[1];
        Assert.Equal(2, (await new ReceiveNotices(bench.Ring).OpenedUpToAsync(second.Sequence, bench.As(bench.Bureau.Li), default)).Value);
        Assert.Equal(["三"], (await PageAsync(bench, bench.Bureau.Li, unread: true)).Items.Select(n => n.Title));
        Assert.Equal(3, (await PageAsync(bench, bench.Bureau.Sun)).Unread);
    }

    [Fact]
    public async Task A_client_is_given_again_what_was_never_delivered_even_below_the_number_it_saw()
    {
        await using var bench = await InboxBench.OpenAsync();
        foreach (var title in new[] { "一", "二", "三" })
            await SendAsync(bench, title, NoticeTarget.Person(bench.Bureau.Li.Id));
        var all = (await PageAsync(bench, bench.Bureau.Li)).Items;
        await new ReceiveNotices(bench.Ring).DeliveredAsync([all[1].Id], bench.As(bench.Bureau.Li), default);
        await using var db = bench.Database.CreateContext();
        var missed = await FindNotices.MissedAsync(all[1].Sequence, bench.Bureau.Li.Id, db, default);
        Assert.Equal(["一", "三"], missed.Select(n => n.Title));
    }
}
