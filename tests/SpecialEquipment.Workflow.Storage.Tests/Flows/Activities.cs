using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Engine.Activities;

namespace SpecialEquipment.Workflow.Storage.Tests.Flows;

/// <summary>Gives a task to somebody and waits for the answer or for two days.</summary>
internal sealed class Ask : IHostActivity
{
    public ActivityDescriptor Descriptor { get; } = new("Test.Ask", 1, "问", "Test", "")
    {
        Inputs = [new("Title", "String", "标题")],
        Ports = [new("Done", "完成"), new("Overdue", "超期")],
    };

    public async ValueTask<ActivityOutcome> StartAsync(HostCall call, CancellationToken cancellation)
    {
        var act = call.Services.GetRequiredService<ActContext>();
        var matter = Guid.Parse(call.CorrelationId!);
        var task = new ProbeTask { Id = Guid.CreateVersion7(), MatterId = matter, Title = (string)call.Inputs["Title"]! };
        act.Db.Add(task);
        await act.Db.SaveChangesAsync(cancellation);
        act.Record(new LedgerFact(matter, "assign", "派发任务") { Kind = "notice" });
        call.State["task"] = task.Id;
        return ActivityOutcome.Wait(BookmarkRequest.OnSignal($"Answered:{task.Title}"), BookmarkRequest.At(call.Now.AddDays(2), "Due"));
    }

    public async ValueTask<ActivityOutcome> ResumeAsync(HostCall call, Resumption resumption, CancellationToken cancellation)
    {
        var act = call.Services.GetRequiredService<ActContext>();
        var id = Guid.Parse(call.State["task"]!.GetValue<string>());
        if (resumption.Kind == BookmarkKinds.Event)
            return ActivityOutcome.Done();
        var task = await act.Db.Set<ProbeTask>().SingleAsync(t => t.Id == id, cancellation);
        task.State = ProbeState.TimedOut;
        task.Version++;
        await act.Db.SaveChangesAsync(cancellation);
        return ActivityOutcome.Through("Overdue");
    }

    public async ValueTask CancelAsync(HostCall call, CancellationToken cancellation)
    {
        var act = call.Services.GetRequiredService<ActContext>();
        var id = Guid.Parse(call.State["task"]!.GetValue<string>());
        await act.Db.Set<ProbeTask>().Where(t => t.Id == id && t.State == ProbeState.Open).ExecuteUpdateAsync(s => s.SetProperty(t => t.State, ProbeState.GivenUp), cancellation);
    }
}

/// <summary>Leaves one row each time it runs.</summary>
internal sealed class Effect : IHostActivity
{
    public ActivityDescriptor Descriptor { get; } = new("Test.Effect", 1, "效果", "Test", "") { Inputs = [new("Label", "String", "名称")] };

    public ValueTask<ActivityOutcome> StartAsync(HostCall call, CancellationToken cancellation)
    {
        var act = call.Services.GetRequiredService<ActContext>();
        act.Db.Add(new ProbeEffect { MatterId = Guid.Parse(call.CorrelationId!), Name = (string)call.Inputs["Label"]!, At = call.Now });
        return new(ActivityOutcome.Done());
    }

    public ValueTask<ActivityOutcome> ResumeAsync(HostCall call, Resumption resumption, CancellationToken cancellation) => throw new NotSupportedException();
    public ValueTask CancelAsync(HostCall call, CancellationToken cancellation) => ValueTask.CompletedTask;
}

/// <summary>Writes a row and throws, as often as the test says.</summary>
internal sealed class Stumble : IHostActivity
{
    public int TimesToThrow { get; set; }

    public ActivityDescriptor Descriptor { get; } = new("Test.Stumble", 1, "绊", "Test", "");

    public async ValueTask<ActivityOutcome> StartAsync(HostCall call, CancellationToken cancellation)
    {
        var act = call.Services.GetRequiredService<ActContext>();
        act.Db.Add(new ProbeEffect { MatterId = Guid.Parse(call.CorrelationId!), Name = "stumble", At = call.Now });
        act.Record(new LedgerFact(Guid.Parse(call.CorrelationId!), "stumble", "绊倒"));
        await act.Db.SaveChangesAsync(cancellation);
        if (TimesToThrow-- > 0)
            throw new FormatException("stumbled on purpose");
        return ActivityOutcome.Done();
    }

    public ValueTask<ActivityOutcome> ResumeAsync(HostCall call, Resumption resumption, CancellationToken cancellation) => throw new NotSupportedException();
    public ValueTask CancelAsync(HostCall call, CancellationToken cancellation) => ValueTask.CompletedTask;
}

/// <summary>Asks the engine for a bookmark that is gone, as often as the test says: the step faults as a whole, not the activity.</summary>
internal sealed class Overreach : IHostActivity
{
    public int TimesToFault { get; set; }

    public ActivityDescriptor Descriptor { get; } = new("Test.Overreach", 1, "越", "Test", "");

    public ValueTask<ActivityOutcome> StartAsync(HostCall call, CancellationToken cancellation)
    {
        if (TimesToFault-- > 0)
            call.Services.GetRequiredService<ActContext>().ResumeBookmark(Guid.CreateVersion7(), null, Rejection.Conflict("probe.gone", "已不存在"));
        return new(ActivityOutcome.Done());
    }

    public ValueTask<ActivityOutcome> ResumeAsync(HostCall call, Resumption resumption, CancellationToken cancellation) => throw new NotSupportedException();
    public ValueTask CancelAsync(HostCall call, CancellationToken cancellation) => ValueTask.CompletedTask;
}
