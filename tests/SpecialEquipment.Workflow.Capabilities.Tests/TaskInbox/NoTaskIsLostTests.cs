using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Capabilities.Shared.Notices;
using SpecialEquipment.Workflow.Capabilities.TaskInbox;
using SpecialEquipment.Workflow.Storage.Flows;

namespace SpecialEquipment.Workflow.Capabilities.Tests.TaskInbox;

/// <summary>
/// Whatever people, timers, faults and cancellations do to flows with tasks, in any order: after every single act each open task has
/// a flow that waits for it or an incident that a retry brings back, and each closed task has neither.
/// </summary>
public class NoTaskIsLostTests
{
    private const int Sequences = 15;
    private static readonly string[] Moves =
        ["start", "complete", "signal", "transfer", "urge", "hours", "days", "leave", "arrive", "break", "mend", "retry", "redeliver", "cancel", "claim"];

    private static FlowText Flow() => new FlowText("maze", "Go")
        .Task("a", ("Title", "甲"), ("PostKind", "CASE_OFFICER"), ("Outcomes", new[] { "On", "Back" }), ("DeadlineRule", "planReview"), ("Signals", new Dictionary<string, string> { ["Advanced"] = "On" }))
        .Task("b", ("Title", "乙"), ("PostKind", "INSPECTOR"), ("Outcomes", new[] { "On" }), ("DeadlineRule", "triage"), ("OnOverdue", "LEAVE"), ("Escalate", "true"))
        .Task("c", ("Title", "丙"), ("AssigneeKind", "ENTERPRISE_POST"), ("PostKind", "SAFETY_DIRECTOR"), ("Outcomes", new[] { "On" }), ("Commands", new Dictionary<string, string> { ["On"] = "advance" }))
        .Fragile("x").Finish("end")
        .Arrow("start", "Done", "a").Arrow("start", "Done", "b").Arrow("a", "On", "x").Arrow("x", "Done", "c").Arrow("b", "On", "end").Arrow("b", "Overdue", "c");

    [Fact]
    public void After_every_act_of_any_sequence_no_task_is_lost()
    {
        var moves = Gen.Choose(0, Moves.Length * 1000).Select(n => (Moves[n % Moves.Length], n / Moves.Length)).ListOf(30);
        var property = Prop.ForAll(moves.ToArbitrary(), sequence => WalkAsync([.. sequence]).GetAwaiter().GetResult());
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Sequences), property);
    }

    private static async Task WalkAsync(IReadOnlyList<(string Move, int Choice)> sequence)
    {
        await using var bench = await InboxBench.OpenAsync();
        await bench.PublishAsync(Flow(), "maze");
        await bench.RaiseAsync("Go", bench.Bureau.Li);
        foreach (var (move, choice) in sequence)
        {
            await MoveAsync(bench, move, choice);
            var broken = await bench.BrokenPromisesAsync();
            Assert.True(broken.Count == 0, $"after {move}: {string.Join("; ", broken)}");
        }
    }

    private static async Task MoveAsync(InboxBench bench, string move, int choice)
    {
        var task = await AnyTaskAsync(bench, choice);
        var people = new[] { bench.Bureau.Sun, bench.Bureau.Li, bench.Bureau.Zhou, bench.Bureau.Wang, bench.Bureau.Qian, bench.Bureau.Zheng };
        var (person, other) = (people[choice % people.Length], people[choice / 7 % people.Length]);
        switch (move)
        {
            case "start":
                await bench.RaiseAsync("Go", person);
                break;
            case "signal":
                await bench.RaiseAsync("Advanced", person);
                break;
            case "complete" when task is not null:
                var seen = await bench.ViewAsync(task, people);
                await new CompleteTask(bench.Ring, [bench.Get<Advance>()])
                    .DoAsync(task.Id, new CompleteTask.Request(choice % 3 == 0 ? "Back" : "On", null, seen.View.Version), bench.As(seen.Person), default);
                break;
            case "transfer" when task is not null:
                var mine = await bench.ViewAsync(task, people);
                await new TransferTask(bench.Ring, bench.Get<INotices>())
                    .DoAsync(task.Id, new TransferTask.Request(other.Id, null, "试", mine.View.Version), bench.As(mine.Person), default);
                break;
            case "claim" when task is not null:
                var own = await bench.ViewAsync(task, people);
                await new ClaimTask(bench.Ring).DoAsync(task.Id, new ClaimTask.Request(own.View.Version), bench.As(own.Person), default);
                break;
            case "urge" when task is not null:
                await new UrgeTask(bench.Ring, bench.Get<INotices>()).DoAsync(task.Id, null, bench.As(person), default);
                break;
            case "hours":
                await bench.AdvanceAsync(bench.Now.AddHours(8 + choice % 20).ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm"));
                break;
            case "days":
                await bench.AdvanceAsync(bench.Now.AddDays(choice % 9).ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm"));
                break;
            case "leave":
                bench.Bureau.Leave(person, bench.Now);
                break;
            case "arrive":
                bench.Bureau.Person("新人", new[] { bench.Bureau.Officer, bench.Bureau.Inspector, bench.Bureau.Director }[choice % 3], bench.Now);
                break;
            case "break" or "mend":
                bench.Get<Fragile>().Breaks = move == "break";
                break;
            case "retry":
                await RetryAsync(bench);
                break;
            case "redeliver":
                await RedeliverAsync(bench);
                break;
            case "cancel" when task is not null && choice % 4 == 0:
                await bench.Ring.RunAsync<bool>("cancel", Actor.System, (act, _) => { act.CancelFlow(task.InstanceId, Rejection.Conflict("gone", "")); return Task.FromResult<Result<bool>>(true); });
                break;
        }
    }

    private static async Task<WorkTask?> AnyTaskAsync(InboxBench bench, int choice)
    {
        await using var db = bench.Database.CreateContext();
        var open = await db.Set<WorkTask>().AsNoTracking().Where(t => t.State == WorkTaskState.Open).OrderBy(t => t.Key).ToListAsync();
        return open.Count == 0 ? null : open[choice % open.Count];
    }

    private static async Task RetryAsync(InboxBench bench)
    {
        await using var db = bench.Database.CreateContext();
        if (await db.Set<FlowIncident>().AsNoTracking().FirstOrDefaultAsync(i => i.ResolvedAt == null && i.ActivityInstanceId != "") is { } incident)
        {
            await bench.Ring.RunAsync<bool>("retry", Actor.System, (act, _) =>
            {
                act.RetryIncident(incident.InstanceId, incident.Id, Rejection.Conflict("gone", ""));
                return Task.FromResult<Result<bool>>(true);
            });
        }
    }

    private static async Task RedeliverAsync(InboxBench bench)
    {
        await using var db = bench.Database.CreateContext();
        if (await db.Set<FlowSignal>().AsNoTracking().FirstOrDefaultAsync() is not { } kept)
            return;
        await bench.Ring.RunAsync<bool>("redeliver", Actor.System, (act, _) =>
        {
            act.RetrySignal(new Engine.PendingSignal(kept.Id, kept.Name, kept.CorrelationId, kept.Payload, kept.InstanceId, kept.Attempts, kept.RetryAt, kept.LastError, kept.RaisedAt));
            return Task.FromResult<Result<bool>>(true);
        });
    }
}
