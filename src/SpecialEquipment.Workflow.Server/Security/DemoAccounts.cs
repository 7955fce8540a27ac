using System.Linq.Expressions;
using Microsoft.AspNetCore.Identity;
using SpecialEquipment.Workflow.Capabilities.Shared.Directory;
using SpecialEquipment.Workflow.Storage.Identity;

namespace SpecialEquipment.Workflow.Server.Security;

/// <summary>Turns the demo county's logins into users with the one demo password. Only the demo profile calls it.</summary>
public static class DemoAccounts
{
    private const string EmailDomain = "@demo.invalid";

    /// <summary>How a demo user is recognised for ever: by an address in a domain that cannot exist (RFC 2606).</summary>
    public static Expression<Func<WorkflowUser, bool>> IsDemo { get; } = user => user.Email != null && user.Email.EndsWith(EmailDomain);

    public static async Task CreateAsync(UserManager<WorkflowUser> users, RoleManager<WorkflowRole> roles, IDemoAccounts accounts, string password)
    {
        foreach (var role in accounts.List.SelectMany(a => a.Roles).Distinct())
        {
            if (!await roles.RoleExistsAsync(role))
            {
                Require(await roles.CreateAsync(new WorkflowRole(role)));
            }
        }
        foreach (var account in accounts.List)
        {
            if (await users.FindByNameAsync(account.UserName) is not null)
            {
                continue;
            }
            var user = new WorkflowUser { Id = account.UserId, UserName = account.UserName, Email = account.UserName + EmailDomain, PersonId = account.PersonId };
            Require(await users.CreateAsync(user, password));
            Require(await users.AddToRolesAsync(user, account.Roles));
        }
    }

    private static void Require(IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new StartupRefusedException("演示账号创建失败：" + string.Join("；", result.Errors.Select(e => e.Description)));
        }
    }
}
