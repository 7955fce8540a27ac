using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.CaseFile;
using SpecialEquipment.Workflow.Capabilities.Hazards;
using SpecialEquipment.Workflow.Capabilities.Ledger;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Capabilities.TaskInbox;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Benchmarks.Size;

/// <param name="Limit">Milliseconds that p95 must not pass.</param>
internal sealed record HotQuery(string Name, double Limit, Func<int, Task<int>> RunAsync);

/// <summary>What people look at all day, as the server answers it. Each run takes another county, page or case.</summary>
internal static class HotQueries
{
    private const double Ledger = 100, Inbox = 50, Case = 100;

    public static async Task<IReadOnlyList<HotQuery>> OfAsync(SizeHost host)
    {
        var officer = await host.ActorAsync("officer1");
        var auditor = await host.ActorAsync("auditor1");
        Actor County(int n) => host.Officer(Province.County(n % 110));
        Actor City(int n) => host.Officer(Province.City(n % 11));
        Actor Whole(int n) => n >= 0 ? host.Officer(Province.Code + "0000") : auditor;
        Task<int> Page(Actor actor, HazardFilter filter, int pages = 1) => PageAsync(host, actor, filter, pages);
        var (matter, hazard) = (host.Province.HazardAt(7).Matter, host.Province.HazardAt(7).Hazard);
        return
        [
            new("ledger: county, newest first", Ledger, n => Page(County(n), new())),
            new("ledger: county, rectifying by deadline", Ledger, n => Page(County(n), new() { State = "RECTIFYING,PLAN_PENDING", Sort = "deadline,-foundAt" })),
            new("ledger: city, tip-offs about elevators", Ledger, n => Page(City(n), new() { Source = "TIP_OFF", EquipmentKind = "ELEVATOR" })),
            new("ledger: city, overdue, third page", Ledger, n => Page(City(n), new() { Overdue = true, Sort = "deadline" }, 3)),
            new("ledger: province, newest first", Ledger, n => Page(Whole(n), new())),
            new("ledger: province, major and open, by discovery", Ledger, n => Page(Whole(n), new() { Grade = "MAJOR", State = "RECTIFYING,ORDERED,PLAN_IN_REVIEW", Sort = "-foundAt" })),
            new("ledger: auditor, signed off, oldest first, third page", Ledger, _ => Page(auditor, new() { State = "SIGNED_OFF", Sort = "createdAt" }, 3)),
            new("ledger: one unit's user", Ledger, n => Page(host.UnitUser(Province.Id(2, n % host.Province.Enterprises)), new())),
            new("search: a unit's name in the province", Ledger, n => Page(Whole(n), new() { Q = host.Province.HazardAt(n * 31).Hazard.EnterpriseName })),
            new("search: two common words in the province", Ledger, n => Page(Whole(n), new() { Q = "电梯 安全钳" })),
            new("search: beginning of a number", Ledger, n => Page(Whole(n), new() { Q = matter.Number?[..12] ?? "晟市监隐" })),
            new("search: beginning of a device code", Ledger, n => Page(Whole(n), new() { Q = hazard.EquipmentCode![..14] })),
            new("ledger: facets of a city", 2 * Ledger, n => FacetsAsync(host, City(n), new() { State = "RECTIFYING" })),
            new("inbox: a county's desk", Inbox, n => InboxAsync(host, County(n), new TaskQuery())),
            new("inbox: overdue only", Inbox, n => InboxAsync(host, County(n), new TaskQuery(Due: "OVERDUE"))),
            new("inbox: numbers of the workbench", 2 * Inbox, n => host.ReadAsync(async (s, db) =>
                (await s.GetRequiredService<FindTasks>().CountAsync(County(n), db, s.GetRequiredService<IDirectory>(), host.Now, default)).Mine)),
            new("case page", Case, n => host.ReadAsync(async (s, _) => await s.GetRequiredService<ReadCase>().DoAsync(Province.Id(4, n * 200 % host.Province.Hazards), officer, default) is null ? 0 : 1)),
            new("ledger of one case, verified", Case, n => host.ReadAsync(async (s, db) => (await ReadLedger.ReadAsync(Province.Id(4, n), auditor, db, s.GetRequiredService<MatterAccess>(), default)).Value.Items.Count)),
            new("next timer", 10, _ => host.ReadAsync(async (s, _) => await s.GetRequiredService<DueTimers>().NextAsync(default) is null ? 0 : 1)),
        ];
    }

    private static Task<int> PageAsync(SizeHost host, Actor actor, HazardFilter filter, int pages) => host.ReadAsync(async (s, _) =>
    {
        var query = (await s.GetRequiredService<HazardQueries>().OfAsync(filter, actor, default)).Value;
        var order = HazardOrder.Parse(filter.Sort)!;
        string? after = null;
        var rows = 0;
        for (var page = 0; page < pages; page++)
        {
            var found = (await query.PageAsync(order, after, 50, default)).Value;
            (after, rows) = (found.Next, found.Items.Count);
            if (after is null)
                break;
        }
        return rows;
    });

    private static Task<int> FacetsAsync(SizeHost host, Actor actor, HazardFilter filter) => host.ReadAsync(async (s, _) =>
    {
        var query = (await s.GetRequiredService<HazardQueries>().OfAsync(filter, actor, default)).Value;
        return (await CountHazards.CountAsync(query, false, s.GetRequiredService<IDirectory>(), s.GetRequiredService<DeadlineRules>().Now.Calendar, ShanghaiTime.DateOf(host.Now), default)).Total;
    });

    private static Task<int> InboxAsync(SizeHost host, Actor actor, TaskQuery query) => host.ReadAsync(async (s, db) =>
        (await s.GetRequiredService<FindTasks>().MineAsync(query, actor, db, s.GetRequiredService<IDirectory>(), host.Now, default)).Value.Items.Count);
}
