using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SpecialEquipment.Workflow.Capabilities.Shared.Clocks;
using SpecialEquipment.Workflow.Capabilities.Shared.Evidence;
using SpecialEquipment.Workflow.Capabilities.Shared.Matters;
using SpecialEquipment.Workflow.Engine.Activities;
using SpecialEquipment.Workflow.Engine.Runtime;
using SpecialEquipment.Workflow.Storage;
using SpecialEquipment.Workflow.Storage.Dialects;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Acts;

public static class ActServices
{
    /// <summary>
    /// The ring, the ledger, the clocks and the engine behind them; needs <see cref="AddWorkflowDatabase"/>.
    /// In every scope <see cref="WorkflowDbContext"/> is there: the act's inside an act, a context of its own elsewhere (for reading).
    /// </summary>
    public static IServiceCollection AddActRing(this IServiceCollection services)
    {
        services.AddLogging();
        services.AddSingleton<ITables, MatterTables>();
        services.AddSingleton<ITables, LedgerTables>();
        services.AddSingleton<ITables, ClockTables>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<BusinessClock>();
        services.TryAddSingleton<ClockKeeper>();
        services.TryAddSingleton<Clockwork>();
        services.TryAddSingleton<DueTimers>();
        services.TryAddSingleton<KeptWork>();
        services.TryAddSingleton<DutyRunner>();
        services.TryAddSingleton<ClockMover>();
        services.TryAddSingleton<Microsoft.Extensions.Configuration.IConfiguration>(_ => new Microsoft.Extensions.Configuration.ConfigurationManager());
        services.TryAddKeyedSingleton<TimeProvider>(BusinessClock.Key, (provider, _) => provider.GetRequiredService<BusinessClock>());
        services.TryAddSingleton<ActivityCatalogue>();
        services.TryAddSingleton(provider => new WorkflowRuntime(
            provider.GetRequiredService<ActivityCatalogue>(), provider.GetRequiredService<TimeProvider>(),
            new RuntimeOptions { IsDatabaseError = e => provider.GetRequiredService<WorkflowDatabase>().Dialect.Judge(e) != DatabaseTrouble.None }));
        services.TryAddSingleton<FlowStepping>();
        services.TryAddSingleton<IActRing, ActRing>();
        services.TryAddScoped<ActScope>();
        services.TryAddScoped(provider => provider.GetRequiredService<ActScope>().CreateContext(provider.GetRequiredService<WorkflowDatabase>()));
        services.TryAddScoped(provider => provider.GetRequiredService<ActScope>().Act);
        return services;
    }

    /// <summary>The pump that fires due timers in this process. A rehearsal leaves it out and moves its clock by hand.</summary>
    public static IServiceCollection AddTimerPump(this IServiceCollection services)
    {
        services.AddSingleton<TimerPump>();
        services.AddSingleton<IAfterCommit>(provider => provider.GetRequiredService<TimerPump>());
        services.AddHostedService(provider => provider.GetRequiredService<TimerPump>());
        return services;
    }

    /// <param name="migrationsAssembly">Null for databases made by <c>EnsureCreated</c> (tests, rehearsals).</param>
    public static IServiceCollection AddWorkflowDatabase(this IServiceCollection services, Dialect dialect, string connectionString, string? migrationsAssembly = null)
    {
        services.AddSingleton(provider => new WorkflowDatabase(
            dialect, connectionString, provider.GetServices<ITables>(), migrationsAssembly, provider.GetService<Microsoft.Extensions.Logging.ILoggerFactory>()));
        return services;
    }
}
