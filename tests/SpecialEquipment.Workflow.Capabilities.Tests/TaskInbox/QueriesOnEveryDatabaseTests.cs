using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Notifications;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.TaskInbox;
using SpecialEquipment.Workflow.Capabilities.WorkCalendars;
using SpecialEquipment.Workflow.Storage;
using SpecialEquipment.Workflow.Storage.Dialects;

namespace SpecialEquipment.Workflow.Capabilities.Tests.TaskInbox;

/// <summary>The questions of inbox and bell can be asked in the SQL of all three databases; no server is needed to write a sentence down.</summary>
public class QueriesOnEveryDatabaseTests
{
    [Theory]
    [InlineData("Sqlite", "Data Source=:memory:")]
    [InlineData("PostgreSql", "Host=nowhere;Database=none;Username=nobody")]
    [InlineData("SqlServer", "Server=nowhere;Database=none;User Id=nobody;Password=nothing")]
    public async Task Every_question_becomes_sql(string provider, string connection)
    {
        var services = new ServiceCollection();
        var configuration = new ConfigurationBuilder().Build();
        services.AddActRing().AddWorkflowDatabase(Dialect.Find(provider), connection);
        new WorkCalendarCapability().AddServices(services, configuration);
        new TaskInboxCapability().AddServices(services, configuration);
        new NotificationsCapability().AddServices(services, configuration);
        await using var built = services.BuildServiceProvider();
        await using var db = built.GetRequiredService<WorkflowDatabase>().CreateContext();
        var now = InboxBench.Time("2026-03-02 09:00");
        var actor = new Bureau().Actor(new Bureau().Sun, now) with { Posts = [new HeldPost(Guid.CreateVersion7(), "岗", "INSPECTOR", null, null, null, "140581", null)] };

        var owed = TaskScope.OwedBy(actor, db).Select(a => a.TaskId);
        var mine = db.Set<WorkTask>().Where(t => t.State == WorkTaskState.Open && owed.Contains(t.Id));
        var filtered = new DueFilter(now, ShippedData.Calendar()).Apply(FindTasks.Search(mine, new TaskQuery(Q: "电梯", Form: "grade"), db), DueFilter.Codes);
        IQueryable<object> Position(string sort) => TaskOrdering.Parse(sort)!.Order(TaskOrdering.Parse(sort)!.After(filtered, "1772413200000_7")!).Take(51);
        IQueryable<object>[] questions =
        [
            TaskScope.LedBy(actor, db), FindTasks.SentQuery(actor, db),
            db.Set<WorkTask>().Where(t => TaskScope.TouchedBy(actor, db).Contains(t.Id)),
            db.Set<Shared.Matters.Matter>().Where(m => new TaskScope().MattersGrantedTo(actor, db).Contains(m.Id)),
            Position("urgency"), Position("-urgency"), Position("createdAt"), Position("-createdAt"),
            db.Set<Notice>().Where(n => n.RecipientPersonId == actor.PersonId && (n.Key > 7 || n.DeliveredAt == null)).OrderByDescending(n => n.Key).Take(200),
        ];
        Assert.All(questions, q => Assert.Contains("SELECT", q.ToQueryString()));
    }
}
