using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Engine.Activities;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.TaskInbox;

/// <summary>待办.</summary>
public sealed class TaskInboxCapability : ICapability
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ITables, TaskInboxTables>();
        services.AddSingleton<IHostActivity, AssignTask>();
        services.AddSingleton<IMatterGrants, TaskScope>();
        services.AddSingleton<IRegisterUse, TasksOfPost>();
        services.AddSingleton<IFollowsPosts, FollowPosts>();
        services.AddSingleton<IFollowsUnits, FollowUnits>();
        services.AddSingleton<FindTasks>();
        services.AddScoped<ReadTask>();
        services.AddScoped<CompleteTask>();
        services.AddScoped<ClaimTask>();
        services.AddScoped<TransferTask>();
        services.AddScoped<UrgeTask>();
        services.AddScoped<UrgeMatters>();
        services.AddScoped<CommentTask>();
        services.AddScoped<WithdrawByRuleChange>();
        services.AddSingleton<CheckTasks>();
    }

    public void MapRoutes(IEndpointRouteBuilder api)
    {
        var tasks = api.MapGroup("/tasks").WithTags("tasks");
        ReadTask.Map(tasks);
        ExportTasks.Map(tasks);
        CompleteTask.Map(tasks);
        ClaimTask.Map(tasks);
        TransferTask.Map(tasks);
        UrgeTask.Map(tasks);
        UrgeMatters.Map(tasks);
        CommentTask.Map(tasks);
        WithdrawByRuleChange.Map(tasks);
        BatchTasks.Map(tasks);
    }
}
