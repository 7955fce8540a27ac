using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace SpecialEquipment.Workflow.Server.Hosting;

/// <summary>Tells a newcomer where the service is and, in the demo profile, how to sign in.</summary>
public static class Banner
{
    public static void PrintBanner(this WebApplication app, IReadOnlyList<string> demoAccounts) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        Console.WriteLine();
        foreach (var address in addresses)
        {
            Console.WriteLine($"  特种设备监管工作流已启动：{address}");
        }
        if (demoAccounts.Count > 0)
        {
            Console.WriteLine($"  演示账号：{string.Join("、", demoAccounts)}");
            Console.WriteLine($"  统一密码：{app.Configuration["Demo:Password"]}（仅限演示环境）");
        }
        Console.WriteLine();
    });
}
