using Microsoft.AspNetCore.Identity;
using SpecialEquipment.Workflow.Capabilities.Shared.Acts;
using SpecialEquipment.Workflow.Storage.Identity;

namespace SpecialEquipment.Workflow.Server.Security;

/// <summary>The one-time command <c>create-administrator &lt;user name&gt;</c>: the first way in on an empty production database.</summary>
public static class Administrators
{
    private const string Command = "create-administrator";

    /// <returns>True when the program was started for this command; it then ends.</returns>
    public static async Task<bool> RanCommandAsync(WebApplication app, string[] args)
    {
        if (args is not [Command, var userName, ..])
        {
            return false;
        }
        await Databases.MigrateAsync(app.Services, CancellationToken.None);
        await using var scope = app.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<WorkflowUser>>();
        var roles = scope.ServiceProvider.GetRequiredService<RoleManager<WorkflowRole>>();
        if ((await users.GetUsersInRoleAsync(Roles.Administrator)).Count > 0)
        {
            throw new StartupRefusedException("已有管理员，本命令只能使用一次；请由现有管理员添加账号。");
        }
        Console.WriteLine("请输入密码（不少于 10 位，含大小写字母和数字）：");
        var password = Console.ReadLine() ?? "";
        if (!await roles.RoleExistsAsync(Roles.Administrator))
        {
            await roles.CreateAsync(new WorkflowRole(Roles.Administrator));
        }
        var user = new WorkflowUser { UserName = userName };
        var created = await users.CreateAsync(user, password);
        if (!created.Succeeded)
        {
            throw new StartupRefusedException(string.Join("", created.Errors.Select(e => e.Description)));
        }
        await users.AddToRoleAsync(user, Roles.Administrator);
        Console.WriteLine($"管理员“{userName}”已创建。");
        return true;
    }
}
