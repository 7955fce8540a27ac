using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Engine.Activities;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Benchmarks;

internal sealed class BenchTask
{
    public long Key { get; set; }
    public Guid Id { get; init; }
    public Guid MatterId { get; init; }
    public required string Title { get; init; }
    public BenchTaskState State { get; set; }
    public int Version { get; set; }
    public DateTimeOffset DueAt { get; init; }
    public DateTimeOffset? DoneAt { get; set; }
    public string? Outcome { get; set; }
}

internal enum BenchTaskState { Open, Done }

internal sealed class BenchAssignment
{
    public long Key { get; set; }
    public Guid TaskId { get; init; }
    public Guid PostId { get; init; }
    public bool IsOpen { get; set; }
}

internal sealed class BenchNotice : ITailed
{
    public long Key { get; set; }
    public Guid Id { get; init; }
    public long Tail { get; set; }
    public Guid MatterId { get; init; }
    public Guid PostId { get; init; }
    public required string Kind { get; init; }
    public required string Text { get; init; }
    public DateTimeOffset At { get; init; }
}

internal sealed class BenchTables : ITables
{
    public void Map(ModelBuilder model)
    {
        model.Entity<BenchTask>(t =>
        {
            t.ToTable("bench_task").HasHotKeys(x => x.Key, x => x.Id);
            t.Property(x => x.Version).IsConcurrencyToken();
            t.HasIndex(x => x.MatterId);
        });
        model.Entity<BenchAssignment>(t =>
        {
            t.ToTable("bench_assignment").HasKey(x => x.Key);
            t.HasIndex(x => x.TaskId);
            t.HasIndex(x => new { x.PostId, x.IsOpen });
        });
        model.Entity<BenchNotice>(t =>
        {
            t.ToTable("bench_notice").HasHotKeys(x => x.Key, x => x.Id).HasTail();
            t.HasIndex(x => new { x.PostId, x.Key });
        });
    }
}

/// <summary>Opens a task for a post, tells its holder, waits for the answer or the due instant.</summary>
internal sealed class AssignBenchTask : IHostActivity
{
    public static readonly Guid Post = Guid.CreateVersion7();

    public ActivityDescriptor Descriptor { get; } = new("Bench.AssignTask", 1, "派发任务", "Bench", "")
    {
        Inputs = [new("Title", "String", "标题")],
        Outputs = [new("Outcome", "String", "结果")],
        Ports = [new("Done", "完成"), new("Overdue", "超期")],
    };

    public async ValueTask<ActivityOutcome> StartAsync(HostCall call, CancellationToken cancellation)
    {
        var act = call.Services.GetRequiredService<ActContext>();
        var matter = Guid.Parse(call.CorrelationId!);
        var task = new BenchTask { Id = Guid.CreateVersion7(call.Now), MatterId = matter, Title = (string)call.Inputs["Title"]!, DueAt = call.Now.AddDays(5) };
        act.Db.Add(task);
        act.Db.Add(new BenchAssignment { TaskId = task.Id, PostId = Post, IsOpen = true });
        act.Db.Add(new BenchNotice { Id = Guid.CreateVersion7(call.Now), MatterId = matter, PostId = Post, Kind = "TASK_ASSIGNED", Text = $"您有新的待办：{task.Title}", At = call.Now });
        act.Record(new LedgerFact(matter, "assign-task", "派发任务") { Kind = "notice" });
        call.State["task"] = task.Id;
        await act.Db.SaveChangesAsync(cancellation);
        return ActivityOutcome.Wait(BookmarkRequest.OnSignal($"TaskDone:{task.Id:N}"), BookmarkRequest.At(task.DueAt, "Due"));
    }

    public async ValueTask<ActivityOutcome> ResumeAsync(HostCall call, Resumption resumption, CancellationToken cancellation)
    {
        var act = call.Services.GetRequiredService<ActContext>();
        var id = Guid.Parse(call.State["task"]!.GetValue<string>());
        var assignment = await act.Db.Set<BenchAssignment>().FirstAsync(a => a.TaskId == id, cancellation);
        assignment.IsOpen = false;
        act.Db.Add(new BenchNotice { Id = Guid.CreateVersion7(call.Now), MatterId = Guid.Parse(call.CorrelationId!), PostId = Post, Kind = "TASK_DONE", Text = "任务已办结", At = call.Now });
        await act.Db.SaveChangesAsync(cancellation);
        var payload = (IReadOnlyDictionary<string, object?>)resumption.Input!;
        return ActivityOutcome.Through("Done", new Dictionary<string, object?> { ["Outcome"] = payload["outcome"] });
    }

    public ValueTask CancelAsync(HostCall call, CancellationToken cancellation) => ValueTask.CompletedTask;
}
