using Microsoft.Extensions.DependencyInjection;

namespace SpecialEquipment.Workflow.Capabilities.Shared.Matters;

/// <summary>What every capability with verbs on matters needs; wired once.</summary>
public static class MatterServices
{
    public static IServiceCollection AddMatters(this IServiceCollection services)
    {
        services.AddSingleton<MatterCommands>();
        services.AddSingleton<ManyMatters>();
        services.AddSingleton<IMatterCommand, ConfirmStep>();
        services.AddSingleton<IMatterCommand, RefuseStep>();
        services.AddSingleton<IMatterCommand, WithdrawStep>();
        Search.FillSearch.Add(services);
        services.AddScoped<MatterAccess>();
        services.AddScoped<IMatterAccess>(s => s.GetRequiredService<MatterAccess>());
        return services;
    }
}
