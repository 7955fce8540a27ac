using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Documents;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Engine.Activities;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Rectification;

public sealed class RectificationCapability : ICapability
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ITables, RectificationTables>();
        services.AddSingleton<IMatterCommand, SubmitPlan>();
        services.AddSingleton<IMatterCommand, ApprovePlan>();
        services.AddSingleton<IMatterCommand, ReturnPlan>();
        services.AddSingleton<IMatterCommand, ReportProgress>();
        services.AddSingleton<IMatterCommand, RequestExtension>();
        services.AddSingleton<IMatterCommand, GrantExtension>();
        services.AddSingleton<IMatterCommand, RefuseExtension>();
        services.AddSingleton<IMatterCommand, SubmitReport>();
        services.AddSingleton<IMatterCommand, SupplementEvidence>();
        services.AddSingleton<IMatterCommand, Reinspect>();
        services.AddSingleton<IMatterCommand, SignOff>();
        services.AddSingleton<IHostActivity, OpenPlanStage>();
        services.AddSingleton<IHostActivity, WatchDeadline>();
        services.AddSingleton<IHostActivity, MarkOverdue>();
        services.AddSingleton<IDocumentSource, RectificationDocuments>();
        services.AddSingleton<IMatterClosing, LapseExtension>();
        services.AddSingleton<IMatterCommand, RecordLookBack>();
        services.AddSingleton<IHostActivity, DrawLookBack>();
        services.AddSingleton<ISignOffRecords, SignOffRecords>();
    }

    /// <summary>Its commands are verbs on a hazard and are served with it: <c>POST /api/hazards/{id}/{command}</c>.</summary>
    public void MapRoutes(IEndpointRouteBuilder api) => ListRectifications.Map(api);
}
