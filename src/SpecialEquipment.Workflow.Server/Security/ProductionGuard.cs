using Microsoft.EntityFrameworkCore;
using SpecialEquipment.Workflow.Storage;
using SpecialEquipment.Workflow.Storage.Identity;

namespace SpecialEquipment.Workflow.Server.Security;

/// <summary>What must never reach Production: demo accounts, demo passwords, a clock that can be moved (DESIGN D5, D15).</summary>
public static class ProductionGuard
{
    public static void CheckConfiguration(IHostEnvironment environment, IConfiguration configuration)
    {
        if (!environment.IsProduction())
        {
            return;
        }
        if (configuration.GetSection("Demo").Exists())
        {
            throw new StartupRefusedException("生产环境不得配置演示数据：请删除 Demo:* 配置后再启动。");
        }
        if (string.Equals(configuration["Clock:Mode"], "Adjustable", StringComparison.OrdinalIgnoreCase))
        {
            throw new StartupRefusedException("生产环境的业务时钟不得调整：Clock:Mode 应为 Real，实际为 Adjustable。");
        }
    }

    public static async Task CheckAccountsAsync(IHostEnvironment environment, WorkflowDbContext db, CancellationToken cancellation)
    {
        if (environment.IsProduction() && await db.Set<WorkflowUser>().AnyAsync(DemoAccounts.IsDemo, cancellation))
        {
            throw new StartupRefusedException("生产环境的数据库中存在演示账号：请改用未装入演示数据的数据库。");
        }
    }
}

/// <summary>The server refuses to start and says why; no stack trace is needed.</summary>
public sealed class StartupRefusedException(string message) : Exception(message);
