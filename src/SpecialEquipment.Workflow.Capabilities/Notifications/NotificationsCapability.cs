using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SpecialEquipment.Workflow.Capabilities.Shared;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Capabilities.Shared.Notices;
using SpecialEquipment.Workflow.Engine.Activities;
using SpecialEquipment.Workflow.Storage;

namespace SpecialEquipment.Workflow.Capabilities.Notifications;

/// <summary>消息.</summary>
public sealed class NotificationsCapability : ICapability
{
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(configuration.GetSection("Notifications").Get<NotificationsOptions>() ?? new NotificationsOptions());
        services.AddSignalR();
        services.AddSingleton<ITables, NotificationsTables>();
        services.AddSingleton<INotices, SendNotice>();
        services.AddSingleton<IHostActivity, Notify>();
        services.AddSingleton<ReceiveNotices>();
        services.AddSingleton<WatchedMatters>();
        services.AddSingleton<PushNotices>();
        services.AddSingleton<IAfterCommit>(s => s.GetRequiredService<PushNotices>());
        services.AddSingleton<IHostedService>(s => s.GetRequiredService<PushNotices>());
    }

    public void MapRoutes(IEndpointRouteBuilder api)
    {
        var notices = api.MapGroup("/notifications").WithTags("notifications");
        FindNotices.Map(notices);
        ReceiveNotices.Map(notices);
    }
    /// <summary>A line ends with the sign-in it rests on; the client signs in again and replays.</summary>
    public void MapHubs(IEndpointRouteBuilder hubs) =>
        hubs.MapHub<NotificationsHub>("/notifications", o => o.CloseOnAuthenticationExpiration = true).RequireAuthorization(Policies.SignedIn);
}
