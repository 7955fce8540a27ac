using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Engine.Activities;
using SpecialEquipment.Workflow.Storage.Dialects;

namespace SpecialEquipment.Workflow.Storage.Tests.Flows;

/// <summary>What people do in the test flows; shared with the process that is killed.</summary>
internal static class ProbeActs
{
    public static IServiceCollection AddProbes(this IServiceCollection services, Dialect dialect, string connectionString)
    {
        services.AddActRing();
        services.AddWorkflowDatabase(dialect, connectionString);
        services.AddSingleton<ITables, ProbeTables>();
        services.AddSingleton<IHostActivity, Ask>();
        services.AddSingleton<IHostActivity, Effect>();
        services.AddSingleton<IHostActivity, Stumble>();
        return services;
    }

    public static Task<Result<bool>> BeginAsync(IActRing ring, Guid matter, string signal) => ring.RunAsync<bool>("probe/begin", Actor.System, (act, _) =>
    {
        act.Record(new LedgerFact(matter, "begin", "开始"));
        act.Raise(signal, matter);
        return Task.FromResult<Result<bool>>(true);
    });

    /// <summary>A person answers his task: the row says who was faster.</summary>
    public static Task<Result<bool>> AnswerAsync(IActRing ring, Guid matter, string title, DateTimeOffset? at = null) =>
        ring.RunAsync<bool>("probe/answer", Actor.System, async (act, ct) =>
        {
            var task = await act.Db.Set<ProbeTask>().SingleAsync(t => t.MatterId == matter && t.Title == title, ct);
            if (task.State != ProbeState.Open)
                return Rejection.Conflict("probe.not-open", "任务应为待办，实际已办结。");
            task.State = ProbeState.Answered;
            task.Version++;
            act.Record(new LedgerFact(matter, "answer", "办结任务"));
            act.Raise($"Answered:{title}", matter);
            return true;
        }, at);
}
