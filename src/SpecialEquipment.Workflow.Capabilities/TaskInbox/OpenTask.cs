using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Deadlines;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Capabilities.Shared.Notices;
using SpecialEquipment.Workflow.Capabilities.Shared.Flows;
using SpecialEquipment.Workflow.Engine.Activities;

namespace SpecialEquipment.Workflow.Capabilities.TaskInbox;

/// <summary>The flow has reached <see cref="AssignTask"/>: the task, its assignment, its deadline and the first notice come into being.</summary>
internal sealed class OpenTask(ActContext step, HostCall call, INotices notices, RulesInForce rules)
{
    public async Task<WorkTask> DoAsync(TaskOrder order, CancellationToken cancellation)
    {
        var matter = await MatterAsync(cancellation);
        var routing = new RouteTask(step.Db, call.Services.GetRequiredService<IDirectory>(), call.Now);
        var route = await routing.ResolveAsync(order, matter, step.Actor.PersonId, cancellation);
        var task = new WorkTask
        {
            Id = Guid.CreateVersion7(call.Now), MatterId = matter.Id, RegionCode = matter.RegionCode,
            InstanceId = call.InstanceId, ActivityInstanceId = call.ActivityInstanceId, ActivityId = call.ActivityId,
            Title = order.Title, Form = order.Form, Message = order.Message,
            OutcomesJson = JsonSerializer.Serialize(order.Outcomes, TaskJson.Options),
            AboutJson = order.Match.Count == 0 ? null : JsonSerializer.Serialize(order.Match, TaskJson.Options),
            OnOverdue = order.OnOverdue, Escalate = order.Escalate, Urgency = WorkTask.NotUrgent,
            SentByPersonId = step.Actor.PersonId, SentByName = step.Actor.IsSystem ? null : step.Actor.PersonName,
            CreatedAt = call.Now,
        };
        await TaskDeadline.OpenAsync(task, order, matter, route.Post?.Id, step, rules, call.Now, cancellation);
        var assignment = route.Assign(task.Id, 1, call.Now);
        step.Db.Set<WorkTask>().Add(task);
        step.Db.Set<TaskAssignment>().Add(assignment);
        Record(task, assignment);
        await notices.SendAsync(
            new NoticeDraft(NoticeKind.Remind, $"新待办：{task.Title}", Body(task, matter))
            {
                To = [TaskTexts.Target(assignment)], MatterId = matter.Id, TaskId = task.Id,
            },
            step, cancellation);
        return task;
    }

    private void Record(WorkTask task, TaskAssignment assignment) => step.Record(
        new LedgerFact(task.MatterId, "assign-task", $"派发任务“{task.Title}”给{assignment.AssigneeName}" + (task.DueInstant is null ? "" : $"，{TaskTexts.Due(task)} 到期"))
        {
            Kind = "progress",
            Detail = new Dictionary<string, object?>
            {
                ["taskId"] = task.Id.ToString("D"), ["post"] = assignment.PostName, ["person"] = assignment.PersonName,
                ["holders"] = assignment.HoldersAtStart, ["due"] = task.DueInstant,
            },
        });

    private static string Body(WorkTask task, Matter matter)
    {
        var due = task.DueInstant is null ? "" : $"，请于 {TaskTexts.Due(task)} 前办结";
        return $"{TaskTexts.Of(matter)}{due}。{task.Message}";
    }

    private async Task<Matter> MatterAsync(CancellationToken cancellation)
    {
        if (!Guid.TryParse(call.CorrelationId, out var id))
            throw new FlowInputFault($"节点“{call.ActivityName}”派发任务，但流程没有对应的事项");
        return await step.Db.Set<Matter>().AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, cancellation)
            ?? throw new FlowInputFault($"节点“{call.ActivityName}”派发任务，但事项 {id} 不存在");
    }
}
