using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.WorkCalendars;
using SpecialEquipment.Workflow.Storage.Tests.Databases;

namespace SpecialEquipment.Workflow.Storage.Tests.Conformance;

/// <summary>Calendar, policy pack and deadlines come back from every database as they went in, and two nodes recompute without doing anything twice.</summary>
public abstract class CalendarConformance(TestServer server) : Conformance(server)
{
    private static readonly DateTimeOffset Started = new(2026, 12, 18, 2, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Loaded = new(2026, 12, 21, 2, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task The_shipped_data_is_read_back_as_it_was_shipped()
    {
        await using var test = await StartedAsync();
        await using var db = test.Database.CreateContext();
        var calendar = (await CalendarBook.CalendarAsync(db, default))!;
        var policy = (await CalendarBook.PolicyAsync(db, default))!;
        Assert.Equal(ShippedData.Policy().Rules, policy.Rules);
        Assert.Equal(ShippedData.Policy().Parameters, policy.Parameters);
        Assert.Equal(ShippedData.Calendar().Years.SelectMany(y => y.Off), calendar.Years.SelectMany(y => y.Off));
        Assert.Equal(ShippedData.Calendar().Years.SelectMany(y => y.Holidays), calendar.Years.SelectMany(y => y.Holidays));
    }

    [Fact]
    public async Task A_deadline_comes_back_with_its_pauses_and_extensions()
    {
        await using var test = await StartedAsync();
        var rules = test.Get<DeadlineRules>().Now;
        var deadline = Deadline.Start(Guid.CreateVersion7(), "seizure", Started, rules, "140581", Guid.CreateVersion7());
        deadline.Pause(ClockStopReason.InspectionOrTesting, Started.AddDays(1), "委托检验〔2026〕3号");
        deadline.Resume(Started.AddDays(5), rules.Calendar);
        var more = rules.Policy.Rule("seizureExtension", Started).Limit;
        Assert.Null(deadline.Extend(Extension.By(more, Started.AddDays(20), Started.AddDays(21), "负责人批准"), rules.Calendar));
        await DoAsync(test.Ring, (act, _) =>
        {
            act.Db.Add(deadline);
            return Task.CompletedTask;
        });
        await using var db = test.Database.CreateContext();
        var read = await db.Set<Deadline>().SingleAsync();
        Assert.Equal(deadline.Stops, read.Stops);
        Assert.Equal(deadline.Changes, read.Changes);
        Assert.Equal((deadline.DueOn, deadline.DueAt, deadline.OverdueAt, deadline.Unit, deadline.State), (read.DueOn, read.DueAt, read.OverdueAt, read.Unit, read.State));
    }

    [Fact]
    public async Task Two_nodes_that_recompute_at_once_move_every_deadline_once()
    {
        const int count = 260;
        await using var test = await StartedAsync();
        await DoAsync(test.Ring, (act, _) =>
        {
            act.Db.AddRange(Enumerable.Range(0, count).Select(_ => Deadline.Start(Guid.CreateVersion7(), "reinspect", Started, test.Get<DeadlineRules>().Now)));
            return Task.CompletedTask;
        });
        var admin = new Actor { UserId = Guid.CreateVersion7(), UserName = "admin", PersonName = "管理员", Roles = new HashSet<string> { Roles.Administrator } };
        var form = new YearForm("测试用放假安排", [], ["2027-01-01", "2027-01-04"], []);
        var receipt = await test.Ring.RunAsync("load", admin, (act, ct) => LoadCalendarYear.DoAsync(2027, form, act, ct), Loaded);
        Assert.Equal(count, receipt.Value.ToRecompute);

        var follow = test.Get<FollowCalendar>();
        await Task.WhenAll(Task.Run(() => follow.FollowAsync(default)), Task.Run(() => follow.FollowAsync(default)));
        await follow.FollowAsync(default); // a node refused as busy goes on at its next look

        await using var db = test.Database.CreateContext();
        Assert.Equal(count, await db.Set<Deadline>().CountAsync(d => d.DueOn == new DateOnly(2027, 1, 5) && !d.Provisional && d.Version == 2));
        var edition = await db.Set<CalendarEdition>().OrderByDescending(e => e.Key).FirstAsync();
        Assert.Equal((count, count), (edition.Checked, edition.Moved));
    }

    private async Task<TestDatabase> StartedAsync()
    {
        var test = await NewDatabaseAsync(services =>
        {
            var configuration = new ConfigurationBuilder().Build();
            services.AddSingleton<IConfiguration>(configuration);
            new WorkCalendarCapability().AddServices(services, configuration);
        });
        await test.Get<FollowCalendar>().RunAsync(default);
        return test;
    }
}

public sealed class CalendarOnSqlite() : CalendarConformance(new SqliteServer());
public sealed class CalendarOnPostgreSql(PostgreSqlServer server) : CalendarConformance(server);
public sealed class CalendarOnSqlServer() : CalendarConformance(new SqlServerServer());
