using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Notifications;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Capabilities.TaskInbox;
using SpecialEquipment.Workflow.Capabilities.WorkCalendars;
using SpecialEquipment.Workflow.Engine.Activities;
using SpecialEquipment.Workflow.Storage;
using SpecialEquipment.Workflow.Storage.Flows;

namespace SpecialEquipment.Workflow.Capabilities.Tests.TaskInbox;

/// <summary>One bureau, one matter, real acts and flows over a database of its own; time moves only when a test says so.</summary>
internal sealed class InboxBench : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly DatabasePlace place;

    private InboxBench(ServiceProvider services, Bureau bureau, DatabasePlace place) => (this.services, Bureau, this.place) = (services, bureau, place);

    public Bureau Bureau { get; }
    public Guid MatterId { get; private set; }
    public DateTimeOffset Now { get; set; } = Time("2026-03-02 09:00");
    public WorkflowDatabase Database => Get<WorkflowDatabase>();
    public IActRing Ring => new RingAt(Get<IActRing>(), () => Now);

    public AsyncServiceScope Scope() => services.CreateAsyncScope();

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    /// <summary>An instant in Shanghai: "2026-03-02 09:00".</summary>
    public static DateTimeOffset Time(string text) => new DateTimeOffset(DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(8)).ToUniversalTime();

    public static async Task<InboxBench> OpenAsync()
    {
        var bureau = new Bureau();
        var collection = new ServiceCollection();
        var configuration = new ConfigurationBuilder().Build();
        var place = await DatabasePlace.NextAsync($"Data Source=inbox-{Guid.CreateVersion7():N};Mode=Memory;Cache=Shared");
        collection.AddActRing().AddWorkflowDatabase(place.Dialect, place.ConnectionString);
        collection.AddSingleton<IConfiguration>(configuration).AddSingleton<IDirectory>(bureau);
        collection.AddSingleton<Advance>().AddSingleton<IMatterCommand>(s => s.GetRequiredService<Advance>()).AddSingleton<Fragile>().AddSingleton<IHostActivity>(s => s.GetRequiredService<Fragile>());
        collection.AddSingleton<IMatterAccess, OnlyByGrant>();
        new WorkCalendarCapability().AddServices(collection, configuration);
        new TaskInboxCapability().AddServices(collection, configuration);
        new NotificationsCapability().AddServices(collection, configuration);
        var bench = new InboxBench(collection.BuildServiceProvider(), bureau, place);
        // An in-memory database lives as long as somebody has it open.
        bench.keepAlive = bench.Database.CreateContext();
        if (!DatabasePlace.IsElsewhere)
            await bench.keepAlive.Database.OpenConnectionAsync();
        await place.CreateAsync(bench.keepAlive);
        bench.MatterId = await bench.ReportAsync();
        return bench;
    }

    private WorkflowDbContext? keepAlive;

    public async Task<Guid> ReportAsync()
    {
        var id = Guid.CreateVersion7();
        await DoAsync("report", Actor.System, act =>
        {
            act.Db.Add(new Matter
            {
                Id = id, Kind = "HAZARD", Number = "高市监隐〔2026〕第0001号", Title = "曳引电梯 限速器失效", RegionCode = Bureau.Region, EnterpriseId = Bureau.Enterprise,
                CreatedAt = Now, UpdatedAt = Now, Version = 5,
            });
            act.Record(new LedgerFact(id, "report-hazard", "上报隐患"));
        });
        return id;
    }

    public Task PublishAsync(FlowText flow, string id) => DoAsync("publish", Actor.System, async act =>
    {
        act.Db.Add(new FlowDefinition
        {
            VersionId = Guid.CreateVersion7(), DefinitionId = id, Version = 1, Name = id, Json = flow.ToString(), IsLatest = true, IsPublished = true, CreatedAt = Now, UpdatedAt = Now,
        });
        var stamp = await act.Db.Set<Stamp>().SingleAsync(s => s.Name == Stamp.Definitions);
        stamp.Value++;
    });

    public Task RaiseAsync(string signal, PersonView? by = null, object? payload = null) => DoAsync("raise " + signal, by is null ? Actor.System : As(by), act =>
        act.Raise(signal, MatterId, payload is null ? null : Payload(payload)));

    public Actor As(PersonView person) => Bureau.Actor(person, Now);

    /// <summary>Moves time on and lets every timer due until then happen at its own instant, in order.</summary>
    public async Task AdvanceAsync(string to)
    {
        var until = Time(to);
        while (true)
        {
            await using var db = Database.CreateContext();
            var due = await db.Set<FlowBookmark>().Where(b => b.DueAt != null && b.DueAt <= until).OrderBy(b => b.DueAt).ThenBy(b => b.Key).FirstOrDefaultAsync();
            if (due is null)
                break;
            Now = due.DueAt!.Value > Now ? due.DueAt.Value : Now;
            await DoAsync("timer", Actor.System, act => act.FireTimer(due.Id));
        }
        Now = until;
    }

    public async Task<WorkTask> TaskAsync(string title)
    {
        await using var db = Database.CreateContext();
        return await db.Set<WorkTask>().AsNoTracking().OrderByDescending(t => t.Key).FirstAsync(t => t.Title == title);
    }

    public async Task<TaskView> ViewAsync(string title, PersonView reader)
    {
        await using var db = Database.CreateContext();
        var task = await TaskAsync(title);
        return (await Get<FindTasks>().OfMatterAsync(task.MatterId, As(reader), db, Bureau, Now, default)).Single(v => v.Id == task.Id);
    }

    /// <summary>The task as somebody sees it who may act on it; as the first person does, when nobody may.</summary>
    public async Task<(TaskView View, PersonView Person)> ViewAsync(WorkTask task, IReadOnlyList<PersonView> people)
    {
        await using var db = Database.CreateContext();
        TaskView? last = null;
        foreach (var person in people)
        {
            last = (await Get<FindTasks>().OfMatterAsync(task.MatterId, As(person), db, Bureau, Now, default)).Single(v => v.Id == task.Id);
            if (last.CanAct)
                return (last, person);
        }
        return (last!, people[^1]);
    }

    public async Task<IReadOnlyList<string>> MineAsync(PersonView person, TaskQuery? query = null)
    {
        await using var db = Database.CreateContext();
        return [.. (await Get<FindTasks>().MineAsync(query ?? new TaskQuery(), As(person), db, Bureau, Now, default)).Value.Items.Select(t => t.Title)];
    }

    public async Task<IReadOnlyList<string>> SentAsync(PersonView person)
    {
        await using var db = Database.CreateContext();
        return [.. (await Get<FindTasks>().SentAsync(new TaskQuery(), As(person), db, Bureau, Now, default)).Value.Items.Select(t => t.Title)];
    }

    public async Task<Result<CommandReceipt>> CompleteAsync(string title, PersonView by, string outcome, object? form = null, long? version = null)
    {
        var view = await ViewAsync(title, by);
        return await new CompleteTask(Ring, services.GetServices<IMatterCommand>())
            .DoAsync(view.Id, new CompleteTask.Request(outcome, form is null ? null : JsonSerializer.SerializeToElement(form), version ?? view.Version), As(by), default);
    }

    public async Task<IReadOnlyList<Notice>> NoticesAsync(PersonView? person = null)
    {
        await using var db = Database.CreateContext();
        return await db.Set<Notice>().AsNoTracking().Where(n => person == null || n.RecipientPersonId == person.Id).OrderBy(n => n.Key).ToListAsync();
    }

    public async Task<IReadOnlyList<string>> BrokenPromisesAsync()
    {
        await using var db = Database.CreateContext();
        return await Get<CheckTasks>().DoAsync(db, default);
    }

    public Task DoAsync(string name, Actor actor, Action<ActContext> body) => DoAsync(name, actor, act => { body(act); return Task.CompletedTask; });

    public async Task DoAsync(string name, Actor actor, Func<ActContext, Task> body)
    {
        var done = await Ring.RunAsync<bool>(name, actor, async (act, _) => { await body(act); return true; });
        Assert.Null(done.Rejection);
    }

    public async ValueTask DisposeAsync()
    {
        if (keepAlive is not null)
            await keepAlive.DisposeAsync();
        await services.DisposeAsync();
        await place.DropAsync();
    }

    private static Dictionary<string, object?> Payload(object payload) =>
        payload.GetType().GetProperties().ToDictionary(p => p.Name, p => p.GetValue(payload) is Guid id ? id.ToString("D") : p.GetValue(payload));

    /// <summary>The ring with the bench's time for "now".</summary>
    private sealed class RingAt(IActRing ring, Func<DateTimeOffset> now) : IActRing
    {
        public Task<Result<T>> RunAsync<T>(
            string name, Actor actor, Func<ActContext, CancellationToken, Task<Result<T>>> body, DateTimeOffset? at = null, CancellationToken cancellation = default) =>
            ring.RunAsync(name, actor, body, at ?? now(), cancellation);
    }
}

/// <summary>Nobody sees a matter by his place in the organisation here: what he sees he sees because of a task.</summary>
internal sealed class OnlyByGrant(IEnumerable<IMatterGrants> grants) : IMatterAccess
{
    public async Task<bool> MaySeeAsync(Guid matterId, Actor actor, WorkflowDbContext db, CancellationToken cancellation)
    {
        foreach (var grant in grants)
        {
            if (await grant.MattersGrantedTo(actor, db).AnyAsync(id => id == matterId, cancellation))
                return true;
        }
        return actor.IsSystem;
    }

    public Task<bool> HandlesAsync(Guid matterId, IReadOnlyList<string> postKinds, Actor actor, WorkflowDbContext db, CancellationToken cancellation) => Task.FromResult(false);
}

/// <summary>A command as the matters have them: moves the version, refuses what its rule forbids, raises a signal.</summary>
internal sealed class Advance : IMatterCommand
{
    public string Name => "advance";
    public string DisplayName => "推进";
    public Type FormType => typeof(JsonElement);
    public bool NeedsSecondPerson { get; set; }
    public string? LastForm { get; private set; }
    public CommandAvailability Availability { get; set; } = CommandAvailability.Available;

    public Task<CommandAvailability> AvailabilityAsync(Matter matter, ActContext act, CancellationToken cancellation) => Task.FromResult(Availability);

    public async Task<Result<CommandReceipt>> ExecuteAsync(Guid matterId, long seenVersion, JsonElement form, ActContext act, CancellationToken cancellation)
    {
        LastForm = form.GetRawText();
        var matter = await act.Db.Set<Matter>().FirstAsync(m => m.Id == matterId, cancellation);
        if (matter.Version != seenVersion)
            return Rejection.Conflict("test.stale", "版本不符");
        if (form.TryGetProperty("text", out var text) && text.GetString() == "待定")
            return Rejection.Form("test.placeholder", "应有实质内容，实际为“待定”。", new FieldObjection("text", "实质内容", "待定"));
        matter.Version++;
        act.Record(new LedgerFact(matterId, Name, "推进"));
        if (NeedsSecondPerson)
            return new CommandReceipt(matterId, "REPORTED", matter.Version, "待确认", Guid.CreateVersion7());
        act.Raise("Advanced", matterId);
        return new CommandReceipt(matterId, "REPORTED", matter.Version, "已推进");
    }
}

/// <summary>An activity that throws when told to: a flow that faults.</summary>
internal sealed class Fragile : IHostActivity
{
    public bool Breaks { get; set; }

    public ActivityDescriptor Descriptor { get; } = new("Test.Fragile", 1, "易碎", "测试", "");

    public ValueTask<ActivityOutcome> StartAsync(HostCall call, CancellationToken cancellation) =>
        Breaks ? throw new InvalidOperationException("broken on purpose") : new(ActivityOutcome.Done());

    public ValueTask<ActivityOutcome> ResumeAsync(HostCall call, Resumption resumption, CancellationToken cancellation) => new(ActivityOutcome.Done());
    public ValueTask CancelAsync(HostCall call, CancellationToken cancellation) => ValueTask.CompletedTask;
}
